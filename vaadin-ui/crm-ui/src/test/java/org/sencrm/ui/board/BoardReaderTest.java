package org.sencrm.ui.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.Page;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Summary;
import org.sencrm.api.record.SummaryQuery;
import org.sencrm.ui.field.TypeSamples;

class BoardReaderTest {

    private static final Instant DUE = Instant.parse("2026-11-22T09:00:00Z");

    private final List<Query> asked = new ArrayList<>();
    private final List<SummaryQuery> summarized = new ArrayList<>();
    private final BoardShape shape = BoardShape.of(TypeSamples.deals(), Set.of());
    private boolean activitiesAreForbidden;

    private BoardReader reader(boolean withActivities) {
        Records records = (Records) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Records.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "list" -> list((Query) arguments[1]);
                    case "summarize" -> summarize((SummaryQuery) arguments[1]);
                    case "companyTotals" -> company((String) arguments[2]);
                    default -> throw new AssertionError(method.getName());
                });
        return new BoardReader(records, Caller.system(), shape, withActivities);
    }

    private Page list(Query query) {
        asked.add(query);
        if (query.type().equals("activities")) {
            if (activitiesAreForbidden) {
                throw new Forbidden("no");
            }
            return new Page(List.of(activity(DUE), activity(DUE.plusSeconds(60))), null);
        }
        return new Page(List.of(new RecordData("deals", 5, 2, Map.of("name", "GTX Pro"))), "next");
    }

    private static RecordData activity(Instant due) {
        return new RecordData("activities", 1, 1, Map.of("regarding", Reference.to("deals", 5), "dueAt", due));
    }

    private static Optional<Summary> company(String group) {
        Summary.Totals totals = new Summary.Totals(40, Map.of(), Map.of());
        return Optional.of(new Summary(List.of(new Summary.Group("Won", group, totals)), totals));
    }

    private Summary summarize(SummaryQuery query) {
        summarized.add(query);
        Summary.Totals totals = new Summary.Totals(3, Map.of("sum:amount", new Money(BigDecimal.TEN, "USD")), Map.of());
        return new Summary(List.of(new Summary.Group("Won", "Won", totals)), totals);
    }

    @Test
    void eachColumnReadsItsOwnOptionUnderTheFilterOfTheBoard() {
        Map<String, Integer> shown = new LinkedHashMap<>();
        shown.put("Engaging", 30);
        shown.put("Won", 60);
        BoardReader.Contents contents = reader(false).read(Query.of("deals").where("amount=gt=1"), shown);
        assertEquals(
                List.of("(amount=gt=1);(stage==\"Engaging\")", "(amount=gt=1);(stage==\"Won\")"),
                asked.stream().map(Query::filter).toList());
        assertEquals(List.of(30, 60), asked.stream().map(Query::limit).toList());
        assertEquals(3, contents.totals().own().get("Won").count());
        assertEquals(Map.of(), contents.totals().company(), "a part of the records is no company total");
        assertEquals("stage", summarized.get(0).group());
        assertEquals(List.of("count", "sum:amount"), summarized.get(0).measures());
        assertEquals("amount=gt=1", summarized.get(0).filter());
    }

    @Test
    void moreCardsFollowTheCursor() {
        BoardReader.Cards cards = reader(false).cards(Query.of("deals"), "Won", 30, "c2");
        assertEquals("c2", asked.get(0).cursor());
        assertEquals("next", cards.next());
    }

    @Test
    void whatACardSaysIsNextIsItsEarliestOpenActivity() {
        BoardReader.Cards cards = reader(true).cards(Query.of("deals"), "Won", 30, null);
        assertEquals(Map.of(5L, DUE), cards.due());
    }

    @Test
    void aBoardIsShownWithoutWhatIsPlannedWhereActivitiesCannotBeRead() {
        activitiesAreForbidden = true;
        BoardReader.Cards cards = reader(true).cards(Query.of("deals"), "Won", 30, null);
        assertNull(cards.due());
        assertEquals(1, cards.cards().size());
    }

    @Test
    void theAgeOfACardCountsFromItsStageWhereTheTypeTells() {
        assertEquals("createdAt", shape.since());
        RecordType telling = TypeSamples.type(
                "deals",
                "stage",
                TypeSamples.field("name", FieldKind.TEXT),
                TypeSamples.field("stage", FieldKind.CHOICE),
                TypeSamples.system("stageSince", FieldKind.DATE_TIME),
                TypeSamples.system("createdAt", FieldKind.DATE_TIME));
        assertEquals("stageSince", BoardShape.of(telling, Set.of()).since());
        assertEquals("createdAt", BoardShape.of(telling, Set.of("stageSince")).since());
    }

    @Test
    void whatCameIntoAColumnLastStandsOnTopUnlessAnotherOrderIsAskedFor() {
        BoardShape dated = BoardShape.of(
                TypeSamples.type(
                        "deals",
                        "stage",
                        TypeSamples.field("stage", FieldKind.CHOICE),
                        TypeSamples.system("stageSince", FieldKind.DATE_TIME)),
                Set.of());
        assertEquals("-stageSince", dated.sorted(Query.of("deals")).sort());
        assertEquals(
                "amount", dated.sorted(Query.of("deals").sortedBy("amount")).sort());
        assertEquals("", shape.sorted(Query.of("deals")).sort());
    }

    @Test
    void aTypeWhoseStageIsHiddenHasNoBoard() {
        assertNull(BoardShape.of(TypeSamples.deals(), Set.of("stage")));
    }

    @Test
    void hiddenAmountsAreNeitherReadNorAddedUp() {
        BoardShape poorer = BoardShape.of(TypeSamples.deals(), Set.of("amount"));
        assertNull(poorer.sum());
        assertTrue(!poorer.fields().contains("amount"));
    }
}

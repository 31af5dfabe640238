package org.sencrm.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sencrm.api.demo.DemoData;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;

class SalesDemoTest {

    @Test
    void itIsTheSameAtEachStart() {
        assertEquals(fill().written, fill().written);
    }

    @Test
    void everyLostOpportunityHasAReasonAndEveryDecidedOneADayInThePast() {
        List<RecordData> opportunities = fill().written("opportunities");

        assertEquals(500, opportunities.size());
        for (RecordData opportunity : opportunities) {
            String stage = opportunity.text("stage");
            assertEquals(stage.equals("Lost"), opportunity.get("lostReason") != null);
            if (stage.equals("Won") || stage.equals("Lost")) {
                LocalDate closed = (LocalDate) opportunity.get("closedOn");
                assertFalse(closed.isAfter(Fake.TODAY));
                assertFalse(closed.isBefore((LocalDate) opportunity.get("engagedOn")));
            }
            assertNotNull(opportunity.money("amount"));
        }
    }

    @Test
    void allStagesAreFilledAndTheOwnerOfTheCustomerWorksOnEach() {
        Fake writer = fill();
        Map<String, Long> byStage = writer.written("opportunities").stream()
                .collect(Collectors.groupingBy(row -> row.text("stage"), Collectors.counting()));

        for (String stage : List.of("Prospecting", "Engaging", "Won", "Lost")) {
            assertTrue(byStage.getOrDefault(stage, 0L) >= 20, byStage.toString());
        }
        assertEquals(120, writer.written("leads").size());
        assertEquals(List.of("lan"), writer.users.stream().distinct().toList());
    }

    @Test
    void itTellsOfTwoYearsOfWork() {
        List<LocalDate> days = fill().days;

        assertTrue(days.size() > 620);
        assertTrue(days.stream().anyMatch(day -> day.isBefore(Fake.TODAY.minusDays(600))));
        assertTrue(days.stream()
                        .filter(day -> day.isBefore(Fake.TODAY.minusDays(30)))
                        .count()
                > 400);
    }

    @Test
    void mostOpenOpportunitiesHaveANextActivityAndSomeHaveNone() {
        Fake writer = fill();
        Set<Long> planned = writer.written("activities").stream()
                .filter(activity -> activity.get("doneAt") == null)
                .map(activity -> activity.reference("regarding").id())
                .collect(Collectors.toSet());
        List<RecordData> open = writer.written("opportunities").stream()
                .filter(opportunity -> opportunity.get("closedOn") == null)
                .toList();

        long withNext = open.stream().filter(one -> planned.contains(one.id())).count();

        assertEquals(planned.size(), withNext);
        assertTrue(withNext > open.size() / 2 && withNext < open.size(), withNext + " of " + open.size());
    }

    @Test
    void whatWasDoneAboutAnOpportunityLiesInThePastAndHasAKind() {
        for (RecordData activity : fill().written("activities")) {
            assertNotNull(activity.text("kind"), activity.text("name"));
            assertEquals("opportunities", activity.reference("regarding").type());
            if (activity.get("doneAt") instanceof Instant done) {
                assertTrue(done.isBefore(Fake.TODAY.atStartOfDay(ZoneOffset.UTC).toInstant()));
                assertTrue(done.isAfter((Instant) activity.get("dueAt")));
            }
        }
    }

    @Test
    void withoutCustomersThereAreLeadsOnly() {
        Fake writer = new Fake();

        new SalesDemo().fill(writer);

        assertEquals(120, writer.written("leads").size());
        assertEquals(0, writer.written("opportunities").size());
    }

    private static Fake fill() {
        Fake writer = new Fake();
        RecordData lan = writer.create(null, "users", Map.of("userName", "lan", "kind", "staff"));
        writer.create(null, "users", Map.of("userName", "partner", "kind", "partner"));
        RecordData account =
                writer.create(null, "accounts", Map.of("name", "Đông Á", "owner", Reference.to("users", lan.id())));
        writer.create(null, "contacts", Map.of("name", "Mai", "account", Reference.to("accounts", account.id())));
        writer.create(
                null, "products", Map.of("name", "Sen 5", "price", new Money(BigDecimal.valueOf(12_500_000), "VND")));
        writer.users.clear();
        new SalesDemo().fill(writer);
        return writer;
    }

    private static final class Fake implements DemoData.Writer {

        static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

        final Map<String, List<RecordData>> written = new LinkedHashMap<>();
        final List<String> users = new ArrayList<>();
        final List<LocalDate> days = new ArrayList<>();
        private final Random random = new Random(1);
        private long lastId;

        @Override
        public RecordData create(String asUser, String type, Map<String, ?> values) {
            users.add(asUser);
            RecordData record = new RecordData(type, ++lastId, 1, new LinkedHashMap<>(values));
            written.computeIfAbsent(type, key -> new ArrayList<>()).add(record);
            return record;
        }

        @Override
        public RecordData create(String asUser, String type, LocalDate on, Map<String, ?> values) {
            assertFalse(on.isAfter(TODAY));
            days.add(on);
            return create(asUser, type, values);
        }

        @Override
        public List<RecordData> written(String type) {
            return written.getOrDefault(type, List.of());
        }

        @Override
        public Random random() {
            return random;
        }

        @Override
        public LocalDate today() {
            return TODAY;
        }
    }
}

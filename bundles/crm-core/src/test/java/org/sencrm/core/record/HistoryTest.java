package org.sencrm.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sencrm.core.record.TestEngine.DEALS;
import static org.sencrm.core.record.TestEngine.SYSTEM;
import static org.sencrm.core.record.TestEngine.as;
import static org.sencrm.core.record.TestEngine.values;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.record.Change;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records.Reverted;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.TimelineEntry;

class HistoryTest {

    private static TestEngine engine;
    private static RecordData admin;

    @BeforeAll
    static void start() {
        engine = new TestEngine();
        admin = engine.user("Chief", null, engine.create("roles", "name", "c", "administrator", true));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        engine.close();
    }

    @Test
    void everyChangeTellsWhoWhenThroughWhatAndWhat() {
        RecordData account = engine.create("accounts", "name", "Sen");
        RecordData made = engine.records.create(
                as(admin).inJob(77, "import"),
                DEALS,
                values("name", "told", "account", account.id(), "amount", new Money(BigDecimal.TEN, "VND")));
        engine.clock.advance(Duration.ofMinutes(1));
        engine.records.update(SYSTEM, DEALS, made.id(), 1, values("account", null, "tags", List.of("vip")));
        List<Change> history = engine.records.history(as(admin), DEALS, made.id(), 10, 0);
        Change update = history.get(0);
        assertEquals(Change.Kind.UPDATED, update.kind());
        assertEquals(2, update.version());
        assertEquals(new Reference("users", 0, "System"), update.by());
        assertEquals(new Reference(DEALS, made.id(), "told"), update.record());
        assertEquals(engine.clock.instant(), update.at());
        assertEquals(
                List.of(
                        new Change.FieldChange("account", new Reference("accounts", account.id(), "Sen"), null),
                        new Change.FieldChange("tags", null, List.of("vip"))),
                update.fields());
        Change creation = history.get(1);
        assertEquals("Chief", creation.by().label());
        assertEquals("import", creation.through());
        assertEquals(77, creation.job());
        assertTrue(
                creation.fields().contains(new Change.FieldChange("amount", null, new Money(BigDecimal.TEN, "VND"))));
        assertEquals(List.of(creation), engine.records.history(as(admin), DEALS, made.id(), 10, update.id()));
        assertEquals(List.of(update), engine.records.history(as(admin), DEALS, made.id(), 1, 0));
    }

    @Test
    void theTimelineMixesChangesAndActivitiesNewestFirst() {
        RecordData deal = engine.deal("name", "busy");
        engine.create(
                "activities",
                "name",
                "planned",
                "kind",
                "call",
                "regarding",
                Reference.to(DEALS, deal.id()),
                "dueAt",
                engine.clock.instant().plus(Duration.ofDays(2)));
        engine.create(
                "activities",
                "name",
                "done",
                "kind",
                "note",
                "note",
                "Khách hẹn lại",
                "regarding",
                Reference.to(DEALS, deal.id()),
                "doneAt",
                engine.clock.instant().minus(Duration.ofDays(2)));
        engine.create("activities", "name", "of another", "regarding", Reference.to("users", admin.id()));
        List<TimelineEntry> timeline = engine.records.timeline(SYSTEM, DEALS, deal.id(), 10, null);
        assertEquals(
                List.of("call", "created", "note"),
                timeline.stream().map(TimelineEntry::kind).toList());
        assertTrue(timeline.get(0).open());
        assertEquals("planned", timeline.get(0).title());
        assertEquals("Khách hẹn lại", timeline.get(2).text());
        assertEquals("activities", timeline.get(2).subject().type());
        assertNull(timeline.get(1).title());
        assertEquals(
                1, engine.records.timeline(SYSTEM, DEALS, deal.id(), 1, null).size());
        assertEquals(
                List.of("note"),
                engine.records.timeline(SYSTEM, DEALS, deal.id(), 10, engine.clock.instant()).stream()
                        .map(TimelineEntry::kind)
                        .toList());
    }

    @Test
    void theTimelineOfAContactShowsItsActivities() {
        RecordData contact = engine.create("contacts", "name", "Bích");
        engine.create("activities", "name", "chat", "kind", "meeting", "contact", contact.id());
        assertEquals(
                List.of("meeting", "created"),
                engine.records.timeline(SYSTEM, "contacts", contact.id(), 10, null).stream()
                        .map(TimelineEntry::kind)
                        .sorted(Comparator.reverseOrder())
                        .toList());
    }

    @Test
    void aJobIsTakenBackButNotWhatOthersDidSince() {
        RecordData before = engine.deal("name", "before", "seats", 1, "stage", "open", "code", "R1");
        RecordData touched = engine.deal("name", "touched", "seats", 1);
        RecordData binned = engine.deal("name", "binned", "code", "R2");
        Caller job = as(admin).inJob(500, "import");
        RecordData fresh = engine.records.create(job, DEALS, Map.of("name", "fresh", "code", "R3"));
        RecordData edited = engine.records.create(job, DEALS, Map.of("name", "edited"));
        engine.records.update(job, DEALS, fresh.id(), 1, Map.of("seats", 9));
        engine.records.update(job, DEALS, before.id(), 1, values("seats", 2, "stage", "won", "code", null));
        engine.records.update(job, DEALS, before.id(), 2, Map.of("seats", 3));
        engine.records.update(job, DEALS, touched.id(), 1, Map.of("seats", 2));
        engine.records.delete(job, DEALS, binned.id(), 1);
        engine.records.update(SYSTEM, DEALS, edited.id(), 1, Map.of("seats", 4));
        engine.records.update(SYSTEM, DEALS, touched.id(), 2, Map.of("seats", 5));

        int reverted = 0;
        int kept = 0;
        int calls = 0;
        Reverted step;
        do {
            step = engine.records.revert(as(admin), 500, 3);
            reverted += step.reverted();
            kept += step.kept();
            calls++;
        } while (!step.finished());

        assertTrue(calls >= 3);
        assertEquals(5, reverted);
        assertEquals(2, kept);
        RecordData now = engine.records.get(SYSTEM, DEALS, before.id());
        assertEquals("1", now.text("seats"));
        assertEquals("open", now.get("stage"));
        assertEquals("R1", now.get("code"));
        assertEquals("5", engine.records.get(SYSTEM, DEALS, touched.id()).text("seats"));
        assertEquals("binned", engine.records.get(SYSTEM, DEALS, binned.id()).get("name"));
        assertEquals(List.of("edited"), engine.names(SYSTEM, "name=in=(fresh,edited)"));
        engine.deal("name", "free again", "code", "R3");
        Reverted again = engine.records.revert(as(admin), 500, 10);
        assertEquals(new Reverted(0, 0, true), again);
    }

    @Test
    void onlyWhoDidItOrMayDoTheOppositeTakesBack() {
        RecordData seller = engine.user(
                "Seller", null, engine.role("s", TestEngine.line(DEALS, "own", List.of(), "read", "create")));
        engine.records.create(as(seller).inJob(600, "import"), DEALS, Map.of("name", "imported"));
        RecordData other = engine.user("Other", null, engine.role("o", TestEngine.line("*", "all", List.of(), "read")));
        assertThrows(Forbidden.class, () -> engine.records.revert(as(other), 600, 10));
        assertEquals(new Reverted(1, 0, true), engine.records.revert(as(seller), 600, 10));
        assertEquals(List.of(), engine.names(SYSTEM, "name==imported"));
    }
}

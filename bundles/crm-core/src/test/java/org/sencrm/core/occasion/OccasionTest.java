package org.sencrm.core.occasion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sencrm.api.access.Caller;
import org.sencrm.api.automation.AutomationRun;
import org.sencrm.api.automation.Automations;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.api.setting.Settings;
import org.sencrm.core.record.TestEngine;
import org.sencrm.core.support.QuietProgress;

class OccasionTest {

    private final TestEngine engine = TestEngine.bare();
    private final List<String> fired = new ArrayList<>();
    private final DailyOccasions job = new DailyOccasions(engine.records, new Heard(), engine.settings, engine.clock);

    @BeforeEach
    void addRules() {
        engine.hook("contacts", new ContactRules(engine.settings, engine.clock));
        engine.hook("personalevents", new PersonalEventRules(engine.settings, engine.messages, engine.clock));
        engine.hook("feedback", new FeedbackRules(engine.settings, engine.clock));
    }

    @AfterEach
    void close() throws InterruptedException {
        engine.close();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(engine.clock.instant(), ZoneId.of(engine.settings.get(Settings.ZONE, "UTC")));
    }

    @Test
    void aContactIsAsOldAsTheBirthdaySays() {
        assertEquals(39, age(contact("An", today().minusYears(40).plusDays(1))));
        assertEquals(40, age(contact("Bình", today().minusYears(40))));
        RecordData chi = contact("Chi", today().minusYears(20));
        chi = change(chi, "birthday", today().minusYears(21));
        assertEquals(21, age(chi));
        assertNull(change(chi, "birthday", null).get("age"));
        assertNull(contact("Con", today().plusDays(30)).get("age"));
    }

    private RecordData contact(String name, LocalDate birthday) {
        return engine.create("contacts", "name", name, "birthday", birthday);
    }

    private RecordData change(RecordData record, String field, Object value) {
        return engine.records.update(
                TestEngine.SYSTEM,
                record.type(),
                record.id(),
                record.version(),
                Collections.singletonMap(field, value));
    }

    private static int age(RecordData contact) {
        return ((BigDecimal) contact.get("age")).intValueExact();
    }

    private RecordData now(RecordData record) {
        return engine.records.get(TestEngine.SYSTEM, record.type(), record.id());
    }

    @Test
    void nobodyPutsAnAgeInAndNobodyHasFewerChildrenThanNone() {
        assertThrows(InvalidRecord.class, () -> engine.create("contacts", "name", "An", "age", 30));
        assertThrows(InvalidRecord.class, () -> engine.create("contacts", "name", "An", "children", -1));
    }

    @Test
    void peopleGrowOlderAndAutomationsHearOfTheirBirthdays() {
        RecordData tomorrow = contact("An", today().plusDays(1).minusYears(30));
        RecordData inAWeek = contact("Bình", today().plusDays(8).minusYears(50));
        run();
        assertEquals(List.of(), fired);

        engine.clock.advance(Duration.ofDays(1));
        run();
        assertEquals(30, age(now(tomorrow)));
        assertEquals(49, age(now(inAWeek)));
        assertEquals(List.of("core.birthday An", "core.birthdayAhead Bình"), fired);
        run();
        assertEquals(2, fired.size());
    }

    private void run() {
        job.run(TestEngine.SYSTEM, new QuietProgress());
    }

    @Test
    void daysOnWhichTheProductWasOffAreMadeUpFor() {
        RecordData contact = contact("An", today().plusDays(3).minusYears(30));
        run();
        engine.clock.advance(Duration.ofDays(5));
        run();
        assertEquals(List.of("core.birthday An"), fired);
        assertEquals(30, age(now(contact)));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-06-01,true,2026-11-22,2027-06-01",
        "2024-12-01,true,2026-11-22,2026-12-01",
        "2024-11-22,true,2026-11-22,2026-11-22",
        "2024-02-29,true,2026-02-28,2026-02-28",
        "2024-02-29,true,2026-03-01,2027-02-28",
        "2024-02-29,true,2027-06-01,2028-02-29",
        "2030-01-01,true,2026-11-22,2030-01-01",
        "2030-01-01,false,2026-11-22,2030-01-01",
        "2024-06-01,false,2026-11-22,"
    })
    void anEventComesBackOrNot(LocalDate date, boolean yearly, LocalDate today, LocalDate next) {
        assertEquals(next, PersonalEventRules.next(date, yearly, today));
    }

    @Test
    void aPersonalEventStartsAutomationsAndMovesOn() {
        RecordData contact = contact("An", null);
        RecordData wedding = engine.create(
                "personalevents",
                "kind",
                "wedding",
                "contact",
                Reference.to("contacts", contact.id()),
                "date",
                today().plusDays(1).minusYears(10));
        assertEquals("Wedding", wedding.text("name"));
        assertEquals(today().plusDays(1), wedding.get("nextOn"));
        run();
        engine.clock.advance(Duration.ofDays(1));
        run();
        assertEquals(List.of("core.eventDay Wedding"), fired);

        engine.clock.advance(Duration.ofDays(1));
        run();
        assertEquals(today().minusDays(1).plusYears(1), now(wedding).get("nextOn"));
    }

    @Test
    void feedbackWasHeardToday() {
        assertEquals(
                today(),
                engine.create("feedback", "name", "Giao nhanh", "kind", "praise")
                        .get("heardOn"));
    }

    @Test
    void bornOnALeapDayOneGrowsOlderOnTheFirstOfMarch() {
        long days = ChronoUnit.DAYS.between(today(), LocalDate.of(2027, 2, 28));
        RecordData contact = contact("An", LocalDate.of(2000, 2, 29));
        engine.clock.advance(Duration.ofDays(days));
        run();
        assertEquals(26, age(now(contact)));
        engine.clock.advance(Duration.ofDays(1));
        run();
        assertEquals(27, age(now(contact)));
    }

    /** Notes who would be told. */
    private final class Heard implements Automations {

        @Override
        public void fire(String trigger, String type, long id) {
            fired.add(trigger + " "
                    + engine.records.get(TestEngine.SYSTEM, type, id).text("name"));
        }

        @Override
        public List<Offer> triggers(Caller caller) {
            return List.of();
        }

        @Override
        public List<Offer> actions(Caller caller) {
            return List.of();
        }

        @Override
        public List<AutomationRun> runs(Caller caller, long automation, int limit, long before) {
            return List.of();
        }
    }
}

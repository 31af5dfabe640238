package org.sencrm.core.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.privacy.Consents;
import org.sencrm.api.privacy.PersonalData;
import org.sencrm.api.privacy.Retention;
import org.sencrm.api.privacy.Retention.Preview;
import org.sencrm.api.record.ChoiceSource;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordHook;
import org.sencrm.core.access.Administrators;
import org.sencrm.core.audit.TrailBench;
import org.sencrm.core.extension.Contribution;
import org.sencrm.core.file.FileDesk;
import org.sencrm.core.job.Node;
import org.sencrm.core.job.StoredJobs;
import org.sencrm.core.model.Consent;
import org.sencrm.core.model.LegalHold;
import org.sencrm.core.model.RetentionRule;
import org.sencrm.core.model.RetentionRun;
import org.sencrm.core.model.SubjectRequest;
import org.sencrm.core.privacy.StoredConsents;
import org.sencrm.core.privacy.StoredPersonalData;
import org.sencrm.core.privacy.SubjectRequestRules;
import org.sencrm.core.record.TestEngine;
import org.sencrm.core.store.Sql;
import org.sencrm.core.store.StoreException;
import org.sencrm.core.support.Callers;
import org.sencrm.core.support.QuietProgress;

/** Records go when their time is over, and those that have to stay stay. */
class RetentionTest {

    private static final Caller ADMINISTRATOR = Callers.user(1);

    @TempDir
    private Path home;

    private final TrailBench bench = new TrailBench();
    private final TestEngine engine = bench.engine;
    private final StoredJobs jobs = new StoredJobs(engine.database, engine.gate, engine.messages, new Node("test"));
    private final RunRules runs = new RunRules();
    private FileDesk desk;
    private StoredRetention retention;
    private boolean cancelled;

    @BeforeEach
    void begin() {
        engine.types.install(
                "core-retention",
                "crm-core",
                List.of(Consent.class, SubjectRequest.class, RetentionRule.class, RetentionRun.class, LegalHold.class));
        engine.hook(PersonalData.REQUESTS, new SubjectRequestRules(engine.settings, engine.messages, engine.types));
        engine.hook(Retention.RULES, new RuleChecks(engine.gate, engine.records, engine.types));
        engine.hook(Retention.RUNS, runs);
        engine.extensions
                .choices()
                .add(Contribution.of(
                        new RetentionTypes(engine.types, engine.messages),
                        Map.of(ChoiceSource.FIELD, "retentionrules.subject")));
        desk = new FileDesk(home, engine);
        Consents consents = new StoredConsents(engine.database, engine.types, engine.gate, engine.messages);
        StoredPersonalData people = new StoredPersonalData(
                engine.database,
                engine.records,
                engine.types,
                engine.gate,
                jobs,
                desk.files,
                consents,
                engine.audit,
                bench.trail,
                engine.messages,
                engine.settings);
        retention = new StoredRetention(
                engine.database,
                engine.records,
                engine.types,
                engine.gate,
                people,
                runs,
                new Administrators(engine.database),
                engine.extensions,
                engine.audit,
                engine.settings,
                engine.messages,
                engine.clock);
        retention.bind(new ActivityHold(engine.records));
    }

    @AfterEach
    void close() throws InterruptedException {
        jobs.close();
        desk.leave();
        bench.close();
    }

    private RecordData rule(String subject, Object... more) {
        Map<String, Object> values = TestEngine.values(more);
        values.put("name", "Giữ hai năm");
        values.put("subject", subject);
        values.putIfAbsent("months", 24);
        return engine.records.create(ADMINISTRATOR, Retention.RULES, values);
    }

    private RecordData update(RecordData record, Object... values) {
        RecordData now = engine.records.get(ADMINISTRATOR, record.type(), record.id());
        return engine.records.update(ADMINISTRATOR, now.type(), now.id(), now.version(), TestEngine.values(values));
    }

    private RecordData on(String subject, Object... more) {
        return update(rule(subject, more), "active", true);
    }

    /** As if it had been made so long ago. */
    private RecordData old(String type, Object... values) {
        return engine.records.asOf(
                engine.clock.instant().minus(Duration.ofDays(1000)), () -> engine.create(type, values));
    }

    private Map<String, Object> night() {
        return retention.run(Caller.system(), new QuietProgress() {
            @Override
            public boolean cancelled() {
                return cancelled;
            }
        });
    }

    private RecordData lastRun() {
        return engine.records
                .list(ADMINISTRATOR, Query.of(Retention.RUNS).sortedBy("-id").limitedTo(1))
                .items()
                .get(0);
    }

    private static int count(RecordData run, String field) {
        return ((BigDecimal) run.get(field)).intValue();
    }

    private boolean isLiving(RecordData record) {
        try {
            engine.records.get(ADMINISTRATOR, record.type(), record.id());
            return true;
        } catch (NotFound gone) {
            return false;
        }
    }

    private static String refused(Executable save) {
        return assertThrows(InvalidRecord.class, save).errors().get(0).field();
    }

    @Test
    void aRuleBeginsSwitchedOffAndDoesNothing() {
        RecordData company = old("accounts", "name", "Gốm Sứ");
        RecordData rule = rule("accounts");
        assertEquals(false, rule.get("active"));
        night();
        assertTrue(isLiving(company));
        assertEquals("active", refused(() -> rule("accounts", "active", true)));
    }

    @Test
    void thePreviewTellsWhatWouldGoTodayAndSoon() {
        RecordData company = old("accounts", "name", "Gốm Sứ");
        engine.records.asOf(
                engine.clock.instant().minus(Duration.ofDays(720)), () -> engine.create("accounts", "name", "Lụa"));
        engine.create("accounts", "name", "Trà");
        Preview preview = retention.preview(ADMINISTRATOR, rule("accounts").id());
        assertEquals(1, preview.today());
        assertEquals(1, preview.soon());
        assertEquals("Gốm Sứ", preview.first().get(0).record().label());
        assertEquals(company.id(), preview.first().get(0).record().id());
        assertNull(preview.first().get(0).keptBecause());
    }

    @Test
    void recordsGoIntoTheTrashAndAfterThirtyDaysForGood() {
        RecordData old = old("accounts", "name", "Gốm Sứ");
        RecordData fresh = engine.create("accounts", "name", "Trà");
        on("accounts");
        assertEquals(1, night().get("gone"));
        assertFalse(isLiving(old));
        assertTrue(isLiving(fresh));
        RecordData first = lastRun();
        assertEquals(1, count(first, "trashed"));
        assertEquals(0, count(first, "purged"));

        engine.clock.advance(Duration.ofDays(29));
        assertEquals(0, night().get("gone"));
        engine.clock.advance(Duration.ofDays(2));
        assertEquals(1, night().get("gone"));
        assertEquals(1, count(lastRun(), "purged"));
        assertNotEquals(first.text("digest"), lastRun().text("digest"));
        assertNull(engine.records.stored("accounts", old.id()));
        assertTrue(engine.audited().stream().anyMatch(entry -> entry.startsWith("retention.ran")));
        bench.sealChanges();
        assertTrue(bench.verify().isWhole());
    }

    @Test
    void whatSomebodyTookOutOfTheTrashStays() {
        RecordData old = old("accounts", "name", "Gốm Sứ");
        on("accounts");
        night();
        engine.records.restore(ADMINISTRATOR, "accounts", old.id());
        engine.clock.advance(Duration.ofDays(31));
        night();
        assertTrue(isLiving(old));
        assertEquals(0, retained());
    }

    @Test
    void peopleAreErasedWithACertificate() {
        RecordData person = old("contacts", "name", "Nguyễn Văn Thắng", "email", "thang@example.com");
        on("contacts");
        assertEquals(1, night().get("gone"));
        assertEquals(1, count(lastRun(), "erased"));
        RecordData emptied = engine.records.get(ADMINISTRATOR, "contacts", person.id());
        assertNull(emptied.get("email"));
        assertFalse(emptied.text("name").contains("Thắng"));
        RecordData request = engine.records
                .list(ADMINISTRATOR, Query.of(PersonalData.REQUESTS))
                .items()
                .get(0);
        assertEquals("done", request.text("state"));
        assertFalse(request.text("certificate").isEmpty());
        assertFalse(request.text("auditEntry").isEmpty());
        bench.sealChanges();
        assertTrue(bench.verify().isWhole());
    }

    @Test
    void whoWasErasedIsNotErasedEveryNight() {
        RecordData person = old("contacts", "name", "Nguyễn Văn Thắng");
        on("contacts", "dateField", "createdAt");
        night();
        assertEquals(0, night().get("gone"));
        assertEquals(1, engine.records.count(ADMINISTRATOR, Query.of(PersonalData.REQUESTS)));
        assertTrue(isLiving(person));
    }

    @Test
    void whatIsHeldStaysAndTheReasonIsSaid() {
        RecordData disputed = old("contacts", "name", "An");
        RecordData asking = old("contacts", "name", "Bình");
        RecordData awaited = old("contacts", "name", "Chi");
        RecordData free = old("contacts", "name", "Dung");
        engine.create("legalholds", "name", "Vụ kiện 12", "subject", TestEngine.reference(disputed));
        engine.create(PersonalData.REQUESTS, "person", TestEngine.reference(asking), "kind", "access");
        old("activities", "name", "Gọi", "kind", "task", "contact", TestEngine.reference(awaited));
        RecordData rule = on("contacts");
        Preview preview = retention.preview(ADMINISTRATOR, rule.id());
        assertEquals(4, preview.today());
        assertEquals(
                3,
                preview.first().stream()
                        .filter(found -> found.keptBecause() != null)
                        .count());
        night();
        RecordData run = lastRun();
        assertEquals(1, count(run, "erased"));
        assertEquals(3, count(run, "kept"));
        assertTrue(run.text("reasons").contains("Vụ kiện 12"), run.text("reasons"));
        assertTrue(engine.records
                .get(ADMINISTRATOR, "contacts", disputed.id())
                .text("name")
                .equals("An"));
        assertFalse(engine.records
                .get(ADMINISTRATOR, "contacts", free.id())
                .text("name")
                .equals("Dung"));
    }

    @Test
    void aHoldThatIsOverHoldsNothing() {
        RecordData company = old("accounts", "name", "Gốm Sứ");
        LocalDate yesterday =
                LocalDate.ofInstant(engine.clock.instant(), TestEngine.HANOI).minusDays(2);
        engine.create(
                "legalholds", "name", "Vụ kiện", "subject", TestEngine.reference(company), "heldUntil", yesterday);
        on("accounts");
        night();
        assertFalse(isLiving(company));
    }

    @Test
    void whatSomebodyWorksWithStays() {
        RecordData company = old("accounts", "name", "Gốm Sứ");
        engine.create("contacts", "name", "An", "account", TestEngine.reference(company));
        on("accounts");
        night();
        assertTrue(isLiving(company));
        assertEquals(1, count(lastRun(), "kept"));
    }

    @Test
    void aHoldThatCannotAnswerKeepsAll() {
        RecordData company = old("accounts", "name", "Gốm Sứ");
        retention.bind((type, ids) -> {
            throw new IllegalStateException("away");
        });
        on("accounts");
        night();
        assertTrue(isLiving(company));
    }

    @Test
    void aFilterAndABoundNarrowIt() {
        for (int i = 0; i < 5; i++) {
            old("accounts", "name", "Gốm Sứ " + i);
        }
        RecordData other = old("accounts", "name", "Lụa");
        on("accounts", "filter", "name==Gốm*", "mostANight", 3);
        assertEquals(3, night().get("gone"));
        assertEquals(2, night().get("gone"));
        assertEquals(0, night().get("gone"));
        assertTrue(isLiving(other));
    }

    @Test
    void whoeverStopsItFindsWhatWasDoneWrittenDown() {
        old("accounts", "name", "Gốm Sứ");
        on("accounts");
        cancelled = true;
        assertEquals(0, night().get("gone"));
        assertEquals(0, engine.records.count(ADMINISTRATOR, Query.of(Retention.RUNS)));
    }

    @Test
    void aRuleHasToMakeSense() {
        assertEquals("dateField", refused(() -> rule("accounts", "dateField", "name")));
        assertEquals("filter", refused(() -> rule("accounts", "filter", "nothing==1")));
        assertEquals("months", refused(() -> rule("accounts", "months", 0)));
        assertEquals("mostANight", refused(() -> rule("accounts", "mostANight", 5001)));
        assertEquals("subject", refused(() -> rule("nothing")));
    }

    @Test
    void whatFindsOtherRecordsIsLookedAtAnew() {
        RecordData rule = on("accounts");
        assertEquals(false, update(rule, "months", 12).get("active"));
        assertEquals("active", refused(() -> update(rule, "months", 6, "active", true)));
        assertEquals(true, update(rule, "active", true).get("active"));
        assertEquals(true, update(rule, "note", "Theo luật").get("active"));
    }

    @Test
    void onlyAdministratorsSetRules() {
        RecordData role = engine.role(
                "Clerk", TestEngine.line(Retention.RULES, "all", List.of(), "read", "create", "update", "delete"));
        Caller clerk = TestEngine.as(engine.user("Lan", null, role));
        RecordData rule = rule("accounts");
        assertThrows(
                InvalidRecord.class,
                () -> engine.records.update(clerk, rule.type(), rule.id(), rule.version(), Map.of("active", true)));
        assertThrows(Forbidden.class, () -> retention.preview(clerk, rule.id()));
    }

    @Test
    void nobodyChangesWhatARunDid() {
        old("accounts", "name", "Gốm Sứ");
        on("accounts");
        night();
        RecordData run = lastRun();
        assertThrows(InvalidRecord.class, () -> update(run, "trashed", 0));
        assertThrows(
                InvalidRecord.class, () -> engine.records.delete(ADMINISTRATOR, run.type(), run.id(), run.version()));
    }

    @Test
    void aPersonStaysWhileAnotherRecordOfThemIsNeeded() {
        Object[] same = {"name", "Nguyễn Văn Thắng", "email", "thang@example.com"};
        RecordData old = old("contacts", same);
        RecordData living = engine.create("contacts", same);
        on("contacts");
        assertEquals(0, night().get("gone"));
        assertEquals("thang@example.com", email(old));
        assertEquals("thang@example.com", email(living));
        assertEquals(1, count(lastRun(), "kept"));
        assertTrue(lastRun().text("reasons").contains("cùng người"), lastRun().text("reasons"));
        assertEquals(0, engine.records.count(ADMINISTRATOR, Query.of(PersonalData.REQUESTS)));
    }

    @Test
    void aRecordThatTheFilterLeavesOutKeepsThePerson() {
        RecordData old = old("contacts", "name", "An", "email", "an@example.com", "phone", "0901");
        RecordData other = old("contacts", "name", "An", "email", "an@example.com");
        on("contacts", "filter", "phone=isnull=false");
        assertEquals(0, night().get("gone"));
        assertEquals("an@example.com", email(old));
        assertEquals("an@example.com", email(other));
    }

    @Test
    void allRecordsOfAPersonGoTogetherAndAreCounted() {
        Object[] same = {"name", "An", "email", "an@example.com"};
        RecordData one = old("contacts", same);
        RecordData two = old("contacts", same);
        on("contacts", "dateField", "createdAt");
        assertEquals(2, night().get("gone"));
        assertEquals(2, count(lastRun(), "erased"));
        assertNull(email(one));
        assertNull(email(two));
        List<RecordData> requests = engine.records
                .list(ADMINISTRATOR, Query.of(PersonalData.REQUESTS))
                .items();
        assertEquals(2, requests.size());
        assertEquals(requests.get(0).text("certificate"), requests.get(1).text("certificate"));
        assertEquals(0, night().get("gone"), "who was erased is not erased again");
    }

    private String email(RecordData person) {
        return engine.records.get(ADMINISTRATOR, person.type(), person.id()).text("email");
    }

    @Test
    void aCallOfYesterdayIsWork() {
        RecordData company = old("accounts", "name", "Gốm Sứ");
        RecordData person = old("contacts", "name", "An", "email", "an@example.com");
        called(company);
        called(person);
        on("accounts");
        on("contacts");
        assertEquals(0, night().get("gone"));
        assertTrue(isLiving(company));
        assertEquals("an@example.com", email(person));
    }

    private void called(RecordData whom) {
        engine.create(
                "activities",
                "name",
                "Gọi",
                "kind",
                "call",
                "doneAt",
                engine.clock.instant(),
                "regarding",
                TestEngine.reference(whom));
    }

    @Test
    void aLegalHoldOnWhatWouldGoAlongKeepsThePerson() {
        RecordData person = old("contacts", "name", "An", "email", "an@example.com");
        RecordData call = old(
                "activities",
                "name",
                "Gọi",
                "kind",
                "call",
                "doneAt",
                engine.clock.instant(),
                "regarding",
                TestEngine.reference(person));
        RecordData hold = engine.create("legalholds", "name", "Vụ kiện 12", "subject", TestEngine.reference(call));
        on("contacts");
        assertEquals(0, night().get("gone"));
        assertEquals("an@example.com", email(person));
        assertTrue(isLiving(call));
        assertTrue(lastRun().text("reasons").contains("Vụ kiện 12"));
        engine.records.delete(ADMINISTRATOR, hold.type(), hold.id(), hold.version());
        assertEquals(1, night().get("gone"));
        assertNull(email(person));
    }

    @Test
    void whatChangesWhileItsTurnComesStays() {
        RecordData person = old("contacts", "name", "An", "email", "an@example.com");
        on("contacts");
        onceAsked(() -> update(person, "phone", "0901"));
        assertEquals(0, night().get("gone"));
        assertEquals("an@example.com", email(person));
        assertEquals(1, count(lastRun(), "kept"));
    }

    @Test
    void aHoldThatComesWhileItsTurnComesHolds() {
        RecordData person = old("contacts", "name", "An", "email", "an@example.com");
        on("contacts");
        onceAsked(() -> engine.create("legalholds", "name", "Vụ kiện 12", "subject", TestEngine.reference(person)));
        assertEquals(0, night().get("gone"));
        assertEquals("an@example.com", email(person));
        assertTrue(lastRun().text("reasons").contains("Vụ kiện 12"));
    }

    /** Something that happens after the first look at what stays. */
    private void onceAsked(Runnable event) {
        AtomicBoolean happened = new AtomicBoolean();
        retention.bind((type, ids) -> {
            if (!happened.getAndSet(true)) {
                event.run();
            }
            return Map.of();
        });
    }

    @Test
    void switchingARuleOffStopsItBeforeTheNextPage() {
        for (int i = 0; i < 51; i++) {
            old("accounts", "name", "Gốm Sứ " + i);
        }
        RecordData rule = on("accounts");
        onceAsked(() -> update(rule, "active", false));
        assertEquals(50, night().get("gone"));
        assertTrue(
                lastRun().text("reasons").contains("quy tắc đã bị sửa hoặc tắt"),
                lastRun().text("reasons"));
    }

    @Test
    void nothingGoesWhileAModuleIsAway() {
        RecordData trashed = old("accounts", "name", "Gốm Sứ");
        on("accounts");
        night();
        engine.clock.advance(Duration.ofDays(31));
        RecordData old = old("accounts", "name", "Lụa");
        engine.local.write(connection -> Sql.of(
                        "insert into CORE_TYPE (RECORD_TYPE, MODULE) values (?,?)", "opportunities", "crm-sales")
                .execute(connection));
        Map<String, Object> result = night();
        assertEquals(0, result.get("gone"));
        assertEquals("opportunities", result.get("away"));
        assertTrue(isLiving(old));
        assertNotNull(engine.records.stored("accounts", trashed.id()));
        assertTrue(lastRun().text("reasons").contains("opportunities"));
    }

    @Test
    void whatPeopleThrewAwayAgainIsTheirs() {
        RecordData old = old("accounts", "name", "Gốm Sứ");
        on("accounts");
        night();
        engine.clock.advance(Duration.ofDays(10));
        engine.records.restore(ADMINISTRATOR, "accounts", old.id());
        RecordData back = engine.records.get(ADMINISTRATOR, "accounts", old.id());
        engine.clock.advance(Duration.ofDays(10));
        engine.records.delete(ADMINISTRATOR, "accounts", back.id(), back.version());
        engine.clock.advance(Duration.ofDays(15));
        night();
        assertNotNull(engine.records.stored("accounts", old.id()));
        assertEquals(0, retained());
    }

    @Test
    void aHoldIsAskedAboutTheTypeOfWhatLiesInTheTrash() {
        RecordData old = old("accounts", "name", "Gốm Sứ");
        RecordData rule = on("accounts");
        night();
        retention.bind((type, ids) -> "accounts".equals(type) ? Map.of(old.id(), "retention.kept.activity") : Map.of());
        update(rule, "subject", "activities");
        update(rule, "active", true);
        engine.clock.advance(Duration.ofDays(31));
        assertEquals(0, night().get("gone"));
        assertNotNull(engine.records.stored("accounts", old.id()));
        assertTrue(lastRun().text("reasons").contains("việc cần làm"));
    }

    private long retained() {
        return engine.local.read(
                connection -> Sql.of("select count(*) from CORE_RETAINED").first(connection, row -> row.getLong(1)));
    }

    @Test
    void oneRecordThatTheDatabaseRefusesDoesNotEndTheNight() {
        RecordData first = old("accounts", "name", "Gốm Sứ");
        RecordData second = old("accounts", "name", "Lụa");
        refuseToDelete(first, new StoreException("deadlock", new SQLException("deadlock", "40001")), 99);
        on("accounts");
        assertEquals(1, night().get("gone"));
        assertTrue(isLiving(first));
        assertFalse(isLiving(second));
        assertEquals(1, count(lastRun(), "kept"));
    }

    @Test
    void whoeverTheDatabaseSentAwayIsTriedAgain() {
        RecordData first = old("accounts", "name", "Gốm Sứ");
        refuseToDelete(first, new StoreException("deadlock", new SQLException("deadlock", "40001")), 2);
        on("accounts");
        assertEquals(1, night().get("gone"));
        assertFalse(isLiving(first));
    }

    @Test
    void aRuleThatFailsSaysSo() {
        old("accounts", "name", "Gốm Sứ");
        old("contacts", "name", "An");
        RecordData first = on("accounts");
        RecordData second = on("contacts");
        engine.hook("accounts", new RecordHook() {
            @Override
            public void beforeDelete(Draft draft) {
                throw new IllegalStateException("broken");
            }
        });
        Map<String, Object> result = night();
        assertEquals(1, result.get("failed"));
        assertEquals(1, result.get("gone"));
        RecordData broken = ran(first);
        assertTrue(broken.text("reasons").contains("có lỗi"), broken.text("reasons"));
        assertEquals(1, count(ran(second), "erased"));
        assertEquals(1, told(broken));
    }

    private RecordData ran(RecordData rule) {
        return engine.records
                .list(ADMINISTRATOR, Query.of(Retention.RUNS).where("rule==" + rule.id()))
                .items()
                .get(0);
    }

    private long told(RecordData run) {
        return engine.local.read(
                connection -> Sql.of("select count(*) from CORE_NOTIFICATION where RECORD_ID=?", run.id())
                        .first(connection, row -> row.getLong(1)));
    }

    private void refuseToDelete(RecordData record, RuntimeException refusal, int times) {
        AtomicInteger left = new AtomicInteger(times);
        engine.hook(record.type(), new RecordHook() {
            @Override
            public void beforeDelete(Draft draft) {
                if (draft.id() == record.id() && left.getAndDecrement() > 0) {
                    throw refusal;
                }
            }
        });
    }
}

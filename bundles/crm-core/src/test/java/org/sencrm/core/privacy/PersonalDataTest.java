package org.sencrm.core.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.access.Caller;
import org.sencrm.api.audit.AuditQuery;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.file.StoredFile;
import org.sencrm.api.job.Job;
import org.sencrm.api.job.Jobs;
import org.sencrm.api.privacy.Consents;
import org.sencrm.api.privacy.PersonalData;
import org.sencrm.api.privacy.PersonalData.Fate;
import org.sencrm.api.privacy.PersonalData.Plan;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.core.audit.TrailBench;
import org.sencrm.core.file.FileDesk;
import org.sencrm.core.job.Node;
import org.sencrm.core.job.StoredJobs;
import org.sencrm.core.model.Consent;
import org.sencrm.core.model.Feedback;
import org.sencrm.core.model.Household;
import org.sencrm.core.model.PersonalEvent;
import org.sencrm.core.model.Product;
import org.sencrm.core.model.Relative;
import org.sencrm.core.model.SubjectRequest;
import org.sencrm.core.record.TestEngine;
import org.sencrm.core.store.Sql;
import org.sencrm.core.support.Callers;
import org.sencrm.core.support.QuietProgress;
import org.sencrm.core.talk.RecordComments;

/** Somebody asks what is known of them, and then to be forgotten. */
class PersonalDataTest {

    private static final Caller ADMINISTRATOR = Callers.user(1);
    private static final String NAME = "Nguyễn Văn Thắng";
    private static final String MAIL = "thang.nguyen@example.com";

    /** Whatever of it is found, it was not forgotten. */
    private static final List<String> TRACES =
            List.of(NAME, "nguyen van thang", MAIL, "0912 345 678", "0912345678", "thang@old.example.com", "Gốm Sứ 9");

    @TempDir
    private Path home;

    private final TrailBench bench = new TrailBench();
    private final TestEngine engine = bench.engine;
    private final StoredJobs jobs = new StoredJobs(engine.database, engine.gate, engine.messages, new Node("test"));
    private final Consents consents = new StoredConsents(engine.database, engine.types, engine.gate, engine.messages);
    private RecordComments comments;
    private FileDesk desk;
    private PersonalData data;

    private RecordData person;
    private RecordData deal;

    @BeforeEach
    void begin() {
        engine.types.install(
                "core-people",
                "crm-core",
                List.of(
                        Consent.class,
                        SubjectRequest.class,
                        PersonalEvent.class,
                        Relative.class,
                        Feedback.class,
                        Household.class,
                        Product.class));
        engine.hook(Consents.TYPE, new ConsentRules(engine.database, engine.types, engine.clock));
        engine.hook(
                PersonalData.REQUESTS,
                new SubjectRequestRules(engine.settings, engine.messages, engine.types, engine.clock));
        desk = new FileDesk(home, engine);
        comments = new RecordComments(
                engine.database,
                engine.types,
                engine.gate,
                engine.feed,
                engine.extensions,
                engine.records,
                engine.messages);
        data = data(jobs);
        meet();
    }

    private PersonalData data(Jobs runner) {
        return new StoredPersonalData(
                engine.database,
                engine.records,
                engine.types,
                engine.gate,
                runner,
                desk.files,
                consents,
                engine.audit,
                bench.trail,
                engine.messages,
                engine.settings);
    }

    /** All kinds of things that a company gets to know of somebody. */
    private void meet() {
        person = engine.create("contacts", "name", NAME, "email", "thang@old.example.com", "externalId", "Gốm Sứ 9");
        person = engine.records.update(
                TestEngine.SYSTEM,
                "contacts",
                person.id(),
                person.version(),
                Map.of("email", MAIL, "phone", "+84 912 345 678", "birthday", LocalDate.of(1990, 3, 1)));
        deal = engine.deal(
                "name",
                "Lò nung cho " + NAME,
                "about",
                TestEngine.reference(person),
                "amount",
                Map.of("amount", "5000000", "currency", "VND"),
                "email",
                MAIL,
                "note",
                "Gọi 0912.345.678, hỏi anh NGUYỄN VĂN THẮNG",
                "extras",
                Map.of("contact", List.of(NAME)));
        RecordData event = engine.create(
                "personalevents",
                "name",
                "Sinh nhật " + NAME,
                "kind",
                "birthday",
                "contact",
                TestEngine.reference(person),
                "date",
                LocalDate.of(1990, 3, 1));
        engine.create(
                "relatives", "name", "Trần Thị Hoa", "contact", TestEngine.reference(person), "relation", "spouse");
        engine.create("feedback", "name", NAME + " khen", "kind", "praise", "contact", TestEngine.reference(person));
        engine.create("activities", "name", "Gọi " + NAME, "kind", "call", "regarding", TestEngine.reference(person));
        engine.create("consents", "person", TestEngine.reference(person), "purpose", "newsletter", "state", "given");
        RecordData trashed =
                engine.create("activities", "name", NAME, "kind", "task", "contact", TestEngine.reference(person));
        engine.records.delete(TestEngine.SYSTEM, "activities", trashed.id(), trashed.version());
        comments.add(ADMINISTRATOR, "contacts", person.id(), NAME + " thích gốm", Set.of());
        comments.add(ADMINISTRATOR, "deals", deal.id(), "Hỏi " + MAIL, Set.of());
        comments.add(ADMINISTRATOR, "personalevents", event.id(), NAME, Set.of());
        desk.add(TestEngine.SYSTEM, person, "CV " + NAME + ".txt", "Tôi là " + NAME);
        desk.add(TestEngine.SYSTEM, deal, "Báo giá " + NAME + ".txt", "Một lò nung");
    }

    @AfterEach
    void close() throws InterruptedException {
        jobs.close();
        desk.leave();
        bench.close();
    }

    private RecordData request(String kind) {
        return engine.records.create(
                ADMINISTRATOR,
                PersonalData.REQUESTS,
                TestEngine.values("person", TestEngine.reference(person), "kind", kind));
    }

    private Job done(Job started) throws InterruptedException {
        for (int i = 0;
                i < 300 && !jobs.get(ADMINISTRATOR, started.id()).state().isOver();
                i++) {
            Thread.sleep(50);
        }
        Job job = jobs.get(ADMINISTRATOR, started.id());
        assertEquals(Job.State.DONE, job.state(), job.message());
        return job;
    }

    /** The entries of the file that answers the request, as text. */
    private Map<String, String> handedOut(RecordData request) throws Exception {
        done(data.export(ADMINISTRATOR, request.id()));
        Map<String, String> entries = new TreeMap<>();
        long id = desk.files
                .list(ADMINISTRATOR, request.type(), request.id())
                .get(0)
                .id();
        try (InputStream content = desk.files.open(ADMINISTRATOR, id);
                ZipInputStream zip = new ZipInputStream(content)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(
                        entry.getName().replaceAll("\\d+-", ""),
                        new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    private RecordData erased() throws InterruptedException {
        RecordData request = request("erase");
        Plan plan = data.plan(ADMINISTRATOR, request.id());
        done(data.erase(ADMINISTRATOR, request.id(), plan.digest()));
        return engine.records.get(ADMINISTRATOR, PersonalData.REQUESTS, request.id());
    }

    /** Every text of every table of the database that holds one of the words. */
    private Map<String, String> found(List<String> words) {
        Map<String, String> found = new TreeMap<>();
        engine.local.read(connection -> {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
                while (rows.next()) {
                    tables.add(rows.getString("TABLE_NAME"));
                }
            }
            for (String table : tables) {
                Sql.of("select * from " + table).query(connection, row -> {
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        String text = row.getString(i);
                        String folded = text == null ? "" : text.toLowerCase(Locale.ROOT);
                        if (words.stream().anyMatch(word -> folded.contains(word.toLowerCase(Locale.ROOT)))) {
                            found.put(table + '.' + row.getMetaData().getColumnName(i), text);
                        }
                    }
                    return null;
                });
            }
            return null;
        });
        return found;
    }

    private String onDisk() throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            StringBuilder contents = new StringBuilder();
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                contents.append(Files.readString(file, StandardCharsets.UTF_8));
            }
            return contents.toString();
        }
    }

    @Test
    void nothingNamesThePersonAfterwards() throws Exception {
        assertFalse(found(TRACES).isEmpty());
        assertTrue(onDisk().contains(NAME));

        RecordData request = erased();

        assertEquals(Map.of(), found(TRACES));
        for (int i = 0; i < 100 && onDisk().contains(NAME); i++) {
            Thread.sleep(50);
        }
        assertFalse(onDisk().contains(NAME));
        assertTrue(bench.verify().isWhole());
        assertEquals("done", request.text("state"));
    }

    @Test
    void theWorkOfTheCompanyStays() throws Exception {
        erased();
        RecordData now = engine.records.get(ADMINISTRATOR, "deals", deal.id());
        assertEquals("Lò nung cho ***", now.text("name"));
        assertEquals(deal.get("amount"), now.get("amount"));
        assertEquals(person.id(), now.reference("about").id());
        assertTrue(
                now.reference("about").label().startsWith("Người đã xóa"),
                now.reference("about").label());
        assertEquals("Gọi ***, hỏi anh ***", now.text("note"));
        assertNull(now.get("email"), "what is no address stands in no field of addresses");
        assertEquals(List.of("Báo giá ***.txt"), desk.names(ADMINISTRATOR, deal));
        assertEquals(1, engine.records.count(ADMINISTRATOR, Query.of("feedback")));
        assertEquals(0, engine.records.count(ADMINISTRATOR, Query.of("personalevents")));
        assertEquals(0, engine.records.count(ADMINISTRATOR, Query.of("relatives")));
        assertEquals(0, engine.records.count(ADMINISTRATOR, Query.of("activities")));
        assertEquals(
                0, engine.records.count(ADMINISTRATOR, Query.of("activities").inTrash()));
        RecordData shell = engine.records.get(ADMINISTRATOR, "contacts", person.id());
        assertNull(shell.get("birthday"));
        assertNull(shell.get("email"));
        assertNull(shell.get("externalId"));
    }

    @Test
    void nobodyWritesToWhoWasErased() throws Exception {
        assertTrue(consents.may(TestEngine.reference(person), "newsletter"));
        erased();
        assertFalse(consents.may(TestEngine.reference(person), "newsletter"));
    }

    @Test
    void theCertificateSaysWhatWentAndWhatStaysAndNotWhoseItWas() throws Exception {
        RecordData request = erased();
        String text = request.text("certificate");
        assertTrue(text.contains("Liên hệ: 1 (tệp đã xóa: 1, bình luận đã xóa: 1)"), text);
        assertTrue(text.contains("deals"), text);
        assertTrue(text.contains("Cho thấy công ty đã làm theo luật"), text);
        assertNotNull(request.get("erasedAt"));
        String number = request.text("auditEntry");
        assertEquals(
                1,
                bench.trail.find(TestEngine.SYSTEM, AuditQuery.newest(100)).stream()
                        .filter(entry -> Long.toString(entry.number()).equals(number)
                                && entry.kind().equals("privacy.erased"))
                        .count());
        RecordData now = engine.records.get(ADMINISTRATOR, PersonalData.REQUESTS, request.id());
        assertThrows(
                InvalidRecord.class,
                () -> engine.records.update(
                        ADMINISTRATOR, PersonalData.REQUESTS, now.id(), now.version(), Map.of("state", "open")));
        assertThrows(
                InvalidRecord.class,
                () -> engine.records.delete(ADMINISTRATOR, PersonalData.REQUESTS, now.id(), now.version()));
    }

    @Test
    void thePlanSaysItBefore() {
        Plan plan = data.plan(ADMINISTRATOR, request("erase").id());
        Map<String, String> lines = plan.lines().stream()
                .collect(Collectors.toMap(
                        line -> line.what() + " " + line.type(),
                        line -> line.records() + " " + line.files() + " " + line.comments(),
                        (one, other) -> one + ", " + other,
                        TreeMap::new));
        assertEquals(
                Map.of(
                        "EMPTIED contacts", "1 1 1",
                        "GONE activities", "2 0 0",
                        "GONE personalevents", "1 0 1",
                        "GONE relatives", "1 0 0",
                        "KEPT consents", "1 0 0",
                        "KEPT deals", "1 1 1",
                        "KEPT feedback", "1 0 0",
                        "KEPT subjectrequests", "1 0 0"),
                lines);
        assertTrue(plan.lines().stream().allMatch(line -> (line.what() == Fate.KEPT) == (line.reason() != null)));
        assertFalse(found(TRACES).isEmpty(), "a plan changes nothing");
    }

    @Test
    void whatWasNotShownIsNotErased() {
        RecordData request = request("erase");
        Plan plan = data.plan(ADMINISTRATOR, request.id());
        engine.deal("name", "Mới", "about", TestEngine.reference(person));
        assertThrows(NotNow.class, () -> data.erase(ADMINISTRATOR, request.id(), plan.digest()));
        assertEquals(
                NAME, engine.records.get(ADMINISTRATOR, "contacts", person.id()).text("name"));
    }

    @Test
    void onlyAnOpenRequestToEraseIsCarriedOut() throws Exception {
        assertThrows(
                NotNow.class, () -> data.plan(ADMINISTRATOR, request("access").id()));
        RecordData request = erased();
        assertThrows(NotNow.class, () -> data.plan(ADMINISTRATOR, request.id()));
    }

    @Test
    void itTakesThePermission() {
        RecordData request = request("erase");
        RecordData all = engine.role(
                "All but that",
                TestEngine.line(PersonalData.REQUESTS, "all", List.of(), "read", "create", "update", "delete"),
                TestEngine.line("*", "all", List.of(), "read", "create", "update", "delete"));
        Caller colleague = TestEngine.as(engine.user("Minh", null, all));
        assertThrows(Forbidden.class, () -> data.plan(colleague, request.id()));
        assertThrows(Forbidden.class, () -> data.export(colleague, request.id()));
        assertThrows(Forbidden.class, () -> data.erase(colleague, request.id(), ""));
    }

    @Test
    void theSamePersonElsewhereIsErasedAsWell() throws Exception {
        RecordData twin = engine.create("contacts", "name", NAME, "email", MAIL);
        RecordData namesake = engine.create("contacts", "name", NAME, "email", "other@example.com");
        erased();
        assertTrue(engine.records
                .get(ADMINISTRATOR, "contacts", twin.id())
                .text("name")
                .startsWith("Người đã xóa"));
        assertEquals(
                NAME,
                engine.records.get(ADMINISTRATOR, "contacts", namesake.id()).text("name"));
    }

    @Test
    void whoOnlySharesATelephoneIsNamedAndLeftAlone() throws Exception {
        RecordData twin = engine.create("contacts", "name", NAME, "email", MAIL);
        RecordData namesake = engine.create("contacts", "name", NAME, "phone", "+84 912 345 678", "title", "Kế toán");
        RecordData request = request("erase");
        Plan plan = data.plan(ADMINISTRATOR, request.id());
        assertEquals(
                List.of(new Reference("contacts", person.id(), NAME), new Reference("contacts", twin.id(), NAME)),
                plan.persons());
        assertEquals(List.of(new Reference("contacts", namesake.id(), NAME)), plan.alike());

        done(data.erase(ADMINISTRATOR, request.id(), plan.digest()));

        RecordData now = engine.records.get(ADMINISTRATOR, "contacts", namesake.id());
        assertEquals(NAME, now.text("name"));
        assertEquals(namesake.get("phone"), now.get("phone"));
        assertEquals("Kế toán", now.text("title"));
        String certificate = engine.records
                .get(ADMINISTRATOR, PersonalData.REQUESTS, request.id())
                .text("certificate");
        assertTrue(certificate.contains("có thể là cùng một người và không bị đụng đến: 1"), certificate);
    }

    @Test
    void allRecordsAreLockedBeforeWhatTheySayIsRead() {
        PersonalData atOnce = data(new JobsAtOnce());
        RecordData request = request("erase");
        Plan plan = atOnce.plan(ADMINISTRATOR, request.id());
        long all = plan.lines().stream().mapToLong(PersonalData.Line::records).sum();
        engine.database.statements();

        atOnce.erase(ADMINISTRATOR, request.id(), plan.digest());

        List<String> statements = engine.database.statements();
        List<Integer> locks = new ArrayList<>();
        for (int i = 0; i < statements.size() && locks.size() < all; i++) {
            if (statements.get(i).endsWith(" set VERSION=VERSION where ID=?")) {
                locks.add(i);
            }
        }
        assertEquals(all, locks.size());
        assertEquals("update CORE_CONTACT set VERSION=VERSION where ID=?", statements.get(locks.get(0)), "the eldest");
        assertEquals(all, locks.get(locks.size() - 1) - locks.get(0) + 1, "nothing is read between");
        List<String> then = statements.subList(locks.get(locks.size() - 1) + 1, statements.size());
        int written = 0;
        while (!then.get(written).startsWith("update ")) {
            written++;
        }
        long histories = then.subList(0, written).stream()
                .filter(statement -> statement.startsWith("select ") && statement.contains(" from CORE_CHANGE "))
                .count();
        assertTrue(histories >= all, histories + " of " + all);
    }

    @Test
    void theAccountAndTheHouseholdOfThePersonNameThemNoMore() throws Exception {
        RecordData account = engine.create("accounts", "name", NAME, "phone", "+84 912 345 678", "status", "prospect");
        RecordData company = engine.create("accounts", "name", "Công ty Gốm Sen", "phone", "+84 241 234 567");
        RecordData household = engine.create("households", "name", "Nhà " + NAME, "note", "Gọi 0912 345 678");
        RecordData namesake = engine.create("contacts", "name", NAME, "email", "other@example.com");
        RecordData now = engine.records.get(ADMINISTRATOR, "contacts", person.id());
        engine.records.update(
                TestEngine.SYSTEM,
                "contacts",
                person.id(),
                now.version(),
                Map.of("account", TestEngine.reference(company), "household", TestEngine.reference(household)));
        engine.records.update(
                TestEngine.SYSTEM,
                "deals",
                deal.id(),
                deal.version(),
                Map.of("account", TestEngine.reference(account)));
        engine.create(
                "activities",
                "name",
                "Gặp",
                "kind",
                "call",
                "regarding",
                TestEngine.reference(namesake),
                "contact",
                TestEngine.reference(person));

        erased();

        RecordData emptied = engine.records.get(ADMINISTRATOR, "accounts", account.id());
        assertEquals("***", emptied.text("name"));
        assertNull(emptied.get("phone"));
        assertEquals("prospect", emptied.text("status"));
        RecordData home = engine.records.get(ADMINISTRATOR, "households", household.id());
        assertEquals("Nhà ***", home.text("name"));
        assertEquals("Gọi ***", home.text("note"));
        assertEquals(
                company.version(),
                engine.records.get(ADMINISTRATOR, "accounts", company.id()).version());
        assertEquals(
                NAME,
                engine.records.get(ADMINISTRATOR, "contacts", namesake.id()).text("name"));
    }

    @Test
    void whatWasDoneAboutADealNamesThePersonNoMore() throws Exception {
        RecordData call = engine.create(
                "activities", "name", "Hỏi " + NAME, "kind", "call", "regarding", TestEngine.reference(deal));
        RecordData other =
                engine.create("activities", "name", "Đo lò", "kind", "task", "regarding", TestEngine.reference(deal));
        erased();
        assertEquals(
                "Hỏi ***",
                engine.records.get(ADMINISTRATOR, "activities", call.id()).text("name"));
        assertEquals(
                other.version(),
                engine.records.get(ADMINISTRATOR, "activities", other.id()).version());
    }

    @Test
    void whatWasSealedBeforeIsStillWhole() throws Exception {
        bench.sealChanges();
        assertTrue(bench.verify().isWhole());
        erased();
        bench.sealChanges();
        assertTrue(bench.verify().isWhole());
        bench.tamper("update CORE_CHANGE set THROUGH = 'other' where RECORD_ID = " + person.id());
        assertFalse(bench.verify().isWhole());
    }

    @Test
    void whichColleagueHadThePersonIsNotHandedOut() throws Exception {
        RecordData colleague = engine.user("Lê Thị Mai", null);
        RecordData now = engine.records.get(ADMINISTRATOR, "contacts", person.id());
        engine.records.update(
                TestEngine.SYSTEM,
                "contacts",
                person.id(),
                now.version(),
                Map.of("owner", TestEngine.reference(colleague)));
        String json = handedOut(request("access")).get("data.json");
        assertTrue(json.contains("thang@old.example.com"), "the history is told");
        assertFalse(json.contains(Long.toString(colleague.id())), json);
        assertFalse(json.contains("\"owner\""), json);
    }

    @Test
    void theFileHoldsWhatEveryModuleKnows() throws Exception {
        RecordData request = request("access");
        Map<String, String> entries = handedOut(request);

        assertEquals(List.of("personal-data-" + request.id() + ".zip"), desk.names(ADMINISTRATOR, request));
        assertEquals(
                Set.of("data.json", "index.html", "files/CV " + NAME + ".txt", "files/Báo giá " + NAME + ".txt"),
                entries.keySet());
        String json = entries.get("data.json");
        Stream.of("deals", "personalevents", "consents", "thang@old.example.com", "thích gốm", "1990-03-01")
                .forEach(word -> assertTrue(json.contains(word), word));
        String page = entries.get("index.html");
        Stream.of("Lò nung cho " + NAME, "Trần Thị Hoa", "Newsletter", "Birthday")
                .forEach(word -> assertTrue(page.contains(word), word));
        assertTrue(engine.audited().contains("privacy.exported " + request.id()));
    }

    @Test
    void whoOnlyReadsRequestsOpensNoFileOfThem() throws Exception {
        RecordData request = request("access");
        done(data.export(ADMINISTRATOR, request.id()));
        RecordData reads = engine.role("Reads", TestEngine.line(PersonalData.REQUESTS, "all", List.of(), "read"));
        Caller reader = TestEngine.as(engine.user("Minh", null, reads));
        StoredFile file = desk.files.list(reader, request.type(), request.id()).get(0);
        assertThrows(Forbidden.class, () -> desk.files.open(reader, file.id()));
        desk.files.open(ADMINISTRATOR, file.id()).close();
    }

    @Test
    void nothingIsHandedOutForARequestThatIsOver() {
        for (String state : List.of("done", "refused")) {
            RecordData request = request("access");
            engine.records.update(
                    ADMINISTRATOR, PersonalData.REQUESTS, request.id(), request.version(), Map.of("state", state));
            assertThrows(NotNow.class, () -> data.export(ADMINISTRATOR, request.id()), state);
        }
    }

    @Test
    void whatWasHandedOutGoesWithTheRest() throws Exception {
        RecordData handedOut = request("access");
        done(data.export(ADMINISTRATOR, handedOut.id()));
        erased();
        assertEquals(List.of(), desk.names(ADMINISTRATOR, handedOut));
        assertEquals(Map.of(), found(TRACES));
    }

    @Test
    void nothingIsAnsweredWhileAModuleIsAway() {
        RecordData request = request("erase");
        engine.local.write(
                connection -> Sql.of("insert into CORE_TYPE (RECORD_TYPE, MODULE) values (?,?)", "deals", "crm-test")
                        .execute(connection));
        assertNotNull(data.plan(ADMINISTRATOR, request.id()));
        engine.removeDeals();
        String message = assertThrows(NotNow.class, () -> data.plan(ADMINISTRATOR, request.id()))
                .getMessage();
        assertTrue(message.contains("deals"), message);
    }

    @Test
    void somebodyElseInTheTrashIsNotTakenForThePerson() throws Exception {
        engine.types.install("guests", "crm-guests", List.of(Guest.class));
        engine.local.write(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate(Guest.TABLE);
            }
        });
        RecordData guest = engine.create("guests", "name", "Phạm Minh Châu", "host", TestEngine.reference(person));
        engine.records.delete(TestEngine.SYSTEM, "guests", guest.id(), guest.version());
        RecordData other = engine.deal("name", "Của Phạm Minh Châu", "about", TestEngine.reference(person));
        erased();
        assertEquals(
                "Của Phạm Minh Châu",
                engine.records.get(ADMINISTRATOR, "deals", other.id()).text("name"));
    }

    @Test
    void aRequestIsDueInThirtyDays() {
        RecordData request = request("access");
        LocalDate received = (LocalDate) request.get("receivedOn");
        assertEquals(received.plusDays(30), request.get("dueOn"));
        assertEquals("open", request.text("state"));
    }

    /** Does work where it is asked for. */
    private static final class JobsAtOnce implements Jobs {

        @Override
        public Job start(Caller caller, String kind, Work work) {
            work.run(caller, new QuietProgress());
            return null;
        }

        @Override
        public Job get(Caller caller, long id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Job cancel(Caller caller, long id) {
            throw new UnsupportedOperationException();
        }
    }
}

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Conflict;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.Change;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;

class WriteTest {

    private static TestEngine engine;
    private static RecordData admin;
    private static RecordData account;

    @BeforeAll
    static void start() {
        engine = new TestEngine();
        admin = engine.user(
                "Chief", engine.team("Hanoi", null, null), engine.create("roles", "name", "c", "administrator", true));
        account = engine.create("accounts", "name", "Sen Việt", "externalId", "ext-1");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        engine.close();
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Map<String, Object> values = values(
                "name", "Full",
                "account", account.id(),
                "about", Reference.to("accounts", account.id()),
                "partners", List.of(Map.of("id", Long.toString(account.id())), Map.of("externalId", "ext-1")),
                "amount", Map.of("amount", "1054.00", "currency", "usd"),
                "stage", "won",
                "tags", List.of("vip", "new", "vip"),
                "probability", "12.50",
                "seats", 3,
                "closedOn", "2026-02-28",
                "meetsAt", "2026-03-01T01:30:00.123456789+07:00",
                "lasts", 5400,
                "hot", "true",
                "email", "an@example.com",
                "site", "www.example.com/giới-thiệu",
                "note", "a\r\nb\tc",
                "pitch", "<p onclick='x()'>Hi <script>alert(1)</script><b>you</b></p>",
                "extras", Map.of("deep", List.of(1, true, Map.of("x", "y"))));
        RecordData made = engine.records.create(as(admin), DEALS, values);
        RecordData read = engine.records.get(as(admin), DEALS, made.id());
        assertEquals(read, made);
        assertEquals(new Reference("accounts", account.id(), "Sen Việt"), read.get("account"));
        assertEquals(new Reference("accounts", account.id(), "Sen Việt"), read.get("about"));
        assertEquals(List.of(new Reference("accounts", account.id(), "Sen Việt")), read.get("partners"));
        assertEquals(new Money(new BigDecimal("1054"), "USD"), read.get("amount"));
        assertEquals(List.of("vip", "new"), read.get("tags"));
        assertEquals(new BigDecimal("12.5"), read.get("probability"));
        assertEquals(new BigDecimal("3"), read.get("seats"));
        assertEquals(LocalDate.of(2026, 2, 28), read.get("closedOn"));
        assertEquals(Instant.parse("2026-02-28T18:30:00.123456Z"), read.get("meetsAt"));
        assertEquals(Duration.ofMinutes(90), read.get("lasts"));
        assertEquals(true, read.get("hot"));
        assertEquals("https://www.example.com/giới-thiệu", read.get("site"));
        assertEquals("a\nb c", read.get("note"));
        assertEquals("<p>Hi <b>you</b></p>", read.get("pitch"));
        assertEquals(Map.of("deep", List.of(1, true, Map.of("x", "y"))), read.get("extras"));
        assertEquals(Long.toString(made.id()), read.get("id"));
        assertEquals(new Reference("users", admin.id(), "Chief"), read.get("owner"));
        assertEquals("Hanoi", read.reference("team").label());
        assertEquals(new Reference("users", admin.id(), "Chief"), read.get("createdBy"));
        assertEquals(engine.clock.instant(), read.get("createdAt"));
        assertEquals("rest", read.get("source"));
        assertEquals(1, read.version());
    }

    @Test
    void javaValuesAreTakenAsTheyAre() {
        RecordData made = engine.deal(
                "name", "Java",
                "closedOn", LocalDate.of(2026, 1, 2),
                "meetsAt", Instant.parse("2026-01-02T03:04:05Z"),
                "lasts", Duration.ofHours(2),
                "probability", new BigDecimal("7"),
                "partners", List.of(Reference.to("accounts", account.id())));
        assertEquals(LocalDate.of(2026, 1, 2), made.get("closedOn"));
        assertEquals(Duration.ofHours(2), made.get("lasts"));
        assertNull(made.get("owner"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "name | '' | required",
                "name | null | required",
                "nope | 1 | unknownField",
                "LABEL_KEY | x | unknownField",
                "version | 3 | unknownField",
                "id | 5 | readOnly",
                "createdAt | 2026-01-01T00:00:00Z | readOnly",
                "createdBy | 5 | readOnly",
                "updatedBy | 5 | readOnly",
                "source | x | readOnly",
                "rating | A | readOnly",
                "code | 1234567890123456789012345678901 | tooLong",
                "stage | nope | unknownChoice",
                "tags | vip,nope | unknownChoice",
                "account | 42 | unknownReference",
                "account | abc | format",
                "account | -1 | format",
                "account | 99999999999999999999 | format",
                "about | 42 | format",
                "owner | 42 | unknownReference",
                "team | 42 | unknownReference",
                "seats | x | format",
                "seats | 1.5 | format",
                "seats | 3000000000 | outOfRange",
                "seats | 1e9999999 | outOfRange",
                "probability | 1000 | outOfRange",
                "amount | 1e16 | outOfRange",
                "closedOn | 2026-02-30 | format",
                "closedOn | 22/11/2026 | format",
                "meetsAt | 2026-02-28 | format",
                "lasts | soon | format",
                "hot | yes | format",
                "email | an@ | format",
                "email | an example@x.vn | format",
                "email | a@b@c.vn | format",
                "site | javascript:alert(1) | format",
                "site | ftp://example.com | format",
                "site | https://user:pw@example.com | format",
                "site | data:text/html,x | format",
            })
    void whatIsWrongIsSaidAtTheField(String field, String value, String code) {
        Map<String, Object> values = values("name", "x");
        values.put(field, value);
        InvalidRecord refused = assertThrows(InvalidRecord.class, () -> engine.records.create(SYSTEM, DEALS, values));
        assertEquals(
                List.of(code), refused.errors().stream().map(FieldError::code).toList());
        assertEquals(field, refused.errors().get(0).field());
        assertTrue(refused.errors().get(0).message().contains(" "), "a message for people");
    }

    @Test
    void allThatIsWrongIsSaidTogetherInTheLanguageOfTheCaller() {
        Caller vietnamese = SYSTEM.speaking(Locale.forLanguageTag("vi"));
        InvalidRecord refused = assertThrows(
                InvalidRecord.class,
                () -> engine.records.create(vietnamese, DEALS, values("stage", "nope", "seats", "x", "account", 42)));
        Map<String, String> codes = new HashMap<>();
        refused.errors().forEach(error -> codes.put(error.field(), error.code()));
        assertEquals(
                Map.of("name", "required", "stage", "unknownChoice", "seats", "format", "account", "unknownReference"),
                codes);
        assertEquals(
                "Vui lòng nhập thông tin này.",
                refused.errors().stream()
                        .filter(error -> error.code().equals("required"))
                        .findFirst()
                        .orElseThrow()
                        .message());
    }

    @Test
    void textIsNormalised() {
        RecordData made = engine.deal("name", " Nguye\u0302\u0303n\u200b Va\u0306n\u0000\u202e\nAn\u00a0 ");
        assertEquals("Nguyễn Văn An", made.get("name"));
    }

    @Test
    void anExternalIdMustFitOneRecord() {
        engine.create("accounts", "name", "Twin", "externalId", "twin");
        engine.create("accounts", "name", "Twin", "externalId", "twin");
        assertEquals(
                List.of("ambiguousReference"),
                codes(() -> engine.deal("name", "x", "account", Map.of("externalId", "twin"))));
        assertEquals(
                List.of("unknownReference"),
                codes(() -> engine.deal("name", "x", "account", Map.of("externalId", "nobody"))));
        assertEquals(
                "Sen Việt",
                engine.deal("name", "x", "account", Map.of("externalId", "ext-1"))
                        .reference("account")
                        .label());
        assertEquals(
                account.id(),
                engine.records.byExternalId(SYSTEM, "accounts", "ext-1").id());
        assertNull(engine.records.byExternalId(SYSTEM, "accounts", "none"));
    }

    @Test
    void uniqueValuesBelongToOneLivingRecord() {
        RecordData first = engine.deal("name", "first", "code", "Unique");
        assertEquals(List.of("notUnique"), codes(() -> engine.deal("name", "second", "code", "unIQUE")));
        RecordData same = engine.records.update(
                SYSTEM, DEALS, first.id(), first.version(), Map.of("code", "UNIQUE", "name", "renamed"));
        engine.records.delete(SYSTEM, DEALS, same.id(), same.version());
        RecordData second = engine.deal("name", "second", "code", "unique");
        assertEquals(List.of("notUnique"), codes(() -> engine.records.restore(SYSTEM, DEALS, first.id())));
        engine.records.update(SYSTEM, DEALS, second.id(), second.version(), values("code", null));
        assertEquals("UNIQUE", engine.records.restore(SYSTEM, DEALS, first.id()).get("code"));
    }

    @Test
    void aPatchLeavesWhatItDoesNotName() {
        RecordData made = engine.deal("name", "patched", "seats", 3, "amount", new Money(BigDecimal.TEN, "VND"));
        RecordData patched = engine.records.update(
                SYSTEM, DEALS, made.id(), made.version(), values("seats", null, "amount", Map.of("amount", "5")));
        assertNull(patched.get("seats"));
        assertEquals("patched", patched.get("name"));
        assertEquals(new Money(new BigDecimal("5"), "VND"), patched.get("amount"));
        assertEquals(2, patched.version());
        assertEquals(patched, engine.records.get(SYSTEM, DEALS, made.id()));
    }

    @Test
    void nothingIsWrittenWhereNothingChanges() {
        RecordData made = engine.deal("name", "same", "seats", 3);
        RecordData same = engine.records.update(SYSTEM, DEALS, made.id(), 1, Map.of("seats", "3.0", "name", " same "));
        assertEquals(1, same.version());
        assertEquals(1, engine.records.history(SYSTEM, DEALS, made.id(), 10, 0).size());
    }

    @Test
    void whoeverIsTooLateLearnsWhatChanged() {
        RecordData made = engine.deal("name", "contested", "seats", 3, "stage", "open");
        engine.records.update(
                as(admin), DEALS, made.id(), 1, Map.of("seats", 4, "account", account.id(), "stage", "won"));
        engine.records.update(as(admin), DEALS, made.id(), 2, Map.of("stage", "open"));
        Conflict conflict = assertThrows(
                Conflict.class,
                () -> engine.records.update(SYSTEM, DEALS, made.id(), 1, Map.of("seats", 5, "name", "mine")));
        assertEquals(3, conflict.version());
        Map<String, Conflict.Changed> changed = new HashMap<>();
        conflict.changed().forEach(change -> changed.put(change.field(), change));
        assertEquals(Set.of("seats", "account"), changed.keySet());
        assertEquals(new BigDecimal("5"), changed.get("seats").yours());
        assertEquals(new BigDecimal("4"), changed.get("seats").theirs());
        assertEquals("Chief", changed.get("seats").by().label());
        assertNull(changed.get("account").yours());
        assertEquals(
                new Reference("accounts", account.id(), "Sen Việt"),
                changed.get("account").theirs());
        assertThrows(Conflict.class, () -> engine.records.delete(SYSTEM, DEALS, made.id(), 1));
        assertEquals("contested", engine.records.get(SYSTEM, DEALS, made.id()).get("name"));
    }

    @Test
    void theTrashKeepsARecordUntilItIsRestored() {
        RecordData made = engine.deal("name", "trashed");
        engine.records.delete(SYSTEM, DEALS, made.id(), 1);
        assertThrows(NotFound.class, () -> engine.records.get(SYSTEM, DEALS, made.id()));
        assertThrows(NotFound.class, () -> engine.records.update(SYSTEM, DEALS, made.id(), 2, Map.of("name", "x")));
        assertThrows(NotFound.class, () -> engine.records.delete(SYSTEM, DEALS, made.id(), 2));
        assertEquals(List.of(), engine.names(SYSTEM, "name==trashed"));
        assertEquals(
                List.of("trashed"),
                engine.names(SYSTEM, Query.of(DEALS).where("name==trashed").inTrash()));
        assertEquals(
                List.of("unknownReference"),
                codes(() -> engine.create("activities", "name", "call", "regarding", Reference.to(DEALS, made.id()))));
        RecordData back = engine.records.restore(SYSTEM, DEALS, made.id());
        assertEquals(3, back.version());
        assertEquals(back, engine.records.get(SYSTEM, DEALS, made.id()));
        assertThrows(NotFound.class, () -> engine.records.restore(SYSTEM, DEALS, made.id()));
        assertEquals(
                List.of(Change.Kind.RESTORED, Change.Kind.TRASHED, Change.Kind.CREATED),
                engine.records.history(SYSTEM, DEALS, made.id(), 10, 0).stream()
                        .map(Change::kind)
                        .toList());
    }

    @Test
    void aNewOwnerBringsTheirTeam() {
        RecordData team = engine.team("Saigon", null, null);
        RecordData seller = engine.user("Seller", team);
        RecordData made = engine.records.create(as(admin), DEALS, Map.of("name", "handed over"));
        RecordData moved = engine.records.update(as(admin), DEALS, made.id(), 1, Map.of("owner", seller.id()));
        assertEquals("Saigon", moved.reference("team").label());
        RecordData kept =
                engine.records.update(as(admin), DEALS, made.id(), 2, values("owner", admin.id(), "team", team.id()));
        assertEquals("Saigon", kept.reference("team").label());
    }

    @Test
    void aTransactionIsWholeOrNothing() {
        assertThrows(
                IllegalStateException.class,
                () -> engine.records.inTransaction(() -> {
                    engine.deal("name", "half of two");
                    throw new IllegalStateException();
                }));
        assertEquals(List.of(), engine.names(SYSTEM, "name=='half of two'"));
        engine.records.inTransaction(() -> {
            RecordData made = engine.deal("name", "seen inside");
            assertEquals(List.of("seen inside"), engine.names(SYSTEM, "name=='seen inside'"));
            codes(() -> engine.deal("name", "refused", "seats", "x"));
            return made;
        });
        assertEquals(List.of("seen inside"), engine.names(SYSTEM, "name=='seen inside'"));
    }

    @Test
    void aCreateTakesFewStatements() {
        engine.records.create(as(admin), DEALS, Map.of("name", "warm"));
        engine.database.statements();
        engine.records.create(as(admin), DEALS, Map.of("name", "counted", "account", account.id()));
        List<String> statements = engine.database.statements();
        assertEquals(3, statements.size(), () -> String.join("\n", statements));
    }

    private static List<String> codes(Runnable work) {
        return assertThrows(InvalidRecord.class, work::run).errors().stream()
                .map(FieldError::code)
                .toList();
    }
}

package org.sencrm.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Rsql;
import org.sencrm.core.record.TestEngine;

/** What is known of customers, and the open lists of choices in which it is kept. */
class ProfileTest {

    private static final Locale VI = Locale.forLanguageTag("vi");
    private static final List<String> NEEDS = List.of("Máy chạy êm", "Giao trong ngày");

    private final TestEngine engine = new TestEngine();

    @AfterEach
    void close() throws InterruptedException {
        engine.close();
    }

    @Test
    void needsAndHabitsOfACustomerAreKeptAndFound() {
        RecordData saved =
                engine.create("accounts", "name", "Sen", "needs", NEEDS, "habits", List.of("Mua theo lô cuối tháng"));
        engine.create("accounts", "name", "Khác", "needs", List.of("Máy chạy êm và nhẹ"));
        engine.create("accounts", "name", "Không");

        RecordData read = engine.records.get(TestEngine.SYSTEM, "accounts", saved.id());
        assertEquals(NEEDS, read.get("needs"));
        assertEquals(List.of("Mua theo lô cuối tháng"), read.get("habits"));
        assertEquals(List.of("Sen"), names("accounts", Rsql.equal("needs", "Máy chạy êm")));
        assertEquals(List.of("Sen"), names("accounts", "habits==\"Mua theo lô cuối tháng\""));
    }

    private List<String> names(String type, String filter) {
        return engine
                .records
                .list(TestEngine.SYSTEM, Query.of(type).where(filter).sortedBy("name"))
                .items()
                .stream()
                .map(record -> record.text("name"))
                .toList();
    }

    @Test
    void whatSomebodyPutInIsOfferedToAllTypesThatShareTheList() throws InterruptedException {
        engine.create("accounts", "name", "Sen", "needs", List.of("Máy chạy êm"));
        RecordData contact = engine.create("contacts", "name", "Nguyễn Văn An", "needs", List.of("MAY CHAY EM"));

        assertEquals(List.of("Máy chạy êm"), contact.get("needs"));
        assertEquals(List.of("Máy chạy êm"), names("listentries", "list==needs"));
        assertTrue(offers(true, "contacts", "needs", "Máy chạy êm"));
        assertFalse(offers(false, "contacts", "habits", "Máy chạy êm"));
    }

    /** In the end, as listeners hear of a commit a moment later. */
    private boolean offers(boolean expected, String type, String field, String label) throws InterruptedException {
        boolean offered = !expected;
        for (int i = 0; i < 100 && offered != expected; i++) {
            Thread.sleep(20);
            offered = engine.types.choices(type, field, VI).stream()
                    .map(Choice::label)
                    .anyMatch(label::equals);
        }
        return offered;
    }

    @Test
    void aTextThatNamesAChoiceInOneOfTheLanguagesIsThatChoice() {
        RecordData contact = engine.create(
                "contacts", "name", "An", "mediaHabits", List.of("Newspapers", "báo giấy", "zalo", "Bản tin phường"));

        assertEquals(List.of("newspapers", "zalo", "Bản tin phường"), contact.get("mediaHabits"));
        assertEquals(List.of("An"), names("contacts", "mediaHabits==newspapers"));
        assertEquals(List.of("Bản tin phường"), names("listentries", "list==media"));
    }

    @Test
    void anEntryIsRenamedForAllAndGoesWithoutTakingAnything() throws InterruptedException {
        RecordData contact = engine.create("contacts", "name", "An", "tastes", List.of("Mau xanh"));
        RecordData entry = engine.records
                .list(TestEngine.SYSTEM, Query.of("listentries"))
                .items()
                .get(0);
        entry = engine.records.update(
                TestEngine.SYSTEM, "listentries", entry.id(), entry.version(), Map.of("name", "Màu xanh lá"));
        assertTrue(offers(true, "contacts", "tastes", "Màu xanh lá"));
        assertEquals(List.of("An"), names("contacts", "tastes==\"Mau xanh\""));

        engine.records.delete(TestEngine.SYSTEM, "listentries", entry.id(), entry.version());
        assertFalse(offers(false, "contacts", "tastes", "Màu xanh lá"));
        RecordData again = engine.records.update(
                TestEngine.SYSTEM, "contacts", contact.id(), contact.version(), Map.of("title", "Giám đốc"));
        assertEquals(List.of("Mau xanh"), again.get("tastes"));
    }

    @Test
    void anEntryHasNoCommaAndStaysInItsList() {
        assertThrows(InvalidRecord.class, () -> engine.create("listentries", "name", "Nhanh, rẻ", "list", "needs"));
        RecordData entry = engine.create("listentries", "name", "Nhanh", "list", "needs");
        assertThrows(
                InvalidRecord.class,
                () -> engine.records.update(
                        TestEngine.SYSTEM, "listentries", entry.id(), entry.version(), Map.of("list", "habits")));
    }

    @Test
    void whatIsTooLongIsRefusedAtItsField() {
        InvalidRecord refused = assertThrows(
                InvalidRecord.class, () -> engine.create("contacts", "name", "An", "needs", List.of("x".repeat(201))));
        assertEquals("needs", refused.errors().get(0).field());
        assertEquals(List.of(), names("listentries", ""));
    }

    @Test
    void aRefusedRecordAddsNothing() {
        assertThrows(InvalidRecord.class, () -> engine.create("contacts", "needs", List.of("Êm"), "sex", "nobody"));
        assertEquals(List.of(), names("listentries", ""));
    }

    @Test
    void whoKeepsNoListsMayStillAddToThem() {
        RecordData role =
                engine.role("Seller", TestEngine.line("contacts", "all", List.of(), "read", "create", "update"));
        Caller seller = TestEngine.as(engine.user("Lan", null, role));
        engine.records.create(seller, "contacts", Map.of("name", "An", "habits", List.of("Đi chợ sớm")));
        assertEquals(List.of("Đi chợ sớm"), names("listentries", "list==habits"));
    }

    @Test
    void whatIsSensitiveCanBeDeniedToARole() {
        RecordData contact = engine.create(
                "contacts", "name", "An", "maritalStatus", "married", "income", 20_000_000, "householdSize", 4);
        RecordData role =
                engine.role("Seller", TestEngine.line("contacts", "all", List.of("income", "maritalStatus"), "read"));
        Caller seller = TestEngine.as(engine.user("Lan", null, role));

        RecordData seen = engine.records.get(seller, "contacts", contact.id());
        assertNull(seen.get("income"));
        assertNull(seen.get("maritalStatus"));
        assertEquals("4", seen.get("householdSize").toString());
        assertThrows(
                InvalidRequest.class,
                () -> engine.records.list(seller, Query.of("contacts").where("income=gt=1")));
    }

    @Test
    void fieldsOfASectionStandBehindTheOthers() {
        List<String> sections = engine.types.get("contacts").fields().stream()
                .filter(field -> !field.system())
                .map(field -> field.section())
                .distinct()
                .toList();
        assertEquals(List.of("", "needs", "buying", "journey", "person", "life", "media"), sections);
        assertEquals("name", engine.types.get("accounts").fields().get(0).name());
    }

    @Test
    void theListsAreOfferedByName() {
        List<String> lists = new ListChoices(engine.types, engine.messages)
                .choices(VI).stream().map(Choice::label).toList();
        assertTrue(lists.containsAll(List.of("Nhu cầu", "Thói quen", "Yếu tố quyết định", "Phương tiện truyền thông")));
        assertEquals(lists.size(), lists.stream().distinct().count() + 0);
    }
}

package org.sencrm.core.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Conflict;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.field.CustomField;
import org.sencrm.api.record.Change;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.SummaryQuery;
import org.sencrm.core.record.Deal;
import org.sencrm.core.record.TestEngine;
import org.sencrm.core.store.Sql;
import org.sencrm.core.text.FileMessages;
import org.sencrm.core.type.TypeRegistry;

/** Fields that are added, changed and removed while the product runs. */
class CustomFieldsTest {

    private static final Caller SYSTEM = TestEngine.SYSTEM;
    private static final String DEALS = TestEngine.DEALS;
    private static final Locale VI = Locale.forLanguageTag("vi");

    private final TestEngine engine = new TestEngine();

    @AfterEach
    void close() throws InterruptedException {
        engine.close();
    }

    @Test
    void holdsValuesOfEveryKind() {
        RecordData account = engine.create("accounts", "name", "Lotus");
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("text", "Hà Nội");
        values.put("longText", "one\ntwo");
        values.put("richText", "<p>one</p>");
        values.put("number", new BigDecimal("12.345678"));
        values.put("money", new Money(new BigDecimal("99.5"), "EUR"));
        values.put("percent", new BigDecimal("12.5"));
        values.put("date", LocalDate.of(2026, 11, 22));
        values.put("dateTime", Instant.parse("2026-11-22T07:30:00Z"));
        values.put("duration", Duration.ofMinutes(90));
        values.put("boolean", true);
        values.put("choice", "a");
        values.put("choices", List.of("b", "a"));
        values.put("email", "an@example.com");
        values.put("phone", "0236 385 1122");
        values.put("url", "https://example.com/sen");
        values.put("address", "1 Lê Lợi\nĐà Nẵng");
        values.put("personName", "Nguyễn Thị Lụa");
        values.put("reference", new Reference("accounts", account.id(), "Lotus"));
        values.put("references", List.of(new Reference("accounts", account.id(), "Lotus")));
        Map<String, Object> byField = new LinkedHashMap<>();
        values.forEach((kind, value) -> {
            String name = "my" + kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
            add(
                    name,
                    kind,
                    kind.startsWith("choice") ? "options" : "kind",
                    kind.startsWith("choice") ? List.of("a", "b") : kind,
                    kind.startsWith("reference") ? "target" : "kind",
                    kind.startsWith("reference") ? "accounts" : kind);
            byField.put(name, value);
        });
        byField.put("name", "Everything");

        RecordData deal = engine.records.create(SYSTEM, DEALS, byField);

        RecordData read = engine.records.get(SYSTEM, DEALS, deal.id());
        byField.forEach((name, value) -> assertEquals(value, read.get(name), name));
        RecordData emptied = engine.records.update(SYSTEM, DEALS, deal.id(), 1, nothing(byField));
        byField.keySet().stream()
                .filter(name -> !name.equals("name"))
                .forEach(name -> assertNull(emptied.get(name), name));
    }

    private static Map<String, Object> nothing(Map<String, Object> fields) {
        Map<String, Object> patch = new LinkedHashMap<>();
        fields.keySet().stream().filter(name -> !name.equals("name")).forEach(name -> patch.put(name, null));
        return patch;
    }

    @Test
    void isFilteredSortedAndSummedLikeAnyOther() {
        add(
                "region",
                "choice",
                "options",
                List.of(Map.of("code", "n", "label", Map.of("vi", "Bắc", "en", "North")), "s"));
        add("weight", "number");
        deal("A", "region", "n", "weight", 3);
        deal("B", "region", "s", "weight", 20);
        deal("C", "region", "n", "weight", 100);
        engine.deal("name", "D");

        assertEquals(List.of("A", "C"), engine.names(SYSTEM, "region==n"));
        assertEquals(List.of("B", "C"), engine.names(SYSTEM, "weight=gt=3"));
        assertEquals(List.of("D"), engine.names(SYSTEM, "weight=isnull=true"));
        assertEquals(
                List.of("D", "C", "B", "A"),
                engine.names(SYSTEM, Query.of(DEALS).sortedBy("-weight")));
        var summary = engine.records.summarize(
                SYSTEM.speaking(VI), new SummaryQuery(DEALS, "region", List.of("sum:weight"), "region==n", ""));
        assertEquals("Bắc", summary.groups().get(0).label());
        assertEquals(
                new BigDecimal("103"),
                summary.groups().get(0).totals().measures().get("sum:weight"));
    }

    @Test
    void listsByARequiredFieldStillShowRecordsWithoutIt() {
        engine.deal("name", "Old");
        add("weight", "number", "required", true);
        deal("New", "weight", 1);
        assertEquals(List.of("New", "Old"), engine.names(SYSTEM, Query.of(DEALS).sortedBy("weight")));
    }

    @Test
    void isFoundByQuickSearchAndForgottenWithItsField() {
        add("nickname", "text");
        RecordData deal = deal("A", "nickname", "Bông Sen");
        assertEquals(List.of("A"), engine.names(SYSTEM, Query.of(DEALS).matching("bong sen")));
        engine.fields.remove(SYSTEM, DEALS, "nickname", null);
        engine.fieldUpkeep.work();
        assertEquals(List.of(), engine.names(SYSTEM, Query.of(DEALS).matching("bong sen")));
        assertEquals(List.of("A"), engine.names(SYSTEM, Query.of(DEALS).matching("a")));
        assertEquals(1, engine.records.get(SYSTEM, DEALS, deal.id()).version());
    }

    @Test
    void isLabelledInBothLanguages() {
        add("region", "choice", "label", Map.of("vi", "Vùng"), "options", List.of(Map.of("code", "n", "label", "Bắc")));
        assertEquals("Vùng", engine.messages.field(VI, DEALS, "region"));
        assertEquals("Vùng", engine.messages.field(Locale.ENGLISH, DEALS, "region"));
        assertEquals(List.of(new Choice("n", "Bắc", "neutral")), engine.types.choices(DEALS, "region", Locale.ENGLISH));
        engine.fields.update(SYSTEM, DEALS, "region", 1L, Map.of("label", Map.of("vi", "Vùng", "en", "Region")));
        assertEquals("Region", engine.messages.field(Locale.ENGLISH, DEALS, "region"));
    }

    @Test
    void standsInTheHistory() {
        add("region", "text");
        RecordData deal = deal("A", "region", "north");
        engine.records.update(SYSTEM, DEALS, deal.id(), 1, Map.of("region", "south"));
        Change change = engine.records.history(SYSTEM, DEALS, deal.id(), 1, 0).get(0);
        assertEquals(List.of(new Change.FieldChange("region", "north", "south")), change.fields());
    }

    @Test
    void isKeptFromThoseWhoMayNotReadIt() {
        add("margin", "number");
        deal("A", "margin", 5);
        RecordData role = engine.role("Seller", TestEngine.line(DEALS, "all", List.of("margin"), "read", "update"));
        Caller seller = TestEngine.as(engine.user("Lan", null, role));
        RecordData seen = engine.records.list(seller, Query.of(DEALS)).items().get(0);
        assertFalse(seen.values().containsKey("margin"));
        assertThrows(InvalidRequest.class, () -> engine.names(seller, "margin==5"));
        assertEquals(
                "unknownField",
                refused(() -> engine.records.update(seller, DEALS, seen.id(), 1, Map.of("margin", 1)))
                        .code());
    }

    @Test
    void isRequiredOfNewRecordsOnly() {
        RecordData old = engine.deal("name", "Old");
        add("region", "text", "required", true);
        assertEquals("required", refused(() -> engine.deal("name", "New")).code());
        assertEquals(
                "x",
                engine.records
                        .update(SYSTEM, DEALS, old.id(), 1, Map.of("note", "x"))
                        .get("note"));
        engine.records.update(SYSTEM, DEALS, old.id(), 2, Map.of("region", "north"));
        FieldError error = refused(() -> engine.records.update(
                SYSTEM,
                DEALS,
                old.id(),
                3,
                Arrays.asList("region").stream()
                        .collect(LinkedHashMap::new, (map, name) -> map.put(name, null), Map::putAll)));
        assertEquals("region", error.field());
    }

    @Test
    void beginsWithItsDefault() {
        add("region", "choice", "options", List.of("n", "s"), "default", "n");
        add("hours", "duration", "default", "PT1H");
        RecordData deal = engine.deal("name", "A");
        assertEquals("n", deal.get("region"));
        assertEquals(Duration.ofHours(1), deal.get("hours"));
        assertEquals(Map.of("region", "n", "hours", Duration.ofHours(1)), engine.types.initialValues(DEALS));
        assertEquals(
                new BigDecimal("2.5"), add("share", "number", "default", 2.5).initial());
        add("budget", "money", "default", Map.of("amount", "10", "currency", "VND"));
        assertEquals(
                new Money(BigDecimal.TEN, "VND"),
                engine.fields.get(SYSTEM, DEALS, "budget").initial());
        engine.fields.update(SYSTEM, DEALS, "budget", null, Map.of("label", "Budget"));
        assertEquals(new Money(BigDecimal.TEN, "VND"), engine.deal("name", "E").get("budget"));
        assertEquals("s", deal("B", "region", "s").get("region"));
        Map<String, Object> emptied = TestEngine.values("name", "C", "region", null);
        assertNull(engine.records.create(SYSTEM, DEALS, emptied).get("region"));
        engine.fields.update(SYSTEM, DEALS, "region", null, TestEngine.values("default", null));
        assertNull(engine.deal("name", "D").get("region"));
    }

    @Test
    void isUniqueWithoutRegardToCase() {
        add("badge", "text", "unique", true);
        deal("A", "badge", "x1");
        assertEquals("notUnique", refused(() -> deal("B", "badge", "X1")).code());
    }

    @Test
    void becomesUniqueOnlyWithoutDoubles() {
        add("badge", "text");
        deal("A", "badge", "x1");
        RecordData other = deal("B", "badge", "X1");
        FieldError error = refused(() -> engine.fields.update(SYSTEM, DEALS, "badge", null, Map.of("unique", true)));
        assertEquals("unique", error.field());
        assertTrue(error.message().contains("\"A\"") && error.message().contains("\"B\""), error.message());
        assertFalse(engine.types.get(DEALS).field("badge").orElseThrow().unique());

        engine.records.update(SYSTEM, DEALS, other.id(), 1, Map.of("badge", "x2"));
        engine.fields.update(SYSTEM, DEALS, "badge", null, Map.of("unique", true));
        assertEquals("notUnique", refused(() -> deal("C", "badge", "x1")).code());
        engine.fields.update(SYSTEM, DEALS, "badge", null, Map.of("unique", false));
        deal("C", "badge", "x1");
    }

    @Test
    void leavesNothingInAColumnThatIsUsedAgain() {
        add("first", "text", "unique", true);
        RecordData deal = deal("A", "first", "secret");
        String column = column("first");
        engine.fields.remove(SYSTEM, DEALS, "first", null);
        assertThrows(InvalidRequest.class, () -> engine.names(SYSTEM, "first==secret"));
        add("early", "text");
        assertFalse(column.equals(column("early")), "not yet cleared");

        engine.fieldUpkeep.work();
        assertNull(engine.database.read(connection ->
                Sql.of("select " + column + " from TEST_DEAL").first(connection, row -> row.getString(1))));
        engine.clock.advance(Columns.REST.plusSeconds(1));
        add("first", "phone");
        assertEquals(column, column("first"));
        assertNull(engine.records.get(SYSTEM, DEALS, deal.id()).get("first"));
        deal("B", "first", "0236");
        assertEquals(
                List.of("name"),
                engine.records.history(SYSTEM, DEALS, deal.id(), 1, 0).get(0).fields().stream()
                        .map(Change.FieldChange::field)
                        .filter(name -> name.equals("name") || name.equals("first"))
                        .toList());
    }

    @Test
    void doesNotUseAColumnAgainInWhichAValueArrivedLate() {
        add("first", "number");
        String column = column("first");
        RecordData deal = engine.deal("name", "A");
        engine.fields.remove(SYSTEM, DEALS, "first", null);
        engine.fieldUpkeep.work();
        engine.database.write(connection -> Sql.of("update TEST_DEAL set " + column + "=7 where ID=?", deal.id())
                .execute(connection));
        engine.clock.advance(Columns.REST.plusSeconds(1));
        add("second", "number");
        assertFalse(column.equals(column("second")));
        engine.fieldUpkeep.work();
        engine.clock.advance(Columns.REST.plusSeconds(1));
        add("third", "percent");
        assertEquals(column, column("third"));
        assertNull(engine.records.get(SYSTEM, DEALS, deal.id()).get("third"));
    }

    @Test
    void keepsValuesOfAnOptionThatIsGone() {
        add("tags2", "choices", "options", List.of("a", "b", "c"));
        RecordData deal = deal("A", "tags2", List.of("a", "b"));
        engine.fields.update(SYSTEM, DEALS, "tags2", null, Map.of("options", List.of("b", "c")));
        assertEquals(
                List.of("a", "b"), engine.records.get(SYSTEM, DEALS, deal.id()).get("tags2"));
        engine.records.update(SYSTEM, DEALS, deal.id(), 1, Map.of("tags2", List.of("a", "b", "c")));
        assertEquals(
                "unknownChoice", refused(() -> deal("B", "tags2", List.of("a"))).code());
    }

    @Test
    void refusesNamesThatCannotBe() {
        add("region", "text");
        Map.of(
                        "",
                        "required",
                        "Region",
                        "format",
                        "has space",
                        "format",
                        "tên",
                        "format",
                        "REGION",
                        "format",
                        "n".repeat(41),
                        "tooLong",
                        "nAme",
                        "notUnique",
                        "regioN",
                        "notUnique",
                        "externalid",
                        "notUnique",
                        "type",
                        "refused")
                .forEach((name, code) ->
                        assertEquals(code, refused(() -> add(name, "text")).code(), name));
        add("select", "text");
        add("dropTable", "text");
        assertEquals("x", deal("A", "select", "x").get("select"));
    }

    @Test
    void saysAtEachMemberWhatIsWrong() {
        assertEquals("expression", refused(() -> add("a", "formula")).field());
        assertEquals("rollUp", refused(() -> add("a", "rollUp")).field());
        assertTrue(refused(() -> add("a", "file")).message().contains("longText"));
        assertEquals("options", refused(() -> add("a", "choice")).field());
        assertEquals(
                "options",
                refused(() -> add("a", "choice", "options", List.of("x", "X"))).field());
        assertEquals(
                "target",
                refused(() -> add("a", "reference", "target", "nowhere")).field());
        assertEquals(
                "target", refused(() -> add("a", "text", "target", "accounts")).field());
        assertEquals(
                "default", refused(() -> add("a", "number", "default", "many")).field());
        assertEquals(
                "default",
                refused(() -> add("a", "choice", "options", List.of("x"), "default", "y"))
                        .field());
        assertEquals(
                "unique", refused(() -> add("a", "boolean", "unique", true)).field());
        assertEquals(
                "label",
                refused(() -> add("a", "text", "label", Map.of("fr", "x"))).field());
        assertEquals(
                "required", refused(() -> add("a", "text", "required", "yes")).field());
        assertEquals("colour", refused(() -> add("a", "text", "colour", "red")).field());
        add("a", "text");
        assertEquals(
                "kind",
                refused(() -> engine.fields.update(SYSTEM, DEALS, "a", null, Map.of("kind", "number")))
                        .field());
    }

    @Test
    void isForAdministratorsOnly() {
        Caller somebody = TestEngine.as(engine.user("Lan", null));
        assertThrows(Forbidden.class, () -> engine.fields.list(somebody, DEALS));
        assertThrows(Forbidden.class, () -> engine.fields.create(somebody, DEALS, Map.of("name", "a")));
        assertThrows(NotFound.class, () -> engine.fields.list(SYSTEM, "nothing"));
        assertThrows(NotFound.class, () -> engine.fields.get(SYSTEM, DEALS, "nothing"));
    }

    @Test
    void tellsTheSecondOfTwoAdministrators() {
        add("a", "text");
        engine.fields.update(SYSTEM, DEALS, "a", 1L, Map.of("label", "One"));
        assertThrows(Conflict.class, () -> engine.fields.update(SYSTEM, DEALS, "a", 1L, Map.of("label", "Two")));
        assertThrows(Conflict.class, () -> engine.fields.remove(SYSTEM, DEALS, "a", 1L));
        assertEquals("One", engine.fields.get(SYSTEM, DEALS, "a").label().get("en"));
    }

    @Test
    void comesBackWithItsModule() {
        add("region", "text");
        RecordData deal = deal("A", "region", "north");
        engine.removeDeals();
        assertThrows(NotFound.class, () -> engine.fields.list(SYSTEM, DEALS));
        engine.installDeals();
        assertEquals("north", engine.records.get(SYSTEM, DEALS, deal.id()).get("region"));
        assertEquals(
                List.of("region"),
                engine.fields.list(SYSTEM, DEALS).stream()
                        .map(CustomField::name)
                        .toList());
    }

    @Test
    void isThereAfterARestart() {
        add("region", "choice", "label", "Vùng", "options", List.of("n"), "default", "n");
        FileMessages messages = new FileMessages();
        TypeRegistry types = new TypeRegistry(
                engine.extensions,
                messages,
                new AddedFields(engine.database, messages, engine.contributedFields),
                engine.types.lists());
        types.install("unit", "crm-test", List.of(Deal.class));
        assertEquals(engine.types.get(DEALS).fields(), types.get(DEALS).fields());
        assertEquals(Map.of("region", "n"), types.initialValues(DEALS));
        assertEquals("Vùng", messages.field(VI, DEALS, "region"));
    }

    @Test
    void getsItsColumnBackWhereTheTableIsANewOne() {
        add("price2", "money");
        engine.removeDeals();
        engine.database.write(connection -> {
            Sql.of("alter table TEST_DEAL drop column " + column("price2")).execute(connection);
            return null;
        });
        engine.installDeals();
        assertEquals(
                new Money(BigDecimal.ONE, "USD"),
                deal("A", "price2", Map.of("amount", 1, "currency", "USD")).get("price2"));
    }

    @Test
    void standsBackWhereAModuleBringsAFieldOfItsName() {
        add("badge", "number");
        engine.database.write(connection ->
                Sql.of("update CORE_FIELD set NAME='Code', NAME_KEY='code'").execute(connection));
        engine.types.refresh(DEALS);
        assertEquals("x1", deal("A", "code", "x1").get("code"));
        assertTrue(engine.types.get(DEALS).field("Code").isEmpty());
        assertEquals("Code", engine.fields.list(SYSTEM, DEALS).get(0).name());
        engine.fields.remove(SYSTEM, DEALS, "Code", null);
        assertEquals("notUnique", refused(() -> deal("B", "code", "X1")).code());
    }

    @Test
    void isSeenByAnotherNode() {
        AddedFields elsewhere = engine.addedFields;
        add("region", "text");
        engine.database.write(connection -> {
            FieldTable table = new FieldTable();
            Definition field = table.of(connection, DEALS).get(0);
            table.delete(connection, field);
            table.count(connection, DEALS);
            return null;
        });
        assertTrue(engine.types.get(DEALS).field("region").isPresent());
        engine.fieldUpkeep.work();
        assertTrue(engine.types.get(DEALS).field("region").isEmpty());
        assertEquals(2, elsewhere.generation(DEALS));
    }

    @Test
    void thereCanBeTwoHundred() {
        for (int i = 0; i < 200; i++) {
            add("field" + i, i % 2 == 0 ? "text" : "number");
        }
        RecordData deal = deal("A", "field199", 7, "field0", "x");
        assertEquals(List.of("A"), engine.names(SYSTEM, "field199==7;field0==x"));
        assertEquals(
                new BigDecimal("7"),
                engine.records.get(SYSTEM, DEALS, deal.id()).get("field199"));
        assertEquals(200, engine.fields.list(SYSTEM, DEALS).size());
    }

    private RecordData deal(String name, Object... values) {
        Map<String, Object> all = TestEngine.values(values);
        all.put("name", name);
        return engine.records.create(SYSTEM, DEALS, all);
    }

    private CustomField add(String name, String kind, Object... more) {
        Map<String, Object> description = TestEngine.values("name", name, "kind", kind, "label", "Label of " + name);
        description.putAll(TestEngine.values(more));
        return engine.fields.create(SYSTEM, DEALS, description);
    }

    private String column(String field) {
        return engine.database.read(connection -> Sql.of("select COLUMN_NAME from CORE_FIELD where NAME=?", field)
                .first(connection, row -> row.getString(1)));
    }

    private static FieldError refused(org.junit.jupiter.api.function.Executable change) {
        InvalidRecord refused = assertThrows(InvalidRecord.class, change);
        assertEquals(1, refused.errors().size(), refused.errors().toString());
        return refused.errors().get(0);
    }
}

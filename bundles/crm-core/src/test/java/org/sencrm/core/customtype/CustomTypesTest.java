package org.sencrm.core.customtype;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.fault.Conflict;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.field.CustomType;
import org.sencrm.api.field.CustomTypes;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Reference;
import org.sencrm.core.field.AddedFields;
import org.sencrm.core.field.FieldUpkeep;
import org.sencrm.core.record.TestEngine;
import org.sencrm.core.store.Ids;
import org.sencrm.core.text.FileMessages;
import org.sencrm.core.type.TypeRegistry;

/** Record types that are made, changed, put away and taken back while the product runs. */
class CustomTypesTest {

    private static final Caller SYSTEM = TestEngine.SYSTEM;
    private static final Locale VI = Locale.forLanguageTag("vi");
    private static final String EQUIPMENT = "c_equipment";

    private final TestEngine engine = new TestEngine();

    @AfterEach
    void close() throws InterruptedException {
        engine.close();
    }

    @Test
    void beginsWithAName() {
        CustomType made = engine.customTypes.create(
                SYSTEM,
                Map.of(
                        "name",
                        "equipment",
                        "label",
                        Map.of("vi", "Thiết bị", "en", "Piece of equipment"),
                        "plural",
                        Map.of("vi", "Thiết bị", "en", "Equipment"),
                        "nameLabel",
                        "Tên máy",
                        "icon",
                        "puzzle",
                        "group",
                        "sales"));

        assertEquals(EQUIPMENT, made.name());
        RecordType type = engine.types.get(EQUIPMENT);
        assertEquals(CustomTypes.MODULE, type.module());
        assertEquals("puzzle", type.icon());
        assertEquals("group.sales", type.group());
        assertEquals("name", type.labelField());
        assertNull(type.boardField());
        assertEquals("Piece of equipment", engine.messages.one(Locale.ENGLISH, EQUIPMENT));
        assertEquals("Thiết bị", engine.messages.many(VI, EQUIPMENT));
        assertEquals("Tên máy", engine.messages.field(VI, EQUIPMENT, "name"));
        RecordData printer = engine.create(EQUIPMENT, "name", "Máy in");
        assertEquals(List.of("Máy in"), names("name==\"Máy in\""));
        assertEquals("required", refused(() -> engine.create(EQUIPMENT)).code());
        RecordData renamed =
                engine.records.update(SYSTEM, EQUIPMENT, printer.id(), printer.version(), Map.of("name", "Máy chiếu"));
        assertEquals(
                2,
                engine.records.history(SYSTEM, EQUIPMENT, printer.id(), 10, 0).size());
        engine.records.delete(SYSTEM, EQUIPMENT, printer.id(), renamed.version());
        assertEquals(List.of(), names(""));
        engine.records.restore(SYSTEM, EQUIPMENT, printer.id());
        assertEquals(List.of("Máy chiếu"), names(""));
    }

    @Test
    void takesFieldsOfEveryKindAndIsPointedTo() {
        make("equipment");
        field(EQUIPMENT, "status", "choice", "options", List.of("new", "broken"));
        field(EQUIPMENT, "price", "number");
        field(EQUIPMENT, "customer", "reference", "target", "accounts");
        field(EQUIPMENT, "dear", "formula", "expression", "price > 100");
        field(TestEngine.DEALS, "machine", "reference", "target", EQUIPMENT);
        field(
                EQUIPMENT,
                "deals",
                "rollUp",
                "rollUp",
                Map.of("function", "count", "type", TestEngine.DEALS, "by", "machine"));
        field(
                "accounts",
                "worth",
                "rollUp",
                "rollUp",
                Map.of("function", "sum", "type", EQUIPMENT, "by", "customer", "field", "price"));
        RecordData lotus = engine.create("accounts", "name", "Lotus");
        RecordData machine = engine.create(
                EQUIPMENT, "name", "Press", "price", 250, "customer", TestEngine.reference(lotus), "status", "new");
        engine.deal("name", "Sale", "machine", TestEngine.reference(machine));

        RecordData read = engine.records.get(SYSTEM, EQUIPMENT, machine.id());
        assertEquals(new Reference("accounts", lotus.id(), "Lotus"), read.get("customer"));
        assertEquals(true, read.get("dear"));
        assertEquals(new BigDecimal("1"), read.get("deals"));
        assertEquals(
                new BigDecimal("250"),
                engine.records.get(SYSTEM, "accounts", lotus.id()).get("worth"));
        assertEquals(List.of("Press"), names("customer.name==Lotus;status==new;price=gt=200"));
        assertEquals(List.of("Sale"), engine.names(SYSTEM, "machine.name==Press"));
    }

    @Test
    void itsBoardGoesByTheChoiceThatIsNamedForIt() {
        make("equipment");
        engine.customTypes.update(SYSTEM, EQUIPMENT, null, Map.of("board", "place"));
        field(EQUIPMENT, "status", "choice", "options", List.of("new", "broken"));
        field(EQUIPMENT, "weight", "number");
        assertEquals("status", engine.types.get(EQUIPMENT).boardField());
        field(EQUIPMENT, "place", "choice", "options", List.of("here", "there"));
        assertEquals("place", engine.types.get(EQUIPMENT).boardField());
        assertEquals("place", engine.customTypes.get(SYSTEM, EQUIPMENT).board());

        for (String none : List.of("weight", "name", "two words", "")) {
            InvalidRecord refused = assertThrows(
                    InvalidRecord.class,
                    () -> engine.customTypes.update(SYSTEM, EQUIPMENT, null, Map.of("board", none)));
            assertEquals("board", refused.errors().get(0).field());
        }
        engine.customTypes.update(SYSTEM, EQUIPMENT, null, Collections.singletonMap("board", null));
        assertEquals("status", engine.types.get(EQUIPMENT).boardField());
    }

    @Test
    void itsFirstFieldsAreColumnsAndItsFirstChoiceIsItsBoard() {
        make("equipment");
        field(EQUIPMENT, "story", "longText");
        for (String name : List.of("one", "two", "three", "four")) {
            field(EQUIPMENT, name, "text");
        }
        field(EQUIPMENT, "status", "choice", "options", List.of("new", "broken"));
        field(EQUIPMENT, "place", "choice", "options", List.of("here", "there"));

        RecordType type = engine.types.get(EQUIPMENT);
        assertEquals("status", type.boardField());
        assertEquals(
                List.of("name", "one", "two", "three", "four", "status"),
                type.fields().stream().filter(Field::listed).map(Field::name).toList());
        engine.fields.remove(SYSTEM, EQUIPMENT, "status", null);
        assertEquals("place", engine.types.get(EQUIPMENT).boardField());
        engine.fields.remove(SYSTEM, EQUIPMENT, "place", null);
        assertNull(engine.types.get(EQUIPMENT).boardField());
    }

    @Test
    void isThereAfterARestartAndOnOtherNodes() {
        make("equipment");
        field(EQUIPMENT, "price", "number");
        RecordData press = engine.create(EQUIPMENT, "name", "Press", "price", 5);
        FileMessages messages = new FileMessages();
        AddedFields added = new AddedFields(engine.database, messages, engine.contributedFields);
        TypeRegistry types = new TypeRegistry(engine.extensions, messages, added, engine.types.lists());
        FieldUpkeep upkeep = new FieldUpkeep(
                engine.database, types, added, engine.contributedFields, engine.computed, messages, engine.clock);
        ShownTypes node = new ShownTypes(engine.database, types, messages, upkeep);

        node.open();

        assertEquals(engine.types.get(EQUIPMENT).fields(), types.get(EQUIPMENT).fields());
        assertEquals("Label of equipment", messages.one(VI, EQUIPMENT));
        assertEquals("Tên", messages.field(VI, EQUIPMENT, "name"));
        change(EQUIPMENT, Map.of("label", "Máy móc", "retired", true));
        make("vehicles");
        assertTrue(types.find(EQUIPMENT).isPresent());
        upkeep.work();
        assertTrue(types.find(EQUIPMENT).isEmpty());
        assertTrue(types.find("c_vehicles").isPresent());
        change(EQUIPMENT, Map.of("retired", false));
        upkeep.work();
        assertEquals("Máy móc", messages.one(VI, EQUIPMENT));
        assertTrue(types.get(EQUIPMENT).field("price").isPresent());
        assertEquals("Press", engine.records.get(SYSTEM, EQUIPMENT, press.id()).text("name"));
        node.close();
        assertTrue(types.find(EQUIPMENT).isEmpty());
    }

    @Test
    void isOutOfSightWhileRetiredAndComesBackWhole() {
        make("equipment");
        field(EQUIPMENT, "price", "number");
        field(TestEngine.DEALS, "machine", "reference", "target", EQUIPMENT);
        RecordData press = engine.create(EQUIPMENT, "name", "Press", "price", 5);
        RecordData sale = engine.deal("name", "Sale", "machine", TestEngine.reference(press));

        change(EQUIPMENT, Map.of("retired", true));

        assertTrue(engine.types.find(EQUIPMENT).isEmpty());
        assertThrows(NotFound.class, () -> engine.records.get(SYSTEM, EQUIPMENT, press.id()));
        assertThrows(NotFound.class, () -> engine.fields.list(SYSTEM, EQUIPMENT));
        assertTrue(engine.customTypes.get(SYSTEM, EQUIPMENT).retired());
        assertEquals(
                press.id(),
                ((Reference) engine.records
                                .get(SYSTEM, TestEngine.DEALS, sale.id())
                                .get("machine"))
                        .id());
        assertEquals("notUnique", refused(() -> make("equipment")).code());

        change(EQUIPMENT, Map.of("retired", false));

        assertEquals(
                new BigDecimal("5"),
                engine.records.get(SYSTEM, EQUIPMENT, press.id()).get("price"));
        assertEquals(List.of("Sale"), engine.names(SYSTEM, "machine.name==Press"));
    }

    @Test
    void followsTheRightsOfRoles() {
        make("equipment");
        engine.customTypes.create(SYSTEM, Map.of("name", "contracts", "label", "Hợp đồng", "administrative", true));
        engine.create(EQUIPMENT, "name", "Press");
        Caller all = caller("All", TestEngine.line("*", "all", List.of(), "read"));
        Caller named = caller("Named", TestEngine.line("c_contracts", "all", List.of(), "read", "create"));
        Caller nobody = caller("Nobody");

        assertEquals(1, engine.records.list(all, Query.of(EQUIPMENT)).items().size());
        assertFalse(engine.gate.may(all, Right.CREATE, EQUIPMENT));
        assertFalse(engine.gate.may(all, Right.READ, "c_contracts"));
        assertTrue(engine.gate.may(named, Right.CREATE, "c_contracts"));
        assertThrows(NotFound.class, () -> engine.records.list(nobody, Query.of(EQUIPMENT)));
        assertThrows(Forbidden.class, () -> engine.customTypes.list(all));
        assertThrows(Forbidden.class, () -> engine.customTypes.create(all, Map.of("name", "mine", "label", "Mine")));
        assertThrows(
                Forbidden.class, () -> engine.customTypes.update(named, "c_contracts", null, Map.of("retired", true)));
    }

    @Test
    void refusesNamesThatMeanSomethingElse() {
        make("equipment");
        Map<String, String> codes = Map.ofEntries(
                Map.entry("accounts", "notUnique"),
                Map.entry("deals", "notUnique"),
                Map.entry("opportunities2", ""),
                Map.entry("c_accounts", "notUnique"),
                Map.entry("equipment", "notUnique"),
                Map.entry(EQUIPMENT, "notUnique"),
                Map.entry("select", "refused"),
                Map.entry("table", "refused"),
                Map.entry("me", "refused"),
                Map.entry("schema", "refused"),
                Map.entry("Equipment", "format"),
                Map.entry("thiết", "format"),
                Map.entry("drop table x", "format"),
                Map.entry("x'; --", "format"),
                Map.entry("a", "format"),
                Map.entry("9lives", "format"),
                Map.entry("a_b", "format"),
                Map.entry("a".repeat(41), "tooLong"),
                Map.entry("a".repeat(40), ""),
                Map.entry(" ", "required"),
                Map.entry("c_", "required"));
        codes.forEach((name, code) -> {
            if (code.isEmpty()) {
                assertEquals("c_" + name, make(name).name());
            } else {
                FieldError error = refused(() -> make(name));
                assertEquals(List.of("name", code), List.of(error.field(), error.code()), name);
                assertFalse(error.message().startsWith("fault."), error.message());
            }
        });
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertEquals(
                "required",
                refused(() -> engine.customTypes.create(SYSTEM, Map.of("name", "equipment")))
                        .code());
        assertEquals("unknownChoice", refused(() -> describe("icon", "dragon")).code());
        assertEquals(
                "unknownChoice",
                refused(() -> describe("group", "administration")).code());
        assertEquals(
                "format",
                refused(() -> describe("plural", Map.of("fr", "Appareils"))).code());
        assertEquals(
                "tooLong", refused(() -> describe("nameLabel", "x".repeat(101))).code());
        assertEquals(
                "unknownField", refused(() -> describe("table", "CORE_USER")).code());
        assertEquals("format", refused(() -> describe("retired", "yes")).code());
        make("equipment");
        assertEquals(
                "readOnly",
                refused(() -> change(EQUIPMENT, Map.of("name", "machines"))).code());
        assertEquals(
                "required",
                refused(() -> change(EQUIPMENT, Map.of("label", " "))).code());
        assertThrows(NotFound.class, () -> change("c_nothing", Map.of("retired", true)));
        assertThrows(NotFound.class, () -> change("accounts", Map.of("retired", true)));
        assertEquals(1, engine.customTypes.list(SYSTEM).size());
        assertEquals(1, engine.customTypes.get(SYSTEM, EQUIPMENT).version());
    }

    @Test
    void onlyLivingTypesTakeUpRoom() {
        register(99, false);
        register(3, true);
        make("equipment");

        assertEquals("outOfRange", refused(() -> make("contracts")).code());
        assertEquals(
                "outOfRange",
                refused(() -> change("c_retired1", Map.of("retired", false))).code());
        change(EQUIPMENT, Map.of("retired", true));
        change("c_retired1", Map.of("retired", false));
        assertEquals("outOfRange", refused(() -> make("contracts")).code());
    }

    /** As if they had been made; none has a table. */
    private void register(int number, boolean retired) {
        TypeTable table = new TypeTable();
        engine.database.write(connection -> {
            for (int i = 1; i <= number; i++) {
                Map<String, String> label = Map.of("en", "Type " + i);
                CustomType type = new CustomType(
                        (retired ? "c_retired" : "c_living") + i,
                        label,
                        label,
                        Map.of(),
                        CustomTypes.ICONS.get(0),
                        CustomTypes.GROUPS.get(0),
                        false,
                        retired,
                        1);
                table.insert(connection, new Registered(Ids.next(), type));
            }
            return null;
        });
    }

    @Test
    void twoAdministratorsDoNotOverwriteEachOther() {
        make("equipment");
        engine.customTypes.update(SYSTEM, EQUIPMENT, 1L, Map.of("icon", "star"));

        Conflict late = assertThrows(
                Conflict.class, () -> engine.customTypes.update(SYSTEM, EQUIPMENT, 1L, Map.of("icon", "tag")));

        assertEquals(2, late.version());
        assertEquals("star", engine.types.get(EQUIPMENT).icon());
    }

    @Test
    void ofSeveralWhoMakeTheSameOneDoes() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(4);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Boolean>> tries = IntStream.range(0, 4)
                .mapToObj(person -> people.submit(() -> {
                    start.await();
                    try {
                        make("equipment");
                        return true;
                    } catch (InvalidRecord late) {
                        assertEquals("notUnique", late.errors().get(0).code());
                        return false;
                    }
                }))
                .toList();
        start.countDown();
        int made = 0;
        for (Future<Boolean> one : tries) {
            made += one.get() ? 1 : 0;
        }
        people.shutdown();
        assertEquals(1, made);
        assertEquals(1, engine.customTypes.list(SYSTEM).size());
        assertEquals("Press", engine.create(EQUIPMENT, "name", "Press").text("name"));
    }

    private CustomType make(String name) {
        return engine.customTypes.create(SYSTEM, Map.of("name", name, "label", "Label of " + name));
    }

    private CustomType describe(String member, Object value) {
        return engine.customTypes.create(SYSTEM, Map.of("name", "equipment", "label", "Equipment", member, value));
    }

    private CustomType change(String name, Map<String, ?> patch) {
        return engine.customTypes.update(SYSTEM, name, null, patch);
    }

    private void field(String type, String name, String kind, Object... more) {
        Map<String, Object> description = TestEngine.values("name", name, "kind", kind, "label", "Label of " + name);
        description.putAll(TestEngine.values(more));
        engine.fields.create(SYSTEM, type, description);
    }

    private Caller caller(String name, Map<?, ?>... lines) {
        return TestEngine.as(engine.user(name, null, engine.role("Role of " + name, lines)));
    }

    private List<String> names(String filter) {
        return engine.names(SYSTEM, Query.of(EQUIPMENT).where(filter).sortedBy("name"));
    }

    private static FieldError refused(Executable change) {
        InvalidRecord refused = assertThrows(InvalidRecord.class, change);
        assertEquals(1, refused.errors().size(), refused.errors().toString());
        return refused.errors().get(0);
    }
}

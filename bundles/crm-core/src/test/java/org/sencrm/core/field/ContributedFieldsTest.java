package org.sencrm.core.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.field.ContributedField;
import org.sencrm.api.field.ContributedField.Trait;
import org.sencrm.api.record.Change;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordHook;
import org.sencrm.core.record.TestEngine;

/** Fields that modules add to types of others. */
class ContributedFieldsTest {

    private static final Caller SYSTEM = TestEngine.SYSTEM;
    private static final String DEALS = TestEngine.DEALS;
    private static final String ACME = "acme-regions";

    private final TestEngine engine = new TestEngine();

    @AfterEach
    void close() throws InterruptedException {
        engine.close();
    }

    @Test
    void isAFieldLikeAnyOther() {
        contribute(
                ACME,
                field("region", FieldKind.CHOICE).being(Trait.LISTED).offering("n:good", "s"),
                field("nickname", FieldKind.TEXT).being(Trait.SEARCHABLE));
        deal("A", "region", "n", "nickname", "Bông Sen");
        RecordData other = deal("B", "region", "s");

        assertEquals(List.of("A"), engine.names(SYSTEM, "region==n"));
        assertEquals(List.of("B", "A"), engine.names(SYSTEM, Query.of(DEALS).sortedBy("-region")));
        assertEquals(List.of("A"), engine.names(SYSTEM, Query.of(DEALS).matching("bong")));
        assertEquals(
                List.of(new Choice("n", DEALS + ".region.n", "good"), new Choice("s", DEALS + ".region.s", "neutral")),
                engine.types.choices(DEALS, "region", java.util.Locale.ENGLISH));
        assertTrue(find("region").listed());
        assertEquals("unknownChoice", refused(() -> deal("C", "region", "w")));
        engine.records.update(SYSTEM, DEALS, other.id(), 1, Map.of("region", "n"));
        Change change = engine.records.history(SYSTEM, DEALS, other.id(), 1, 0).get(0);
        assertEquals(List.of(new Change.FieldChange("region", "s", "n")), change.fields());
    }

    @Test
    void isKeptFromThoseWhoMayNotReadItOrItsSource() {
        contribute(
                ACME,
                field("margin", FieldKind.NUMBER),
                field("marginClass", FieldKind.TEXT).derivedFrom("margin"));
        deal("A", "margin", 5, "marginClass", "low");
        RecordData role = engine.role("Seller", TestEngine.line(DEALS, "all", List.of("margin"), "read", "update"));
        Caller seller = TestEngine.as(engine.user("Lan", null, role));
        RecordData seen = engine.records.list(seller, Query.of(DEALS)).items().get(0);
        assertFalse(seen.values().containsKey("margin"));
        assertFalse(seen.values().containsKey("marginClass"));
        assertThrows(InvalidRequest.class, () -> engine.names(seller, "margin==5"));
    }

    @Test
    void isSeenAndWrittenByHooksThoughPeopleMayNotWriteIt() {
        contribute(
                ACME,
                field("code", FieldKind.TEXT).being(Trait.READ_ONLY),
                field("serial", FieldKind.TEXT).being(Trait.READ_ONLY));
        engine.hook(DEALS, new RecordHook() {
            @Override
            public void beforeSave(Draft draft) {
                draft.set("code", "D-" + draft.get("name"));
            }
        });
        assertEquals("D-A", deal("A").get("code"));
        assertEquals("readOnly", refused(() -> deal("B", "serial", "mine")));
    }

    @Test
    void goesWithItsModuleAndComesBackWithItsValues() {
        Object key = contribute(ACME, field("region", FieldKind.TEXT));
        RecordData deal = deal("A", "region", "north");
        engine.contributedFields.remove(key);
        engine.fieldUpkeep.work();

        assertTrue(engine.types.get(DEALS).field("region").isEmpty());
        assertThrows(InvalidRequest.class, () -> engine.names(SYSTEM, "region==north"));
        engine.records.update(SYSTEM, DEALS, deal.id(), 1, Map.of("note", "while it is away"));

        contribute(ACME, field("region", FieldKind.TEXT));
        assertEquals("north", engine.records.get(SYSTEM, DEALS, deal.id()).get("region"));
        assertEquals(List.of("A"), engine.names(SYSTEM, "region==north"));
    }

    @Test
    void waitsForATypeThatComesLater() {
        engine.removeDeals();
        contribute(ACME, field("region", FieldKind.TEXT));
        engine.installDeals();
        engine.fieldUpkeep.work();
        assertEquals("north", deal("A", "region", "north").get("region"));
    }

    @Test
    void doesNotTakeANameThatBelongsToSomebodyElse() {
        contribute("acme-one", field("region", FieldKind.TEXT));
        Object second = contribute(
                "acme-two",
                field("Region", FieldKind.TEXT),
                field("regioN", FieldKind.NUMBER),
                field("name", FieldKind.TEXT),
                field("version", FieldKind.TEXT),
                field("zone", FieldKind.TEXT));
        assertEquals(FieldKind.TEXT, find("region").kind());
        assertTrue(engine.types.get(DEALS).field("regioN").isEmpty());
        assertEquals("A", deal("A", "zone", "z").text("name"));
        engine.contributedFields.remove(second);
        engine.fieldUpkeep.work();

        InvalidRecord refused = assertThrows(
                InvalidRecord.class,
                () -> engine.fields.create(SYSTEM, DEALS, Map.of("name", "zone", "kind", "text", "label", "Zone")));
        assertTrue(refused.getMessage() != null
                && refused.errors().get(0).message().contains("acme-two"));
        assertEquals(List.of(), engine.fields.list(SYSTEM, DEALS));
    }

    @Test
    void takesANameOnceTheAdministratorGaveItUp() {
        engine.fields.create(SYSTEM, DEALS, Map.of("name", "region", "kind", "number", "label", "Region"));
        contribute(ACME, field("region", FieldKind.TEXT));
        assertEquals(FieldKind.NUMBER, find("region").kind());
        engine.fields.remove(SYSTEM, DEALS, "region", null);
        engine.fieldUpkeep.work();
        assertEquals(FieldKind.TEXT, find("region").kind());
        assertNull(engine.deal("name", "A").get("region"));
    }

    @Test
    void changesOnlyToAKindThatIsStoredAlike() {
        Object key = contribute(ACME, field("weight", FieldKind.NUMBER));
        deal("A", "weight", 5);
        engine.contributedFields.remove(key);
        key = contribute(ACME, field("weight", FieldKind.PERCENT));
        assertEquals(List.of("A"), engine.names(SYSTEM, "weight==5"));
        engine.contributedFields.remove(key);
        contribute(ACME, field("weight", FieldKind.DATE));
        assertTrue(engine.types.get(DEALS).field("weight").isEmpty());
    }

    @Test
    void becomesUniqueOnlyWithoutDoubles() {
        Object key = contribute(ACME, field("badge", FieldKind.TEXT));
        deal("A", "badge", "x");
        RecordData double_ = deal("B", "badge", "X");
        engine.contributedFields.remove(key);
        key = contribute(ACME, field("badge", FieldKind.TEXT).being(Trait.UNIQUE));
        assertFalse(find("badge").unique());
        engine.records.update(SYSTEM, DEALS, double_.id(), 1, Map.of("badge", "y"));
        engine.contributedFields.remove(key);
        contribute(ACME, field("badge", FieldKind.TEXT).being(Trait.UNIQUE));
        assertTrue(find("badge").unique());
        assertEquals("notUnique", refused(() -> deal("C", "badge", "Y")));
    }

    @Test
    void leavesOutWhatMakesNoSenseAndKeepsTheRest() {
        contribute(
                ACME,
                field("a", FieldKind.STRUCTURE),
                field("b", FieldKind.REFERENCE),
                field("c", FieldKind.TEXT).offering("x"),
                field("d", FieldKind.NUMBER).beginningWith("many"),
                field("e", FieldKind.BOOLEAN).being(Trait.UNIQUE),
                ContributedField.of("views", "f", FieldKind.TEXT),
                field("good", FieldKind.REFERENCE).pointingTo("accounts", "contacts"));
        List<String> names =
                engine.types.get(DEALS).fields().stream().map(Field::name).toList();
        assertTrue(names.contains("good"));
        List.of("a", "b", "c", "d", "e").forEach(name -> assertFalse(names.contains(name), name));
        assertTrue(engine.types.get("views").field("f").isEmpty());
        RecordData account = engine.create("accounts", "name", "Lotus");
        assertEquals(
                TestEngine.reference(account).id(),
                ((org.sencrm.api.record.Reference)
                                deal("A", "good", TestEngine.reference(account)).get("good"))
                        .id());
    }

    @Test
    void aModuleThatFailsHasNoFields() {
        engine.contributedFields.add(new Object(), ACME, () -> {
            throw new IllegalStateException("no fields today");
        });
        engine.fieldUpkeep.work();
        assertEquals("A", engine.deal("name", "A").text("name"));
    }

    @Test
    void isTakenLeaveOfThoughItsModuleIsAway() throws Exception {
        Object key =
                contribute(ACME, field("region", FieldKind.TEXT).being(Trait.UNIQUE), field("zone", FieldKind.DATE));
        deal("A", "region", "north");
        engine.contributedFields.remove(key);
        engine.fieldUpkeep.work();
        ModuleFields fields = new ModuleFields(
                engine.database, engine.types, engine.contributedFields, engine.fieldUpkeep, engine.messages);
        Map<String, List<String>> visited = new HashMap<>();
        fields.visit(ACME, (type, names) -> {
            visited.put(type, names);
            assertEquals(List.of("A"), engine.names(SYSTEM, "region==north"));
        });
        assertEquals(Map.of(DEALS, List.of("region", "zone")), visited);
        assertTrue(engine.types.get(DEALS).field("region").isEmpty());

        fields.forget(ACME);
        engine.fieldUpkeep.work();
        contribute("acme-other", field("region", FieldKind.TEXT).being(Trait.UNIQUE));
        assertNull(engine.records.list(SYSTEM, Query.of(DEALS)).items().get(0).get("region"));
        assertEquals("north", deal("B", "region", "north").get("region"));
    }

    private Object contribute(String module, ContributedField... fields) {
        Object key = new Object();
        engine.contributedFields.add(key, module, () -> List.of(fields));
        engine.fieldUpkeep.work();
        return key;
    }

    private static ContributedField field(String name, FieldKind kind) {
        return ContributedField.of(DEALS, name, kind);
    }

    private Field find(String name) {
        return engine.types.get(DEALS).field(name).orElseThrow();
    }

    private RecordData deal(String name, Object... namesAndValues) {
        Map<String, Object> values = TestEngine.values(namesAndValues);
        values.put("name", name);
        return engine.records.create(SYSTEM, DEALS, values);
    }

    private static String refused(org.junit.jupiter.api.function.Executable save) {
        return assertThrows(InvalidRecord.class, save).errors().get(0).code();
    }
}

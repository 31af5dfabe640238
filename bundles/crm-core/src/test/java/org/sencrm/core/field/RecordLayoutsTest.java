package org.sencrm.core.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Conflict;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.field.RecordLayout;
import org.sencrm.api.record.RecordData;
import org.sencrm.core.change.ChangeEntry;
import org.sencrm.core.change.ChangeLog;
import org.sencrm.core.record.TestEngine;

/** Layouts for roles: whose layout holds, what happens to fields that come and go, and what is refused. */
class RecordLayoutsTest {

    private static final Caller SYSTEM = TestEngine.SYSTEM;
    private static final String DEALS = TestEngine.DEALS;
    private static final long EVERYBODY = RecordLayout.EVERYBODY;

    private final TestEngine engine = new TestEngine();

    @AfterEach
    void close() throws InterruptedException {
        engine.close();
    }

    @Test
    void withoutALayoutTheDeclarationHolds() {
        List<RecordLayout.Section> sections = engine.layouts.shown(SYSTEM, DEALS);
        assertEquals(1, sections.size());
        assertTrue(sections.get(0).isMain());
        assertEquals(
                List.of("name", "account", "about"), sections.get(0).fields().subList(0, 3));
        assertTrue(sections.get(0).fields().containsAll(List.of("owner", "team", "rating")));
        assertFalse(sections.get(0).fields().contains("createdAt"));
        assertFalse(sections.get(0).fields().contains("extras"));
        // of contacts, sections are declared
        assertTrue(engine.layouts.shown(SYSTEM, "contacts").stream()
                .anyMatch(section ->
                        section.word().equals("needs") && !section.fields().isEmpty()));
    }

    @Test
    void aRoleHasItsOwnAndTheOthersThatForEverybody() {
        RecordData sales = role("Sales");
        RecordData support = role("Support");
        Caller salesperson = TestEngine.as(engine.user("An", null, sales));
        Caller supporter = TestEngine.as(engine.user("Binh", null, support));
        put(sales.id(), 0L, List.of("seats", "name"), "secret");
        assertEquals(List.of("seats", "name"), main(salesperson).subList(0, 2));
        assertFalse(main(salesperson).contains("secret"));
        assertTrue(main(supporter).contains("secret"));
        assertEquals("name", main(supporter).get(0));
        put(EVERYBODY, 0L, List.of("note", "name"), "email");
        assertEquals("note", main(supporter).get(0));
        assertFalse(main(supporter).contains("email"));
        assertTrue(main(salesperson).contains("email"));
        assertEquals("note", main(SYSTEM).get(0));
    }

    @Test
    void rolesAddUpAndTheFirstByNameGivesTheOrder() {
        RecordData zebra = role("Zebra");
        RecordData ant = role("Ant");
        RecordData plain = role("Bear");
        put(zebra.id(), 0L, List.of("stage", "name"), "secret", "code");
        put(ant.id(), 0L, List.of("seats", "name"), "secret", "email");
        List<String> both = main(TestEngine.as(engine.user("An", null, zebra, ant)));
        assertEquals(List.of("seats", "name"), both.subList(0, 2));
        assertFalse(both.contains("secret"));
        assertTrue(both.containsAll(List.of("code", "email")));
        // a role without an own layout hides nothing as long as that for everybody hides nothing
        Caller three = TestEngine.as(engine.user("Binh", null, zebra, ant, plain));
        assertTrue(main(three).contains("secret"));
        put(EVERYBODY, 0L, List.of("name"), "secret");
        assertFalse(main(three).contains("secret"));
        assertEquals("seats", main(three).get(0));
    }

    @Test
    void newFieldsComeToTheirPlaceAndThoseThatWentKeepTheirs() {
        engine.fields.create(SYSTEM, DEALS, Map.of("name", "late", "label", "Late", "kind", "text"));
        engine.layouts.put(
                SYSTEM,
                DEALS,
                EVERYBODY,
                null,
                Map.of(
                        "sections",
                        List.of(
                                Map.of("fields", List.of("name", "gone")),
                                Map.of("label", "Terms", "fields", List.of("away", "seats", "stage")),
                                Map.of("label", "Nothing there", "fields", List.of("absent")))));
        List<RecordLayout.Section> shown = engine.layouts.shown(SYSTEM, DEALS);
        assertEquals(2, shown.size());
        assertEquals("name", shown.get(0).fields().get(0));
        assertFalse(shown.get(0).fields().contains("gone"));
        assertTrue(shown.get(0).fields().containsAll(List.of("late", "account")));
        assertEquals(List.of("seats", "stage"), shown.get(1).fields());
        assertEquals("Terms", shown.get(1).label().get("vi"));
        engine.fields.create(SYSTEM, DEALS, Map.of("name", "away", "label", "Away", "kind", "text"));
        assertEquals(
                List.of("away", "seats", "stage"),
                engine.layouts.shown(SYSTEM, DEALS).get(1).fields());
        // whoever goes on from it loses none of the places
        RecordLayout whole = engine.layouts.complete(SYSTEM, DEALS, EVERYBODY);
        assertEquals(1, whole.version());
        assertEquals(List.of("name", "gone"), whole.sections().get(0).fields().subList(0, 2));
        assertEquals(List.of("absent"), whole.sections().get(2).fields());
    }

    @Test
    void aDeclaredSectionTakesItsLaterFieldsAlsoUnderAnOwnHeading() {
        String needs = engine.layouts.shown(SYSTEM, "contacts").stream()
                .filter(section -> section.word().equals("needs"))
                .findFirst()
                .orElseThrow()
                .fields()
                .get(0);
        engine.layouts.put(
                SYSTEM,
                "contacts",
                EVERYBODY,
                0L,
                Map.of(
                        "sections",
                        List.of(Map.of("word", "needs", "label", Map.of("vi", "Mong muốn", "en", "Wishes")))));
        List<RecordLayout.Section> shown = engine.layouts.shown(SYSTEM, "contacts");
        assertTrue(shown.get(0).isMain());
        assertEquals("Wishes", shown.get(1).label().get("en"));
        assertTrue(shown.get(1).fields().contains(needs));
    }

    @Test
    void whatAFormCannotDoWithoutIsNotLeftOut() {
        assertEquals("hidden", refused(Map.of("sections", List.of(), "hidden", List.of("name"))));
        engine.fields.create(SYSTEM, DEALS, Map.of("name", "must", "label", "Must", "kind", "text", "required", true));
        engine.fields.create(
                SYSTEM,
                DEALS,
                Map.of("name", "given", "label", "Given", "kind", "text", "required", true, "default", "x"));
        assertEquals("hidden", refused(Map.of("sections", List.of(), "hidden", List.of("must"))));
        engine.rules.create(
                SYSTEM,
                DEALS,
                Map.of("kind", "show", "field", "email", "condition", "stage = 'won'", "required", true));
        assertEquals("hidden", refused(Map.of("sections", List.of(), "hidden", List.of("email"))));
        put(EVERYBODY, 0L, List.of("name"), "given", "code");
        assertFalse(main(SYSTEM).contains("given"));
        // what becomes required later shows all the same
        engine.rules.create(
                SYSTEM, DEALS, Map.of("kind", "show", "field", "code", "condition", "stage = 'won'", "required", true));
        assertTrue(main(SYSTEM).contains("code"));
        assertEquals(
                Set.of("given"),
                engine.layouts.complete(SYSTEM, DEALS, EVERYBODY).hidden());
    }

    @Test
    void saysWhatIsWrong() {
        assertEquals("sections", refused(Map.of()));
        assertEquals("sections", refused(Map.of("sections", List.of("name"))));
        assertEquals("sections", refused(Map.of("sections", List.of(Map.of("fields", List.of("a b"))))));
        assertEquals("sections", refused(Map.of("sections", List.of(Map.of("fields", List.of("createdAt"))))));
        assertEquals("sections", refused(Map.of("sections", List.of(Map.of("fields", List.of("seats", "seats"))))));
        assertEquals(
                "sections",
                refused(Map.of("sections", List.of(Map.of("fields", List.of("seats"))), "hidden", List.of("seats"))));
        assertEquals(
                "sections",
                refused(Map.of("sections", List.of(Map.of("fields", List.of("name")), Map.of("fields", List.of())))));
        assertEquals("order", refused(Map.of("sections", List.of(), "order", List.of())));
        assertThrows(NotFound.class, () -> put(123_456, null, List.of("name")));
        assertEquals(List.of(), engine.layouts.list(SYSTEM, DEALS));
    }

    @Test
    void theSecondAdministratorIsToldAndNothingIsOverwritten() {
        put(EVERYBODY, 0L, List.of("name", "seats"));
        Conflict first = assertThrows(Conflict.class, () -> put(EVERYBODY, 0L, List.of("stage", "name")));
        assertEquals(1, first.version());
        put(EVERYBODY, 1L, List.of("name", "email"));
        Conflict second = assertThrows(Conflict.class, () -> put(EVERYBODY, 1L, List.of("stage", "name")));
        assertEquals(2, second.version());
        assertThrows(Conflict.class, () -> engine.layouts.remove(SYSTEM, DEALS, EVERYBODY, 1L));
        assertEquals(List.of("name", "email"), main(SYSTEM).subList(0, 2));
        engine.layouts.remove(SYSTEM, DEALS, EVERYBODY, 2L);
        assertThrows(NotFound.class, () -> engine.layouts.get(SYSTEM, DEALS, EVERYBODY));
        assertThrows(Conflict.class, () -> put(EVERYBODY, 2L, List.of("stage", "name")));
        assertEquals("account", main(SYSTEM).get(1));
    }

    @Test
    void versionsGoOnPastARemovalSoThatNobodyWritesOverWhatCameAfterIt() {
        put(EVERYBODY, 0L, List.of("name", "seats"));
        engine.layouts.remove(SYSTEM, DEALS, EVERYBODY, 1L);
        assertEquals(List.of(), engine.layouts.list(SYSTEM, DEALS));
        assertEquals(0, engine.layouts.complete(SYSTEM, DEALS, EVERYBODY).version());

        RecordLayout again = put(EVERYBODY, 0L, List.of("name", "email"));

        Conflict stale = assertThrows(Conflict.class, () -> put(EVERYBODY, 1L, List.of("stage", "name")));
        assertEquals(again.version(), stale.version());
        assertThrows(Conflict.class, () -> engine.layouts.remove(SYSTEM, DEALS, EVERYBODY, 1L));
        assertEquals(List.of("name", "email"), main(SYSTEM).subList(0, 2));
        engine.layouts.remove(SYSTEM, DEALS, EVERYBODY, again.version());
        assertThrows(NotFound.class, () -> engine.layouts.remove(SYSTEM, DEALS, EVERYBODY, null));
    }

    @Test
    void onlyAdministratorsMakeThemAndTheChangeLogTellsWho() {
        RecordData boss = engine.create("roles", "name", "Boss", "administrator", true);
        RecordData sales = role("Sales");
        Caller an = TestEngine.as(engine.user("An", null, boss));
        Caller binh = TestEngine.as(engine.user("Binh", null, sales));
        assertThrows(Forbidden.class, () -> engine.layouts.list(binh, DEALS));
        assertThrows(
                Forbidden.class, () -> engine.layouts.put(binh, DEALS, EVERYBODY, null, Map.of("sections", List.of())));
        engine.layouts.put(an, DEALS, sales.id(), null, description(List.of("name"), "secret"));
        engine.layouts.remove(an, DEALS, sales.id(), 1L);
        List<ChangeLog.Touch> touches =
                engine.database.read(connection -> new ChangeLog().touches(connection, LayoutJournal.TYPE, 0, 10));
        assertEquals(2, touches.size());
        ChangeEntry made = engine.database
                .read(connection -> new ChangeLog()
                        .since(connection, LayoutJournal.TYPE, touches.get(0).recordId(), 0))
                .get(0);
        assertEquals(an.userId(), made.by());
        assertEquals(List.of("secret"), made.fields().get("hidden").to());
        assertEquals(null, made.fields().get("hidden").from());
    }

    private RecordData role(String name) {
        return engine.role(name, TestEngine.line(DEALS, "all", List.of(), "read", "create", "update"));
    }

    private List<String> main(Caller caller) {
        return engine.layouts.shown(caller, DEALS).get(0).fields();
    }

    private RecordLayout put(long role, Long version, List<String> fields, String... hidden) {
        return engine.layouts.put(SYSTEM, DEALS, role, version, description(fields, hidden));
    }

    private static Map<String, Object> description(List<String> fields, String... hidden) {
        return Map.of("sections", List.of(Map.of("fields", fields)), "hidden", List.of(hidden));
    }

    private String refused(Map<String, ?> description) {
        return assertThrows(InvalidRecord.class, () -> engine.layouts.put(SYSTEM, DEALS, EVERYBODY, null, description))
                .errors()
                .get(0)
                .field();
    }
}

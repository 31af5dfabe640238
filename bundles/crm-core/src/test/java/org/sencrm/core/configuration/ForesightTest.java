package org.sencrm.core.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.configuration.Promotion;
import org.sencrm.api.configuration.Promotion.State;
import org.sencrm.core.record.TestEngine;
import org.sencrm.core.value.Json;

/** What is refused when a file is applied is refused by its dry run too, and nothing else. */
class ForesightTest {

    private final Home live = new Home();
    private final Map<String, Map<String, Object>> parts = new LinkedHashMap<>();

    @AfterEach
    void close() throws InterruptedException {
        live.close();
    }

    @Test
    void aLayoutAndARuleMayBuildOnATypeAndFieldsOfTheSameFile() {
        item("types", "c_machines", Map.of("label", "Machine"));
        item("fields", "c_machines.state", choice("new", "used"));
        item("fields", "c_machines.price", Map.of("label", "Price", "kind", "number"));
        item("fields", "c_machines.part", Map.of("label", "Part", "kind", "reference", "target", "c_machines"));
        item("fields", "c_machines.twice", Map.of("label", "Twice", "kind", "formula", "expression", "price * 2"));
        item("fields", "c_machines.more", Map.of("label", "More", "kind", "formula", "expression", "twice + 1"));
        item(
                "rules",
                "c_machines/show/price",
                Map.of("kind", "show", "field", "price", "condition", "state = 'used'", "required", true));
        item("roles", "Buyer", Map.of("name", "Buyer"));
        item("layouts", "c_machines/Buyer", layout(List.of("name", "price", "more"), "part"));

        Promotion planned = plan();

        assertEquals(List.of(), refused(planned));
        assertEquals(9, planned.count(State.ADDED));
        assertEquals(List.of(), refused(apply()));
    }

    @Test
    void whatALayoutCannotBeIsSaidBeforehand() {
        item("types", "c_machines", Map.of("label", "Machine"));
        item("fields", "c_machines.price", Map.of("label", "Price", "kind", "number", "required", true));
        item("fields", "c_machines.state", choice("new"));
        item(
                "rules",
                "c_machines/show/state",
                Map.of("kind", "show", "field", "state", "condition", "price > 1", "required", true));
        item("roles", "Buyer", Map.of("name", "Buyer"));
        item("layouts", "c_machines/*", layout(List.of("name"), "price"));
        item("layouts", "c_machines/Buyer", layout(List.of("name"), "state"));
        item("layouts", "deals/Buyer", layout(List.of("name", "name")));
        item("layouts", "deals/Nobody", layout(List.of("name")));
        item("layouts", "deals/*", Map.of("sections", "none"));

        assertTrue(reason("deals/Nobody").contains("Nobody"), reason("deals/Nobody"));
        assertTrue(reason("deals/Buyer").contains("name"), reason("deals/Buyer"));
        assertRefused("c_machines/*", "c_machines/Buyer", "deals/*", "deals/Buyer", "deals/Nobody");
    }

    @Test
    void whatARuleCannotBeIsSaidBeforehand() {
        item("fields", "deals.tier", choice("gold", "silver"));
        item("fields", "deals.area", choice("north", "south"));
        item("rules", "deals/refuse/Fine", Map.of("kind", "refuse", "condition", "seats > 5", "message", "Fine"));
        item("rules", "deals/refuse/Number", Map.of("kind", "refuse", "condition", "seats + 5", "message", "Number"));
        item("rules", "deals/refuse/Torn", Map.of("kind", "refuse", "condition", "seats >", "message", "Torn"));
        item("rules", "deals/show/name", Map.of("kind", "show", "field", "name", "condition", "seats > 5"));
        item("rules", "deals/choices/tier/area", narrowing("tier", "area", Map.of("north", List.of("gold"))));
        item("rules", "deals/choices/area/tier", narrowing("area", "tier", Map.of("gold", List.of("east"))));

        assertRefused("deals/choices/area/tier", "deals/refuse/Number", "deals/refuse/Torn", "deals/show/name");
    }

    @Test
    void whatAnOwnTypeCannotBeIsSaidBeforehandAndSoIsAllThatNeedsIt() {
        item("types", "c_machines", Map.of("label", "Machine", "icon", "unicorn"));
        item("types", "machines", Map.of("label", "Machine"));
        item("types", "c_select", Map.of("label", "Choice"));
        item("types", "c_fine", Map.of("label", "Fine"));
        item("fields", "c_machines.price", Map.of("label", "Price", "kind", "number"));
        item("layouts", "c_machines/*", layout(List.of("name")));

        assertRefused("c_machines", "c_machines.price", "c_machines/*", "c_select", "machines");
    }

    @Test
    void whatAFieldCannotBeIsSaidBeforehand() {
        item("fields", "deals.tier", choice("gold", "gold"));
        item(
                "fields",
                "deals.level",
                Map.of("label", "Level", "kind", "choice", "options", List.of("a"), "default", "b"));
        item("fields", "deals.name", Map.of("label", "Name", "kind", "text"));
        item("fields", "deals.half", Map.of("label", "Half", "kind", "formula", "expression", "seats / 'two'"));

        assertRefused("deals.half", "deals.level", "deals.name", "deals.tier");
    }

    @Test
    void aCircleOfWhatIsHereAndWhatComesIsSaidBeforehand() {
        formula("total", "seats + 1");
        formula("more", "total + 1");
        item("fields", "deals.total", Map.of("label", "Total", "kind", "formula", "expression", "again + 1"));
        item("fields", "deals.again", Map.of("label", "Again", "kind", "formula", "expression", "more + 1"));

        assertRefused("deals.total");
    }

    private void formula(String name, String expression) {
        live.engine.fields.create(
                TestEngine.SYSTEM,
                "deals",
                Map.of("name", name, "label", name, "kind", "formula", "expression", expression));
    }

    @Test
    void anOwnTypeThatIsRetiredHereTakesNoRoom() {
        for (int i = 0; i < 100; i++) {
            live.engine.customTypes.create(TestEngine.SYSTEM, Map.of("name", "kind" + i, "label", "Kind " + i));
        }
        live.engine.customTypes.update(TestEngine.SYSTEM, "c_kind0", null, Map.of("retired", true));
        item("types", "c_machines", Map.of("label", "Machine"));
        item("types", "c_more", Map.of("label", "More"));

        assertRefused("c_more");
        live.engine.customTypes.update(TestEngine.SYSTEM, "c_kind1", null, Map.of("retired", true));
        parts.clear();
        item("types", "c_kind0", Map.of("label", "Kind 0"));
        item("types", "c_kind1", Map.of("label", "Kind 1"));
        assertRefused("c_kind1");
    }

    @Test
    void anOwnTypeThatIsRetiredHereIsKnownWithItsFields() {
        live.engine.customTypes.create(TestEngine.SYSTEM, Map.of("name", "machines", "label", "Machine"));
        live.engine.fields.create(
                TestEngine.SYSTEM, "c_machines", Map.of("name", "price", "label", "Price", "kind", "number"));
        live.engine.customTypes.update(TestEngine.SYSTEM, "c_machines", null, Map.of("retired", true));
        item("types", "c_machines", Map.of("label", "Machine"));
        item("fields", "c_machines.price", Map.of("label", "Cost", "kind", "text"));
        item("rules", "c_machines/refuse/Dear", Map.of("kind", "refuse", "condition", "price > 9", "message", "Dear"));

        assertEquals(List.of("c_machines.price", "c_machines/refuse/Dear"), refused(plan()));
    }

    @Test
    void wordsThatMeanNothingInARoleAreRefused() {
        Map<String, Object> line = Map.of("type", "deals", "actions", List.of("read"), "allow", List.of("amount"));
        item("roles", "Buyer", Map.of("name", "Buyer", "permissions", List.of(line)));
        item("roles", "Other", Map.of("name", "Another"));

        assertTrue(reason("Buyer").contains("allow"), reason("Buyer"));
        assertRefused("Buyer", "Other");
    }

    private void item(String part, String key, Map<String, Object> value) {
        parts.computeIfAbsent(part, any -> new LinkedHashMap<>()).put(key, value);
    }

    private static Map<String, Object> choice(String... options) {
        return Map.of("label", "Choice", "kind", "choice", "options", List.of(options));
    }

    private static Map<String, Object> narrowing(String field, String by, Map<String, ?> choices) {
        return Map.of("kind", "choices", "field", field, "by", by, "choices", choices);
    }

    private static Map<String, Object> layout(List<String> fields, String... hidden) {
        return Map.of("sections", List.of(Map.of("fields", fields)), "hidden", List.of(hidden));
    }

    /** By the dry run, and just so when it is applied. */
    private void assertRefused(String... keys) {
        Promotion planned = plan();
        Promotion applied = apply();
        assertEquals(List.of(keys), refused(planned).stream().sorted().toList());
        assertEquals(List.of(keys), refused(applied).stream().sorted().toList());
    }

    private Promotion plan() {
        return live.tryOut(file());
    }

    private Promotion apply() {
        return live.promote(file());
    }

    private String file() {
        return Json.write(Map.of("format", 1, "parts", parts));
    }

    private String reason(String key) {
        return plan().lines().stream()
                .filter(line -> line.key().equals(key))
                .findFirst()
                .orElseThrow()
                .reason();
    }

    private static List<String> refused(Promotion promotion) {
        List<String> keys = new ArrayList<>();
        promotion.lines().stream().filter(line -> line.state() == State.REFUSED).forEach(line -> keys.add(line.key()));
        return keys;
    }
}

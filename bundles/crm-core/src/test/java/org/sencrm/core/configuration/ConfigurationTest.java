package org.sencrm.core.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.configuration.Configuration.Area;
import org.sencrm.api.configuration.Configuration.Change;
import org.sencrm.api.configuration.ConfigurationItem;
import org.sencrm.api.configuration.ConfigurationItem.TakeBack;
import org.sencrm.api.configuration.Promotion;
import org.sencrm.api.configuration.Promotion.Line;
import org.sencrm.api.configuration.Promotion.State;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.field.CustomField;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.setting.Settings;
import org.sencrm.core.record.TestEngine;
import org.sencrm.core.value.Json;

/** What a company set up goes from a sandbox to the live installation, and is taken back. */
class ConfigurationTest {

    private static final Caller SYSTEM = TestEngine.SYSTEM;
    private static final String DEALS = TestEngine.DEALS;
    private static final long SALESPERSON = 3;

    private final Home sandbox = new Home();
    private final Home live = new Home();

    @AfterEach
    void close() throws InterruptedException {
        sandbox.close();
        live.close();
    }

    @Test
    void aFreshInstallationHasChangedNothing() {
        assertEquals(List.of(), sandbox.configuration.changes(SYSTEM));
        assertEquals(Map.of(), sandbox.written("parts"));
    }

    @Test
    void whatWasMadeInASandboxIsAbsentFromLiveUntilPromoted() {
        setUp(sandbox);
        assertFalse(live.engine.types.get(DEALS).field("tier").isPresent());

        Promotion promotion = live.promote(sandbox.write());

        assertEquals(List.of(), refused(promotion));
        assertEquals(7, promotion.count(State.ADDED));
        assertEquals(2, promotion.count(State.CHANGED));
        assertTrue(live.engine.types.get(DEALS).field("tier").isPresent());
        assertEquals("VND", live.engine.settings.currency());
        RecordData deal = live.engine.deal("name", "A", "tier", "gold", "zBase", 4);
        assertEquals("8", deal.get("aTwice").toString());
        assertEquals(sandbox.write(), live.write());
        assertEquals(List.of("configuration.promoted null"), live.engine.audited());
    }

    @Test
    void aSecondTimeNothingChanges() {
        setUp(sandbox);
        live.promote(sandbox.write());
        long version = live.engine.fields.get(SYSTEM, DEALS, "tier").version();

        Promotion again = live.promote(sandbox.write());

        assertEquals(again.lines().size(), again.count(State.SAME));
        assertEquals(9, again.lines().size());
        assertEquals(version, live.engine.fields.get(SYSTEM, DEALS, "tier").version());
    }

    @Test
    void aDryRunTellsTheSameAndWritesNothing() {
        setUp(sandbox);
        String before = live.write();

        Promotion planned = live.tryOut(sandbox.write());

        assertTrue(planned.dryRun());
        assertEquals(before, live.write());
        assertFalse(live.engine.types.get(DEALS).field("tier").isPresent());
        assertEquals(states(planned), states(live.promote(sandbox.write())));
    }

    /** Three fields of which one follows from another, a rule, an entry, two roles, a view and a setting. */
    private static void setUp(Home home) {
        home.field("name", "tier", "label", "Tier", "kind", "choice", "options", List.of("gold", "silver"));
        home.field("name", "zBase", "label", Map.of("vi", "Gốc", "en", "Base"), "kind", "number");
        home.field("name", "aTwice", "label", "Twice", "kind", "formula", "expression", "zBase * 2");
        home.engine.rules.create(SYSTEM, DEALS, Map.of("kind", "show", "field", "zBase", "condition", "tier = 'gold'"));
        home.engine.create("listentries", "list", "needs", "name", "Máy chạy êm");
        home.engine.role("Buyer", TestEngine.line(DEALS, "own", List.of(), "read"));
        home.engine.create("views", "name", "Golden", "type", DEALS, "filter", "tier==gold", "scope", "all");
        home.engine.create("views", "name", "Mine", "type", DEALS, "scope", "private");
        changeSalesperson(home);
        home.engine.settings.set(SYSTEM, Settings.CURRENCY, "VND");
    }

    @Test
    void anOwnTypeGoesWithItsFieldsAndWithTheLayoutOfARoleThatGoesToo() {
        sandbox.engine.customTypes.create(
                SYSTEM, Map.of("name", "equipment", "label", Map.of("vi", "Thiết bị", "en", "Equipment")));
        sandbox.engine.fields.create(
                SYSTEM, "c_equipment", Map.of("name", "power", "label", "Power", "kind", "number"));
        long buyer = sandbox.engine
                .role("Buyer", TestEngine.line("c_equipment", "all", List.of(), "read"))
                .id();
        Map<String, Object> layout =
                Map.of("sections", List.of(Map.of("fields", List.of("name"))), "hidden", List.of("power"));
        sandbox.engine.layouts.put(SYSTEM, "c_equipment", buyer, null, layout);

        Promotion promotion = live.promote(sandbox.write());

        assertEquals(List.of(), refused(promotion));
        assertEquals(4, promotion.count(State.ADDED));
        assertEquals(sandbox.write(), live.write());
        assertEquals(4, live.promote(sandbox.write()).count(State.SAME));
        assertEquals(
                Set.of("power"),
                live.engine.layouts.list(SYSTEM, "c_equipment").get(0).hidden());
    }

    @Test
    void anOwnTypeThatIsTakenBackIsRetiredAndCanBePutBack() {
        live.engine.customTypes.create(SYSTEM, Map.of("name", "equipment", "label", "Equipment"));

        ConfigurationItem taken = live.configuration.takeBack(SYSTEM, "types", "c_equipment");

        assertTrue(live.engine.customTypes.get(SYSTEM, "c_equipment").retired());
        live.configuration.putBack(SYSTEM, "types", taken);
        assertFalse(live.engine.customTypes.get(SYSTEM, "c_equipment").retired());
    }

    private static void changeSalesperson(Home home) {
        RecordData role = home.engine.records.get(SYSTEM, "roles", SALESPERSON);
        home.engine.records.update(
                SYSTEM,
                "roles",
                SALESPERSON,
                role.version(),
                Map.of("permissions", List.of(TestEngine.line(DEALS, "all", List.of("amount"), "read"))));
    }

    @Test
    void whatNeedsAModuleThatIsAwayIsRefusedWithTheReasonAndNothingElse() {
        setUp(sandbox);
        live.engine.removeDeals();

        Promotion promotion = live.promote(sandbox.write());

        assertEquals(2, promotion.count(State.ADDED) + promotion.count(State.CHANGED));
        Line field = line(promotion, "deals.tier");
        assertEquals(State.REFUSED, field.state());
        assertTrue(field.reason().contains("crm-test"), field.reason());
        assertEquals(State.ADDED, line(promotion, "needs/Máy chạy êm").state());
    }

    @Test
    void whatNeedsSomethingRefusedIsRefusedToo() {
        setUp(sandbox);
        live.field("name", "zBase", "label", "Base", "kind", "text");

        Promotion promotion = live.tryOut(sandbox.write());

        assertEquals(List.of("deals.zBase", "deals.aTwice", "deals/show/zBase"), refused(promotion));
        assertTrue(line(promotion, "deals.zBase").reason().contains("another kind"));
        assertTrue(line(promotion, "deals.aTwice").reason().contains("zBase"));
        assertEquals(refused(promotion), refused(live.promote(sandbox.write())));
    }

    @Test
    void whatTheLiveInstallationHasBesidesStays() {
        sandbox.field("name", "tier", "label", "Rank", "kind", "choice", "options", List.of("gold", "silver"));
        live.field("name", "tier", "label", "Tier", "kind", "choice", "options", List.of("bronze", "gold"));
        live.field("name", "own", "label", "Own", "kind", "text");
        live.engine.deal("name", "A", "tier", "bronze", "own", "kept");

        Promotion promotion = live.promote(sandbox.write());

        Line line = promotion.lines().get(0);
        assertEquals(State.CHANGED, line.state());
        assertEquals(
                List.of("label", "options"),
                line.after().keySet().stream().sorted().toList());
        CustomField tier = live.engine.fields.get(SYSTEM, DEALS, "tier");
        assertEquals("Rank", tier.label().get("en"));
        assertEquals(
                List.of("gold", "silver", "bronze"),
                tier.options().stream().map(CustomField.Option::code).toList());
        assertTrue(live.engine.types.get(DEALS).field("own").isPresent());
        assertEquals(State.SAME, live.promote(sandbox.write()).lines().get(0).state());
    }

    @Test
    void aFileWrittenByHandInShortFormChangesNothingTheSecondTime() {
        Map<String, Object> parts = Map.of(
                "fields",
                Map.of(
                        "deals.since", Map.of("label", "Customer since", "kind", "date"),
                        "deals.tier",
                                Map.of("label", Map.of("vi", "Hạng"), "kind", "choice", "options", List.of("gold"))),
                "rules",
                Map.of(
                        "deals/refuse/Too many",
                        Map.of("kind", "refuse", "condition", "seats > 5", "message", "Too many")));
        String file = Json.write(Map.of("format", 1, "parts", parts));
        assertEquals(3, live.promote(file).count(State.ADDED));

        assertEquals(3, live.promote(file).count(State.SAME));
    }

    @Test
    void whatRecordsBeginWithTravelsWhateverItsKind() {
        sandbox.field("name", "since", "label", "Since", "kind", "date", "default", "2024-05-01");
        sandbox.field(
                "name", "fee", "label", "Fee", "kind", "money", "default", Map.of("amount", 5, "currency", "EUR"));
        sandbox.field("name", "pause", "label", "Pause", "kind", "duration", "default", "PT90M");
        sandbox.field(
                "name",
                "ways",
                "label",
                "Ways",
                "kind",
                "choices",
                "options",
                List.of("a", "b"),
                "default",
                List.of("b"));

        assertEquals(4, live.promote(sandbox.write()).count(State.ADDED));

        RecordData deal = live.engine.deal("name", "A");
        assertEquals(LocalDate.of(2024, 5, 1), deal.get("since"));
        assertEquals(new Money(new BigDecimal("5"), "EUR"), deal.get("fee"));
        assertEquals(Duration.ofMinutes(90), deal.get("pause"));
        assertEquals(List.of("b"), deal.get("ways"));
        assertEquals(4, live.promote(sandbox.write()).count(State.SAME));
    }

    @Test
    void aRuleIsKnownByWhatItIsAbout() {
        refuseSeats(sandbox, "seats > 100");
        refuseSeats(live, "seats > 50");

        Promotion promotion = live.promote(sandbox.write());

        assertEquals(State.CHANGED, promotion.lines().get(0).state());
        assertEquals(Map.of("condition", "seats > 50"), promotion.lines().get(0).before());
        assertEquals(
                Map.of("condition", "seats > 100"), promotion.lines().get(0).after());
        assertEquals(1, live.engine.rules.list(SYSTEM, DEALS).size());
    }

    private static void refuseSeats(Home home, String condition) {
        home.engine.rules.create(
                SYSTEM, DEALS, Map.of("kind", "refuse", "condition", condition, "message", "Too many seats"));
    }

    @Test
    void noSecretLeavesAndNoOtherSettingComesIn() {
        sandbox.engine.settings.set(SYSTEM, "acme.key", "v1:secret");
        sandbox.engine.settings.set(SYSTEM, Settings.COMPANY, "Sen");
        String file = sandbox.write();
        assertTrue(file.contains("Sen"));
        assertFalse(file.contains("secret") || file.contains("acme"), file);

        Promotion promotion = live.promote(file("settings", "outbound.allowedHosts", Map.of("value", "10.0.0.1")));

        assertEquals(State.REFUSED, promotion.lines().get(0).state());
        assertEquals("none", live.engine.settings.get("outbound.allowedHosts", "none"));
    }

    @Test
    void whatMakesNoSenseIsRefusedItemByItem() {
        Map<String, Object> field = Map.of("label", "X", "kind", "text");
        Map<String, Object> parts = Map.of(
                "fields",
                        Map.of("deals.fine", field, "nowhere", field, "deals.drop table", field, "deals.bad", Map.of()),
                "rules", Map.of("deals/refuse/x", Map.of("kind", 5)),
                "listEntries", Map.of("needs/x", Map.of("list", "needs", "name", 7)),
                "settings", Map.of("company.currency", Map.of("value", "money")),
                "acme.tariffs", Map.of("a", Map.of()));

        Promotion promotion = live.promote(Json.write(Map.of("format", 1, "parts", parts)));

        assertEquals(State.ADDED, line(promotion, "deals.fine").state());
        assertEquals(7, promotion.count(State.REFUSED));
        promotion.lines().stream()
                .filter(line -> line.state() == State.REFUSED)
                .forEach(line -> assertFalse(line.reason().isBlank(), line.key()));
        assertEquals("USD", live.engine.settings.currency());
    }

    @Test
    void whatIsNoConfigurationIsRefusedAsAWhole() {
        for (String file : List.of(
                "",
                "[]",
                "{",
                "{}",
                "{\"format\":\"1\",\"parts\":{}}",
                "{\"format\":2,\"parts\":{}}",
                "{\"format\":1,\"parts\":{\"fields\":1}}",
                "{\"format\":1,\"parts\":{\"fields\":{\"a\":\"b\"}}}",
                "{\"format\":1,\"parts\":" + "[".repeat(500) + "]".repeat(500) + "}")) {
            assertThrows(InvalidRequest.class, () -> live.promote(file), file);
        }
    }

    @Test
    void aRuleIsTakenBackAndPutBack() {
        refuseSeats(live, "seats > 50");
        Change change = change("rules");
        assertEquals("Refuse: Too many seats", change.label());
        assertEquals(DEALS, change.type());

        ConfigurationItem item =
                live.configuration.takeBack(SYSTEM, "rules", change.item().key());

        assertEquals(List.of(), live.configuration.changes(SYSTEM));
        assertThrows(NotFound.class, () -> live.configuration.takeBack(SYSTEM, "rules", item.key()));
        live.configuration.putBack(SYSTEM, "rules", item);
        assertEquals(item.value(), change("rules").item().value());
    }

    @Test
    void aRoleWithWhichAnInstallationBeginsBecomesWhatItWas() {
        Object before = live.engine.records.get(SYSTEM, "roles", SALESPERSON).get("permissions");
        changeSalesperson(live);
        Change change = change("roles");
        assertEquals("Salesperson", change.label());
        assertFalse(change.item().isAdded());
        assertEquals(before, change.item().declared().get("permissions"));

        ConfigurationItem item = live.configuration.takeBack(SYSTEM, "roles", "Salesperson");

        assertEquals(
                before, live.engine.records.get(SYSTEM, "roles", SALESPERSON).get("permissions"));
        assertEquals(List.of(), live.configuration.changes(SYSTEM));
        live.configuration.putBack(SYSTEM, "roles", item);
        assertEquals(item.value(), change("roles").item().value());
    }

    @Test
    void aRoleOfTheCompanyComesBackFromTheTrashAsTheSame() {
        RecordData role = live.engine.role("Buyer", TestEngine.line(DEALS, "own", List.of(), "read"));

        ConfigurationItem item = live.configuration.takeBack(SYSTEM, "roles", "Buyer");
        assertEquals(1, live.engine.records.count(SYSTEM, Query.of("roles").inTrash()));
        live.configuration.putBack(SYSTEM, "roles", item);

        assertEquals(
                "Buyer", live.engine.records.get(SYSTEM, "roles", role.id()).text("name"));
        assertEquals(0, live.engine.records.count(SYSTEM, Query.of("roles").inTrash()));
    }

    @Test
    void aFieldGoesForGoodAndASettingBecomesWhatTheProductSays() {
        live.field("name", "tier", "label", "Tier", "kind", "text");
        live.engine.settings.set(SYSTEM, Settings.CURRENCY, "VND");
        assertEquals(TakeBack.FOR_GOOD, change("fields").item().takeBack());
        assertEquals(Map.of("value", "USD"), change("settings").item().declared());

        live.configuration.takeBack(SYSTEM, "fields", "deals.tier");
        live.configuration.takeBack(SYSTEM, "settings", Settings.CURRENCY);

        assertFalse(live.engine.types.get(DEALS).field("tier").isPresent());
        assertEquals("USD", live.engine.settings.currency());
        assertEquals(List.of(), live.configuration.changes(SYSTEM));
    }

    @Test
    void onlyAdministratorsSeeOrDoAnyOfIt() {
        Caller anna = TestEngine.as(live.engine.user("Anna", null));
        assertThrows(Forbidden.class, () -> live.configuration.changes(anna));
        assertThrows(Forbidden.class, () -> live.configuration.write(anna));
        assertThrows(Forbidden.class, () -> live.configuration.promote(anna, sandbox.write(), true));
        assertThrows(Forbidden.class, () -> live.configuration.takeBack(anna, "settings", Settings.CURRENCY));
    }

    @Test
    void theFileIsTheSameTextEachTimeAndNamesWhereItIsFrom() {
        setUp(sandbox);
        String file = sandbox.write();
        assertEquals("1.2.3", sandbox.written("product"));
        assertEquals("crm-test", ((Map<?, ?>) sandbox.written("types")).get(DEALS));
        Map<?, ?> parts = (Map<?, ?>) sandbox.written("parts");
        assertEquals(
                List.of("fields", "listEntries", "roles", "rules", "settings", "views"), List.copyOf(parts.keySet()));
        assertEquals(
                List.of("deals.aTwice", "deals.tier", "deals.zBase"),
                List.copyOf(((Map<?, ?>) parts.get("fields")).keySet()));
        assertTrue(file.contains("\n    \"settings\" : {\n      \"company.currency\" : {\n"), file);
        assertEquals(file, sandbox.write());
    }

    private Change change(String part) {
        Area area = live.configuration.changes(SYSTEM).stream()
                .filter(found -> found.part().equals(part))
                .findFirst()
                .orElseThrow();
        assertEquals(1, area.changes().size());
        return area.changes().get(0);
    }

    private static String file(String part, String key, Map<String, Object> value) {
        return Json.write(Map.of("format", 1, "parts", Map.of(part, Map.of(key, value))));
    }

    private static Line line(Promotion promotion, String key) {
        return promotion.lines().stream()
                .filter(line -> line.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> refused(Promotion promotion) {
        return promotion.lines().stream()
                .filter(line -> line.state() == State.REFUSED)
                .map(Line::key)
                .toList();
    }

    private static Map<String, State> states(Promotion promotion) {
        return promotion.lines().stream().collect(Collectors.toMap(Line::key, Line::state));
    }
}

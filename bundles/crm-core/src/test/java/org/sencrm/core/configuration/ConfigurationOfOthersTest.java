package org.sencrm.core.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.configuration.Configuration.Area;
import org.sencrm.api.configuration.Configuration.Change;
import org.sencrm.api.configuration.ConfigurationItem;
import org.sencrm.api.configuration.ConfigurationPart;
import org.sencrm.api.configuration.Promotion;
import org.sencrm.api.configuration.Promotion.Line;
import org.sencrm.api.configuration.Promotion.State;
import org.sencrm.api.fault.Conflict;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.setting.Settings;
import org.sencrm.core.record.TestEngine;
import org.sencrm.core.value.Json;

/** Whoever takes something back, puts it back or brings it takes nothing from others. */
class ConfigurationOfOthersTest {

    private static final Caller SYSTEM = TestEngine.SYSTEM;
    private static final String DEALS = TestEngine.DEALS;

    private final Home sandbox = new Home();
    private final Home live = new Home();

    @AfterEach
    void close() throws InterruptedException {
        sandbox.close();
        live.close();
    }

    @Test
    void whoSawAnOlderStateTakesNothingBack() {
        live.engine.settings.set(SYSTEM, Settings.CURRENCY, "VND");
        Change seen = change("settings");
        live.engine.settings.set(SYSTEM, Settings.CURRENCY, "EUR");

        Conflict stale = assertThrows(
                Conflict.class,
                () -> live.configuration.takeBack(SYSTEM, "settings", Settings.CURRENCY, seen.version()));

        assertEquals("EUR", live.engine.settings.currency());
        assertEquals(change("settings").version(), stale.version());
        live.configuration.takeBack(SYSTEM, "settings", Settings.CURRENCY, stale.version());
        assertEquals("USD", live.engine.settings.currency());
    }

    @Test
    void whatWasMadeSinceIsNotWrittenOverByAWayBack() {
        refuseSeats(live, "seats > 50");
        ConfigurationItem item = live.configuration.takeBack(
                SYSTEM, "rules", change("rules").item().key());
        refuseSeats(live, "seats > 100");

        assertThrows(Conflict.class, () -> live.configuration.putBack(SYSTEM, "rules", item));

        assertEquals("seats > 100", live.engine.rules.list(SYSTEM, DEALS).get(0).condition());
        assertEquals(1, live.engine.rules.list(SYSTEM, DEALS).size());
    }

    @Test
    void ofNamesakesInTheTrashTheOneThatWasTakenBackReturns() {
        RecordData taken = live.engine.role("Buyer", TestEngine.line(DEALS, "own", List.of(), "read"));
        ConfigurationItem item = live.configuration.takeBack(SYSTEM, "roles", "Buyer");
        RecordData later = live.engine.role("Buyer", TestEngine.line(DEALS, "own", List.of(), "read"));
        live.engine.records.delete(SYSTEM, "roles", later.id(), later.version());

        live.configuration.putBack(SYSTEM, "roles", item);

        assertEquals(
                "Buyer", live.engine.records.get(SYSTEM, "roles", taken.id()).text("name"));
        assertThrows(NotFound.class, () -> live.engine.records.get(SYSTEM, "roles", later.id()));
    }

    @Test
    void whatPeopleTypedIsTheirsUntilAnAdministratorNamesIt() {
        sandbox.engine.create("contacts", "name", "An", "needs", List.of("Máy chạy êm", "Giao nhanh"));
        assertEquals(Map.of(), sandbox.written("parts"));
        RecordData entry = sandbox.engine
                .records
                .list(SYSTEM, Query.of("listentries").where("name==\"Giao nhanh\""))
                .items()
                .get(0);
        sandbox.engine.records.update(
                SYSTEM, "listentries", entry.id(), entry.version(), Map.of("name", "Giao hàng nhanh"));

        live.engine.create("contacts", "name", "Bình", "needs", List.of("Giao nhanh"));
        Promotion promotion = live.promote(sandbox.write());

        assertEquals(1, promotion.lines().size());
        assertEquals(Map.of("name", "Giao nhanh"), promotion.lines().get(0).before());
        assertEquals(sandbox.write(), live.write());
        live.configuration.takeBack(SYSTEM, "listEntries", "needs/Giao nhanh");
        assertEquals(List.of(), live.configuration.changes(SYSTEM));
    }

    @Test
    void puttingARecordReadsItsNamesakesAndNotAllRecords() {
        Map<String, Object> entries = new LinkedHashMap<>();
        for (int i = 0; i < 40; i++) {
            String code = "Việc " + i;
            live.engine.create("listentries", "list", "needs", "name", code);
            entries.put("needs/" + code, Map.of("list", "needs", "code", code, "name", code + "!"));
        }
        live.engine.database.statements();

        Promotion promotion = live.promote(Json.write(Map.of("format", 1, "parts", Map.of("listEntries", entries))));

        assertEquals(40, promotion.count(State.CHANGED));
        List<String> lists = live.engine.database.statements().stream()
                .filter(sql -> sql.contains(" from CORE_LIST_ENTRY") && sql.contains("order by"))
                .toList();
        long narrow = lists.stream()
                .filter(sql -> sql.substring(sql.indexOf(" where ")).contains("CODE"))
                .count();
        assertEquals(40, narrow);
        assertEquals(41, lists.size());
    }

    @Test
    void layoutsOfRolesThatShareANameTravel() {
        for (Home home : List.of(sandbox, live)) {
            home.engine.role("Buyer", TestEngine.line(DEALS, "own", List.of(), "read"));
            home.engine.role("Buyer", TestEngine.line(DEALS, "all", List.of(), "read"));
        }
        List<Long> roles = roles(sandbox);
        layout(sandbox, roles.get(0), "amount");
        layout(sandbox, roles.get(1), "seats");

        Promotion promotion = live.promote(sandbox.write());

        assertEquals(0, promotion.count(State.REFUSED));
        assertEquals(
                List.of("deals/Buyer", "deals/Buyer (2)"),
                promotion.lines().stream()
                        .filter(line -> line.part().equals("layouts"))
                        .map(Line::key)
                        .toList());
        assertEquals(
                Set.of("seats"),
                live.engine.layouts.get(SYSTEM, DEALS, roles(live).get(1)).hidden());
    }

    private static List<Long> roles(Home home) {
        return home
                .engine
                .records
                .list(SYSTEM, Query.of("roles").where("name==Buyer").sortedBy("createdAt"))
                .items()
                .stream()
                .map(RecordData::id)
                .toList();
    }

    private static void layout(Home home, long role, String hidden) {
        Map<String, Object> layout =
                Map.of("sections", List.of(Map.of("fields", List.of("name"))), "hidden", List.of(hidden));
        home.engine.layouts.put(SYSTEM, DEALS, role, null, layout);
    }

    @Test
    void aPartThatFailsIsToldAndHidesNoOther() {
        sandbox.engine.settings.set(SYSTEM, Settings.CURRENCY, "VND");
        sandbox.parts.add("acme.broken", 10, new BrokenPart());

        List<Area> areas = sandbox.configuration.changes(SYSTEM);

        assertEquals(
                List.of("acme.broken", "settings"),
                areas.stream().map(Area::part).toList());
        assertFalse(areas.get(0).problem().isBlank());
        assertEquals(null, areas.get(1).problem());
        assertEquals(List.of("acme.broken"), sandbox.written("missing"));
        Promotion promotion = live.promote(sandbox.write());
        assertEquals(State.CHANGED, line(promotion, Settings.CURRENCY).state());
        Line missing = line(promotion, "");
        assertEquals("acme.broken", missing.part());
        assertEquals(State.REFUSED, missing.state());
    }

    private static final class BrokenPart implements ConfigurationPart {

        @Override
        public List<ConfigurationItem> items(Caller caller) {
            throw new IllegalStateException("broken");
        }

        @Override
        public Outline outline(Caller caller, String key, Map<String, Object> value) {
            return Outline.of(null, key);
        }

        @Override
        public void put(Caller caller, String key, Map<String, Object> value) {
            throw new IllegalStateException("broken");
        }

        @Override
        public void takeBack(Caller caller, String key) {
            throw new IllegalStateException("broken");
        }
    }

    private static void refuseSeats(Home home, String condition) {
        home.engine.rules.create(
                SYSTEM, DEALS, Map.of("kind", "refuse", "condition", condition, "message", "Too many seats"));
    }

    private Change change(String part) {
        return live.configuration.changes(SYSTEM).stream()
                .filter(found -> found.part().equals(part))
                .flatMap(area -> area.changes().stream())
                .findFirst()
                .orElseThrow();
    }

    private static Line line(Promotion promotion, String key) {
        return promotion.lines().stream()
                .filter(line -> line.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}

package org.sencrm.core.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sencrm.core.record.TestEngine.DEALS;
import static org.sencrm.core.record.TestEngine.SYSTEM;
import static org.sencrm.core.record.TestEngine.as;
import static org.sencrm.core.record.TestEngine.line;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.search.Search;
import org.sencrm.core.extension.Contribution;
import org.sencrm.core.record.TestEngine;
import org.sencrm.core.type.StoredType;

class SearchFeedTest {

    private TestEngine engine;
    private final FakeIndex index = new FakeIndex();

    @BeforeEach
    void start() {
        engine = new TestEngine();
    }

    @AfterEach
    void stop() throws InterruptedException {
        engine.close();
    }

    private void plugIn() throws InterruptedException {
        engine.extensions.indexes().add(Contribution.of(index, Map.of()));
        until(() -> engine.searchFeed.matching(deals(), "x", 1) != null);
    }

    private StoredType deals() {
        return engine.types.stored(DEALS).orElseThrow();
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 1000 && !condition.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertTrue(condition.getAsBoolean(), "within ten seconds");
    }

    @Test
    void anEmptyIndexIsFilledFromTheDatabase() throws InterruptedException {
        for (int i = 0; i < 1200; i++) {
            engine.deal("name", "Nguyễn số " + i);
        }
        RecordData trashed = engine.deal("name", "Nguyễn trashed");
        engine.records.delete(SYSTEM, DEALS, trashed.id(), 1);
        assertNull(engine.searchFeed.matching(deals(), "nguyen", 10));
        plugIn();
        until(() -> index.of(DEALS).size() == 1200);
        until(() -> index.position() > 0);
        assertEquals(1200, engine.records.count(SYSTEM, Query.of(DEALS).matching("nguyen")));
    }

    @Test
    void aPurgedRecordLeavesTheIndex() throws InterruptedException {
        RecordData trashed = engine.deal("name", "Sen Vàng");
        plugIn();
        until(() -> index.of(DEALS).size() == 1);
        engine.records.inTransaction(() -> {
            engine.records.delete(SYSTEM, DEALS, trashed.id(), 1);
            engine.records.purge(SYSTEM, DEALS, trashed.id(), 2);
            return null;
        });
        until(() -> index.of(DEALS).isEmpty());
    }

    @Test
    void changesReachTheIndexAfterTheCommit() throws InterruptedException {
        plugIn();
        RecordData made = engine.deal("name", "Đồng Tâm", "secret", "mật");
        until(() -> index.of(DEALS).size() == 1);
        assertEquals("Đồng Tâm\nmật", index.of(DEALS).get(0).text());
        until(engine.feed::isCurrent);
        engine.database.statements();
        assertEquals(List.of("Đồng Tâm"), engine.names(SYSTEM, Query.of(DEALS).matching("dong mat")));
        assertTrue(engine.database.statements().get(0).contains("ID in (?)"));
        engine.records.update(SYSTEM, DEALS, made.id(), 1, Map.of("name", "Khác"));
        until(() -> engine.feed.isCurrent()
                && engine.names(SYSTEM, Query.of(DEALS).matching("dong")).isEmpty());
        engine.records.delete(SYSTEM, DEALS, made.id(), 2);
        until(() -> index.of(DEALS).isEmpty());
    }

    @Test
    void whatWasJustSavedIsFoundAtOnce() throws InterruptedException {
        plugIn();
        for (int i = 0; i < 50; i++) {
            engine.deal("name", "Instant" + i);
            assertEquals(
                    List.of("Instant" + i), engine.names(SYSTEM, Query.of(DEALS).matching("instant" + i)));
        }
    }

    @Test
    void anIndexThatWasAwayCatchesUpWithoutStartingAnew() throws InterruptedException {
        engine.deal("name", "old");
        plugIn();
        until(() -> engine.feed.isCurrent() && index.position() > 0);
        Thread.sleep(1500);
        engine.extensions.indexes().remove(index);
        until(() -> engine.searchFeed.matching(deals(), "x", 1) == null);
        index.entries.clear();
        index.taken = 0;
        long away = index.position();
        engine.deal("name", "new");
        plugIn();
        until(() -> index.position() > away);
        assertTrue(index.taken <= 2, "only what changed lately: " + index.taken);
        index.lose();
        engine.extensions.indexes().remove(index);
        until(() -> engine.searchFeed.matching(deals(), "x", 1) == null);
        plugIn();
        assertEquals(2, index.of(DEALS).size());
    }

    @Test
    void aTypeThatAppearsIsTakenIn() throws InterruptedException {
        engine.deal("name", "there");
        engine.removeDeals();
        engine.extensions.indexes().add(Contribution.of(index, Map.of()));
        until(() -> engine.searchFeed.indexOf(List.copyOf(engine.types.stored())) != null);
        assertEquals(List.of(), index.of(DEALS));
        engine.installDeals();
        until(() -> index.of(DEALS).size() == 1);
        engine.removeDeals();
        assertEquals(List.of(), engine.search.find(SYSTEM, "there", 10));
    }

    @Test
    void wordsOfARemovedFieldLeaveTheIndexAndAnAddedFieldDoesNotDisturbIt() throws InterruptedException {
        engine.fields.create(SYSTEM, DEALS, Map.of("name", "nickname", "kind", "text", "label", "Nickname"));
        engine.deal("name", "A", "nickname", "lotus");
        plugIn();
        until(engine.feed::isCurrent);
        assertEquals(1, engine.searchFeed.matching(deals(), "lotus", 10).length);
        engine.fields.create(SYSTEM, DEALS, Map.of("name", "other", "kind", "text", "label", "Other"));
        assertEquals(1, engine.searchFeed.matching(deals(), "lotus", 10).length);
        engine.fields.remove(SYSTEM, DEALS, "nickname", null);
        until(() -> {
            long[] found = engine.searchFeed.matching(deals(), "lotus", 10);
            return found != null && found.length == 0;
        });
    }

    @Test
    void hitsPassTheGateAndCarryADetail() throws InterruptedException {
        RecordData account = engine.create("accounts", "name", "Công ty Sen", "status", "customer", "sector", "Gạo");
        RecordData seller =
                engine.user("Seller", null, engine.role("s", line(DEALS, "own", List.of("secret"), "read")));
        engine.deal("name", "Sen mine", "owner", seller.id(), "account", account.id(), "secret", "lotus");
        engine.deal("name", "Sen hidden", "secret", "lotus");
        for (boolean indexed : new boolean[] {false, true}) {
            if (indexed) {
                plugIn();
                until(() -> engine.searchFeed.indexOf(List.copyOf(engine.types.stored())) != null);
            }
            List<Search.Hit> all = engine.search.find(SYSTEM, "sen", 10);
            assertEquals(3, all.size());
            Search.Hit company = all.stream()
                    .filter(hit -> hit.record().type().equals("accounts"))
                    .findFirst()
                    .orElseThrow();
            assertEquals("Công ty Sen", company.record().label());
            assertEquals("Customer · Gạo", company.detail());
            assertEquals(
                    List.of("Seller", "Sen mine"),
                    engine.search.find(as(seller), "se", 10).stream()
                            .map(hit -> hit.record().label())
                            .sorted()
                            .toList());
            assertEquals(2, engine.search.find(SYSTEM, "lotus", 10).size());
            assertEquals(List.of(), engine.search.find(as(seller), "lotus", 10));
            assertEquals(1, engine.search.find(SYSTEM, "sen", 1).size());
            assertFalse(indexed && index.entries.isEmpty());
        }
    }
}

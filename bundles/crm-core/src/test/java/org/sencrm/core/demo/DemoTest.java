package org.sencrm.core.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.demo.DemoData;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.job.Job;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordHook;
import org.sencrm.api.record.Reference;
import org.sencrm.api.setting.Settings;
import org.sencrm.core.access.Administrators;
import org.sencrm.core.extension.Contribution;
import org.sencrm.core.extension.Contributions;
import org.sencrm.core.job.Node;
import org.sencrm.core.job.StoredJobs;
import org.sencrm.core.model.Product;
import org.sencrm.core.model.StartingValues;
import org.sencrm.core.model.UserRules;
import org.sencrm.core.record.TestEngine;
import org.sencrm.core.setting.StoredSettings;
import org.sencrm.core.signin.UserDirectory;
import org.sencrm.core.support.Callers;

class DemoTest {

    private static final Caller ADMINISTRATOR = Callers.user(1);

    private final TestEngine engine = new TestEngine();
    private final StoredJobs jobs = new StoredJobs(engine.database, engine.gate, engine.messages, new Node("test"));
    private final StoredSettings settings = new StoredSettings(engine.database, engine.gate, engine.messages);
    private final Contributions<DemoData> shares = new Contributions<>();
    private final StoredDemo demo = new StoredDemo(
            null, engine.database, engine.records, engine.types, engine.gate, jobs, engine.messages, settings, shares);

    @BeforeEach
    void addCore() {
        engine.types.install("products", "crm-core", List.of(Product.class));
        engine.hook("users", new StartingValues());
        engine.hook(
                "users",
                new UserRules(
                        engine.database,
                        engine.gate,
                        new Administrators(engine.database),
                        new UserDirectory(engine.database)));
        share(new DemoPeople(engine.records), 1000);
        share(new DemoProducts(), 900);
    }

    @AfterEach
    void close() throws InterruptedException {
        jobs.close();
        engine.close();
    }

    @Test
    void theDemoComesAndGoesWhole() throws InterruptedException {
        share(new DemoCustomers(), 800);
        share(new DemoActivities(), 700);
        RecordData own = engine.create("accounts", "name", "Our own");

        done(demo.load(ADMINISTRATOR));

        assertTrue(demo.isLoaded());
        assertEquals(9, count("users", ""));
        assertEquals(3, count("teams", "source==demo"));
        assertEquals(20, count("products", "source==demo"));
        assertEquals(300, count("accounts", "source==demo"));
        assertEquals(600, count("contacts", "source==demo"));
        assertEquals(3000, count("activities", "source==demo"));
        assertEquals(0, count("accounts", "source==demo;owner.userName==admin"));
        assertEquals("VND", settings.get(Settings.CURRENCY, null));
        assertThrows(NotNow.class, () -> demo.load(ADMINISTRATOR));
        Instant yesterday = engine.clock.instant().minus(Duration.ofDays(1));
        assertEquals(0, count("accounts", "source==demo;createdAt=gt=" + yesterday));
        RecordData oldest = engine.records
                .list(ADMINISTRATOR, Query.of("accounts").sortedBy("createdAt").limitedTo(1))
                .items()
                .get(0);
        Instant then = (Instant) oldest.get("createdAt");
        assertTrue(then.isBefore(yesterday.minus(Duration.ofDays(730))));
        assertEquals(
                then,
                engine.records
                        .history(ADMINISTRATOR, "accounts", oldest.id(), 1, 0)
                        .get(0)
                        .at());

        RecordData touched = touch(0);
        RecordData thrownAway = touch(1);
        engine.records.delete(ADMINISTRATOR, "accounts", thrownAway.id(), thrownAway.version());
        RecordData visit = engine.create("activities", "name", "Our visit", "regarding", reference(touched));
        Job removal = done(demo.remove(ADMINISTRATOR));

        assertFalse(demo.isLoaded());
        assertFalse(settings.isSet(Settings.CURRENCY));
        assertEquals(3943L, ((Number) removal.result().get("purged")).longValue());
        assertEquals(List.of("Our own"), engine.names(ADMINISTRATOR, Query.of("accounts")));
        assertEquals(1, count("users", ""));
        for (String type : List.of("teams", "products", "contacts", "listentries")) {
            assertEquals(0, count(type, ""), type);
        }
        assertEquals(List.of(), trashed("accounts"));
        RecordData stays = engine.records.get(ADMINISTRATOR, "activities", visit.id());
        assertEquals(new Reference("accounts", touched.id(), null), stays.get("regarding"));
        engine.records.update(ADMINISTRATOR, "activities", stays.id(), stays.version(), Map.of("name", "Renamed"));
        assertEquals(
                own.version(),
                engine.records.get(ADMINISTRATOR, "accounts", own.id()).version());
        assertThrows(NotNow.class, () -> demo.remove(ADMINISTRATOR));
    }

    @Test
    void whatWasPartlyLoadedCanBeRemoved() throws InterruptedException {
        share(
                writer -> {
                    writer.create(null, "products", Map.of("name", "Never seen"));
                    throw new IllegalStateException("a module's mistake");
                },
                850);

        assertEquals(Job.State.FAILED, ended(demo.load(ADMINISTRATOR)).state());

        assertEquals(20, count("products", ""));
        done(demo.remove(ADMINISTRATOR));
        assertEquals(0, count("products", ""));
    }

    @Test
    void whatARuleHoldsBackStaysAndCanBeRemovedLater() throws InterruptedException {
        done(demo.load(ADMINISTRATOR));
        RecordData changed = engine.records
                .list(ADMINISTRATOR, Query.of("products").limitedTo(1))
                .items()
                .get(0);
        engine.records.update(ADMINISTRATOR, "products", changed.id(), changed.version(), Map.of("name", "Ours"));
        AtomicBoolean held = new AtomicBoolean(true);
        engine.hook("products", new RecordHook() {
            @Override
            public void beforeDelete(Draft draft) {
                if (held.get()) {
                    draft.refuse(null, "fault.forbidden");
                }
            }
        });

        assertEquals(Job.State.FAILED, ended(demo.remove(ADMINISTRATOR)).state());
        assertEquals(List.of("Ours"), engine.names(ADMINISTRATOR, Query.of("products")));
        assertTrue(demo.isLoaded());

        held.set(false);
        done(demo.remove(ADMINISTRATOR));
        assertEquals(0, count("products", ""));
        assertFalse(demo.isLoaded());
    }

    @Test
    void whatBelongsToAModuleThatIsAwayIsRemovedOnceItIsBack() throws InterruptedException {
        done(demo.load(ADMINISTRATOR));
        engine.types.remove("products");
        done(demo.remove(ADMINISTRATOR));
        assertTrue(demo.isLoaded());

        engine.types.install("products", "crm-core", List.of(Product.class));
        assertEquals(20, count("products", ""));
        done(demo.remove(ADMINISTRATOR));
        assertEquals(0, count("products", ""));
    }

    @Test
    void aCurrencyThatWasChosenStays() throws InterruptedException {
        settings.set(ADMINISTRATOR, Settings.CURRENCY, "EUR");

        done(demo.load(ADMINISTRATOR));

        assertEquals("EUR", settings.get(Settings.CURRENCY, null));
    }

    @Test
    void aCurrencyThatWasChosenSinceStays() throws InterruptedException {
        done(demo.load(ADMINISTRATOR));
        settings.set(ADMINISTRATOR, Settings.CURRENCY, "EUR");

        done(demo.remove(ADMINISTRATOR));

        assertEquals("EUR", settings.get(Settings.CURRENCY, null));
    }

    @Test
    void onlyAdministratorsLoadAndRemove() {
        RecordData seller = engine.create("users", "name", "Seller");

        assertThrows(Forbidden.class, () -> demo.load(Callers.user(seller.id())));
        assertThrows(Forbidden.class, () -> demo.remove(Callers.user(seller.id())));
    }

    private RecordData touch(int which) {
        RecordData account = engine.records
                .list(ADMINISTRATOR, Query.of("accounts").where("source==demo").limitedTo(2))
                .items()
                .get(which);
        return engine.records.update(
                ADMINISTRATOR, "accounts", account.id(), account.version(), Map.of("sector", "Của chúng tôi"));
    }

    private List<Long> trashed(String type) {
        return engine.records.list(ADMINISTRATOR, Query.of(type).inTrash()).items().stream()
                .map(RecordData::id)
                .toList();
    }

    private long count(String type, String filter) {
        return engine.records.count(ADMINISTRATOR, Query.of(type).where(filter));
    }

    private static Reference reference(RecordData record) {
        return Reference.to(record.type(), record.id());
    }

    private void share(DemoData share, int ranking) {
        shares.add(Contribution.of(share, Map.of("service.ranking", ranking)));
    }

    private Job done(Job started) throws InterruptedException {
        Job job = ended(started);
        assertEquals(Job.State.DONE, job.state(), job.message());
        return job;
    }

    private Job ended(Job started) throws InterruptedException {
        for (int i = 0; i < 3000; i++) {
            Job job = jobs.get(ADMINISTRATOR, started.id());
            if (job.endedAt() != null) {
                return job;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("the job did not end");
    }
}

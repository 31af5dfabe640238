package org.sencrm.core.record;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sencrm.core.record.TestEngine.DEALS;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Entry;
import org.sencrm.api.job.Job;
import org.sencrm.api.job.Jobs;
import org.sencrm.api.mail.Mails;
import org.sencrm.api.record.RecordAction;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.signin.Factors;
import org.sencrm.api.signin.ProofRequired;
import org.sencrm.api.signin.Proofs;
import org.sencrm.core.extension.Contribution;
import org.sencrm.core.job.Node;
import org.sencrm.core.job.StoredJobs;
import org.sencrm.core.support.Callers;

/** What is declared as dangerous is not done at a browser whose person proved nothing lately, on any way. */
class ProofTest {

    private static final long BROWSER = 40;

    private final TestEngine engine = new TestEngine();
    private final StoredJobs jobs = new StoredJobs(engine.database, engine.gate, engine.messages, new Node("test"));
    private final Caller boss = Callers.user(1).entered(new Entry(BROWSER, 0, null));

    @BeforeEach
    void signInLongAgo() {
        engine.proofs.noted(BROWSER);
        engine.clock.advance(Duration.ofMinutes(10));
    }

    @AfterEach
    void close() throws InterruptedException {
        jobs.close();
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "roles", "teams"})
    void nobodyMakesChangesOrDeletesWhatDecidesAboutRights(String type) {
        Map<String, Object> values =
                type.equals("users") ? Map.of("name", "Mai", "userName", "mai") : Map.of("name", "Mai");
        assertThrows(ProofRequired.class, () -> engine.records.create(boss, type, values));
        assertThrows(ProofRequired.class, () -> engine.records.createOnce(boss, type, values, "key"));
        RecordData made = engine.records.create(TestEngine.SYSTEM, type, values);

        assertThrows(
                ProofRequired.class,
                () -> engine.records.update(boss, type, made.id(), made.version(), Map.of("name", "Lan")));
        assertThrows(ProofRequired.class, () -> engine.records.delete(boss, type, made.id(), made.version()));
        engine.records.delete(TestEngine.SYSTEM, type, made.id(), made.version());
        assertThrows(ProofRequired.class, () -> engine.records.restore(boss, type, made.id()));
        assertThrows(ProofRequired.class, () -> engine.records.purge(boss, type, made.id(), made.version() + 1));

        engine.proofs.noted(BROWSER);
        RecordData back = engine.records.restore(boss, type, made.id());
        assertEquals("Mai", back.get("name"));
    }

    @Test
    void everythingElseIsWorkAsUsual() {
        assertDoesNotThrow(() -> engine.records.create(boss, DEALS, Map.of("name", "Gốm Bát Tràng")));
        assertDoesNotThrow(() -> engine.settings.set(boss, Settings.COMPANY, "Lotus"));
    }

    @Test
    void theMinutesAreASettingAndNonsenseIsNone() {
        engine.settings.set(TestEngine.SYSTEM, Proofs.MINUTES, "11");
        assertTrue(engine.gate.isProven(boss));
        engine.settings.set(TestEngine.SYSTEM, Proofs.MINUTES, "for ever");
        assertThrows(ProofRequired.class, () -> engine.gate.requireProof(boss));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Mails.HOST,
                Proofs.MINUTES,
                Factors.EVERYBODY_FROM,
                Factors.GRACE_DAYS,
                Settings.ADDRESS,
                "outbound.allowedHosts",
                "modules.repositories"
            })
    void nobodyChangesHowPeopleGetInOrWhereMailGoes(String key) {
        assertThrows(ProofRequired.class, () -> engine.settings.set(boss, key, "7"));
        assertNull(engine.settings.get(key, null));
        engine.proofs.noted(BROWSER);
        engine.settings.set(boss, key, "7");
        assertEquals("7", engine.settings.get(key, null));
    }

    @Test
    void anActionTakesAProofWhereItSaysSo() {
        action("greet", "false");
        action("sell", "true");
        RecordData deal = engine.records.create(boss, DEALS, Map.of("name", "Lụa Hà Đông"));

        assertEquals("done", engine.records.act(boss, DEALS, deal.id(), "greet", Map.of()));
        assertThrows(ProofRequired.class, () -> engine.records.act(boss, DEALS, deal.id(), "sell", Map.of()));
        engine.proofs.noted(BROWSER);
        assertEquals("done", engine.records.act(boss, DEALS, deal.id(), "sell", Map.of()));
    }

    private void action(String name, String proof) {
        RecordAction action = (caller, record, input) -> "done";
        engine.extensions
                .actions()
                .add(Contribution.of(
                        action, Map.of(RecordAction.TYPE, DEALS, RecordAction.NAME, name, RecordAction.PROOF, proof)));
    }

    @Test
    void aJobThatBeganWithAProofGoesOnWithItAndOneWithoutDoesNothingDangerous() throws InterruptedException {
        Jobs.Work work = (caller, progress) -> {
            engine.clock.advance(Duration.ofHours(1));
            return Map.of(
                    "made",
                    engine.records
                            .create(caller, "roles", Map.of("name", "Made in a job"))
                            .id());
        };
        Job refused = end(jobs.start(boss, "test", work));
        engine.proofs.noted(BROWSER);
        Job done = end(jobs.start(boss, "test", work));

        assertEquals(Job.State.FAILED, refused.state());
        assertEquals(engine.messages.text(boss.locale(), "proof.required"), refused.message());
        assertEquals(Job.State.DONE, done.state(), done.message());
    }

    private Job end(Job started) throws InterruptedException {
        Job now = started;
        for (int i = 0; i < 200 && !now.state().isOver(); i++) {
            Thread.sleep(25);
            now = jobs.get(Caller.system(), started.id());
        }
        return now;
    }

    @Test
    void whoSitsAtNoBrowserIsNotAsked() {
        for (Caller caller : List.of(Caller.system(), Callers.user(1))) {
            assertDoesNotThrow(() -> engine.records.create(caller, "roles", Map.of("name", "By " + caller.userId())));
        }
    }
}

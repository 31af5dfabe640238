package org.sencrm.core.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sencrm.core.record.TestEngine.DEALS;
import static org.sencrm.core.record.TestEngine.SYSTEM;
import static org.sencrm.core.record.TestEngine.as;
import static org.sencrm.core.record.TestEngine.line;
import static org.sencrm.core.record.TestEngine.reference;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.outbound.Outbound;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.webhook.Delivery;
import org.sencrm.core.record.TestEngine;
import org.sencrm.core.store.Sql;

class WebhookTest {

    @TempDir
    private Path home;

    private WebhookBench bench;
    private TestEngine engine;
    private Receiver receiver;

    @BeforeEach
    void start() throws Exception {
        bench = new WebhookBench(home);
        engine = bench.engine;
        receiver = bench.receiver;
    }

    @AfterEach
    void stop() throws InterruptedException {
        bench.close();
    }

    @Test
    void aChangeIsToldWithTheRecordAndASignature() throws Exception {
        RecordData webhook = bench.webhook();
        RecordData deal = engine.deal("name", "Cà phê", "amount", Map.of("amount", "12.5", "currency", "USD"));

        Receiver.Message created = receiver.next();
        assertEquals("deals.created", created.header("Sen-Event"));
        assertEquals("deals.created", created.get("event"));
        assertEquals(created.header("Sen-Delivery"), created.get("id"));
        assertEquals(Long.toString(deal.id()), created.get("recordId"));
        assertEquals(Long.toString(deal.id()), created.recordSent().get("id"));
        assertEquals("Cà phê", created.recordSent().get("name"));
        assertEquals(
                Map.of("amount", "12.50", "currency", "USD"),
                created.recordSent().get("amount"));
        assertEquals(signature(created), created.header("Sen-Signature"));

        engine.records.update(SYSTEM, DEALS, deal.id(), 1, Map.of("stage", "won"));
        Receiver.Message updated = receiver.next();
        assertEquals("deals.updated", updated.get("event"));
        assertEquals(2, updated.get("version"));
        assertTrue(((List<?>) updated.get("changed")).contains("stage"));
        engine.records.delete(SYSTEM, DEALS, deal.id(), 2);
        Receiver.Message deleted = receiver.next();
        assertEquals("deals.deleted", deleted.get("event"));
        assertEquals("Cà phê", deleted.recordSent().get("name"));
        engine.records.restore(SYSTEM, DEALS, deal.id());
        assertEquals("restored", receiver.next().get("change"));

        Delivery last = bench.await(webhook, Delivery.State.SENT, 1);
        assertEquals(200, last.status());
        assertEquals(4, bench.deliveries(webhook).size());
    }

    /** As a receiver works it out. */
    private static String signature(Receiver.Message message) throws Exception {
        String time = message.header("Sen-Signature").replaceAll("t=(\\d+),.*", "$1");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(WebhookBench.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] signed = mac.doFinal((time + "." + message.body()).getBytes(StandardCharsets.UTF_8));
        return "t=" + time + ",v1=" + HexFormat.of().formatHex(signed);
    }

    @Test
    void nothingIsToldThatTheOwnerCouldNotSee() throws Exception {
        RecordData role = engine.role("Seller", line(DEALS, "own", List.of("amount"), "read"));
        RecordData seller = engine.user("Seller", null, role);
        bench.webhook("owner", reference(seller));

        engine.deal("name", "of others");
        RecordData own = engine.deal(
                "name", "own", "owner", reference(seller), "amount", Map.of("amount", "7", "currency", "USD"));
        engine.records.update(SYSTEM, DEALS, own.id(), 1, Map.of("amount", Map.of("amount", "8", "currency", "USD")));
        engine.records.update(SYSTEM, DEALS, own.id(), 2, Map.of("stage", "won"));

        Receiver.Message created = receiver.next();
        assertEquals("own", created.recordSent().get("name"));
        assertFalse(created.body().contains("amount"));
        Receiver.Message updated = receiver.next();
        assertEquals(3, updated.get("version"), "a change of hidden fields only is not told");
        assertFalse(updated.body().contains("amount"));
    }

    @Test
    void nothingIsToldOfAModuleThatIsSwitchedOffForTheOwner() throws Exception {
        RecordData role = engine.role("Seller", line(DEALS, "all", List.of(), "read"));
        RecordData seller = engine.user("Seller", null, role);
        RecordData ofSeller = bench.webhook("owner", reference(seller), "url", receiver.address() + "?seller");
        engine.records.update(SYSTEM, "roles", role.id(), 1, Map.of("modulesOff", List.of("crm-test")));
        RecordData ofAdministrator = bench.webhook();

        String name = bench.marked();

        assertEquals(name, receiver.next().recordSent().get("name"));
        bench.await(ofAdministrator, Delivery.State.SENT, 1);
        bench.outbox.close();
        assertTrue(bench.deliveries(ofSeller).isEmpty());
    }

    @Test
    void anOwnerWhoMayWorkHereNoMoreIsToldNothing() throws Exception {
        RecordData role = engine.role("Seller", line(DEALS, "all", List.of(), "read"));
        RecordData seller = engine.user("Seller", null, role);
        RecordData ofSeller = bench.webhook("owner", reference(seller), "url", receiver.address() + "?seller");
        engine.records.update(SYSTEM, "users", seller.id(), 1, Map.of("active", false));
        RecordData ofAdministrator = bench.webhook();

        String name = bench.marked();

        assertEquals(name, receiver.next().recordSent().get("name"));
        bench.await(ofAdministrator, Delivery.State.SENT, 1);
        bench.outbox.close();
        assertTrue(bench.deliveries(ofSeller).isEmpty());
    }

    @Test
    void onlyChosenTypesEventsAndRecordsAreTold() throws Exception {
        bench.webhook("events", List.of("updated"), "filter", "stage==won");
        engine.create("accounts", "name", "another type");
        RecordData deal = engine.deal("name", "first");
        engine.records.update(SYSTEM, DEALS, deal.id(), 1, Map.of("name", "second"));
        engine.records.update(SYSTEM, DEALS, deal.id(), 2, Map.of("name", "third", "stage", "won"));

        Receiver.Message message = receiver.next();

        assertEquals("third", message.recordSent().get("name"));
    }

    @Test
    void aFailureIsTriedAgainUnderTheSameIdUntilItIsTaken() throws Exception {
        RecordData webhook = bench.webhook();
        receiver.answerWith(500);
        engine.deal("name", "a");

        String id = receiver.next().header("Sen-Delivery");
        Delivery failed = bench.await(webhook, Delivery.State.WAITING, 1);
        assertEquals(500, failed.status());
        assertEquals("refused", failed.problem());
        receiver.answerWith(200);
        bench.later(Duration.ofMinutes(1));

        assertEquals(id, receiver.next().header("Sen-Delivery"));
        Delivery sent = bench.await(webhook, Delivery.State.SENT, 2);
        assertEquals(Long.parseLong(id), sent.id());
        assertNull(sent.problem());
        assertEquals(1, bench.deliveries(webhook).size());
    }

    @Test
    void aWebhookThatIsGoneOrSwitchedOffGetsNothingMoreAlsoNotWhatWaits() throws Exception {
        RecordData deleted = bench.webhook();
        receiver.answerWith(500);
        engine.deal("name", "waits");
        receiver.next();
        bench.await(deleted, Delivery.State.WAITING, 1);
        engine.records.delete(as(bench.administrator), "webhooks", deleted.id(), 1);
        RecordData off = bench.webhook("active", false);
        receiver.answerWith(200);
        bench.webhook("name", "other", "filter", "stage==won");

        bench.later(Duration.ofMinutes(2));
        String name = bench.marked();

        assertEquals(name, receiver.next().recordSent().get("name"));
        assertTrue(bench.deliveries(off).isEmpty());
        assertThrows(NotFound.class, () -> bench.deliveries(deleted));
    }

    @Test
    void aWebhookAtWhichNothingArrivesForADayIsSwitchedOffAndSaysSo() throws Exception {
        engine.settings.set(SYSTEM, org.sencrm.api.setting.Settings.LANGUAGE, "en");
        RecordData webhook = bench.webhook();
        receiver.answerWith(503);
        for (int i = 0; i < 20; i++) {
            engine.deal("name", "deal " + i);
        }
        awaitWhileTimePasses(() -> failures() >= 20);
        assertEquals(true, bench.get(webhook).get("active"), "twenty failures within minutes are no reason");

        bench.later(Duration.ofHours(25));
        awaitWhileTimePasses(() -> Boolean.FALSE.equals(bench.get(webhook).get("active")));

        RecordData off = bench.get(webhook);
        assertEquals(false, off.get("active"));
        assertTrue(off.text("problem").matches("Switched off after 2\\d failures in a row. The last one: refused 503"));
        RecordData on = engine.records.update(
                as(bench.administrator), "webhooks", webhook.id(), off.version(), Map.of("active", true));
        assertNull(on.get("problem"));
    }

    private int failures() {
        Sql sum = Sql.of("select FAILURES from CORE_WEBHOOK_STATE");
        return engine.database.read(connection -> sum.first(connection, row -> row.getInt(1)));
    }

    /** Goes on by as much as a target rests that failed. */
    private void awaitWhileTimePasses(BooleanSupplier reached) throws InterruptedException {
        for (int i = 0; i < 300 && !reached.getAsBoolean(); i++) {
            bench.later(Duration.ofSeconds(11));
            Thread.sleep(50);
        }
        assertTrue(reached.getAsBoolean());
    }

    @Test
    void whoAnswersGoneIsLeftAlone() throws Exception {
        RecordData webhook = bench.webhook();
        receiver.answerWith(410);
        engine.deal("name", "a");
        receiver.next();

        bench.await(webhook, Delivery.State.FAILED, 1);

        for (int i = 0; i < 200 && Boolean.TRUE.equals(bench.get(webhook).get("active")); i++) {
            Thread.sleep(50);
        }
        assertEquals(false, bench.get(webhook).get("active"));
    }

    @Test
    void theSecretIsNowhereToBeRead() throws Exception {
        RecordData webhook = bench.webhook();
        assertNull(webhook.get("secret"));
        assertNull(bench.get(webhook).get("secret"));
        String log = text(Sql.of("select FIELDS from CORE_CHANGE where RECORD_TYPE=?", "webhooks"));
        assertFalse(log.contains(WebhookBench.SECRET));
        String before = text(Sql.of("select SECRET from CORE_WEBHOOK_STATE"));
        assertFalse(before.contains(WebhookBench.SECRET));

        engine.records.update(
                as(bench.administrator), "webhooks", webhook.id(), 1, Map.of("secret", "another secret of many"));

        assertNotEquals(before, text(Sql.of("select SECRET from CORE_WEBHOOK_STATE")));
        engine.deal("name", "a");
        Receiver.Message message = receiver.next();
        assertNotEquals(signature(message), message.header("Sen-Signature"));
    }

    private String text(Sql sql) {
        return engine.database.read(connection -> sql.first(connection, row -> row.getString(1)));
    }

    @Test
    void aTestIsSentOnceAlsoWhereTheWebhookIsOff() throws Exception {
        RecordData webhook = bench.webhook("active", false);
        receiver.answerWith(500);

        Delivery asked = bench.webhooks.test(as(bench.administrator), webhook.id());

        assertEquals("test", receiver.next().get("event"));
        Delivery failed = bench.await(webhook, Delivery.State.FAILED, 1);
        assertEquals(asked.id(), failed.id());
    }

    @Test
    void aDeliveryIsRepeatedAsANewOneWithTheRecordAsItIsNow() throws Exception {
        RecordData webhook = bench.webhook("events", List.of("created"));
        RecordData deal = engine.deal("name", "before");
        String first = receiver.next().header("Sen-Delivery");
        bench.await(webhook, Delivery.State.SENT, 1);
        engine.records.update(SYSTEM, DEALS, deal.id(), 1, Map.of("name", "after"));

        Delivery repeated = bench.webhooks.repeat(as(bench.administrator), webhook.id(), Long.parseLong(first));

        Receiver.Message message = receiver.next();
        assertEquals(Long.toString(repeated.id()), message.header("Sen-Delivery"));
        assertEquals("deals.created", message.get("event"));
        assertEquals("after", message.recordSent().get("name"));
        bench.await(webhook, Delivery.State.SENT, 1);
        assertThrows(NotFound.class, () -> bench.webhooks.repeat(as(bench.administrator), webhook.id(), 5));
    }

    @Test
    void deliveriesAreForgottenAfterAMonth() throws Exception {
        RecordData webhook = bench.webhook();
        engine.deal("name", "old");
        receiver.next();
        bench.await(webhook, Delivery.State.SENT, 1);

        engine.clock.advance(Duration.ofDays(31));
        engine.deal("name", "new");
        receiver.next();

        for (int i = 0; i < 200 && bench.deliveries(webhook).size() != 1; i++) {
            Thread.sleep(50);
        }
        assertEquals(1, bench.deliveries(webhook).size());
    }

    @Test
    void badValuesAreRefusedAtTheirFields() {
        assertEquals(List.of("url"), refused("url", "http://user:pass@example.org/"));
        assertEquals(List.of("url"), refused("url", "http://10.0.0.1/"));
        assertEquals(List.of("secret"), refused("secret", "short"));
        assertEquals(List.of("secret"), refused("secret", null));
        assertEquals(List.of("filter"), refused("filter", "nothing==1"));
        assertEquals(List.of("types"), refused("types", List.of("webhooks")));
        assertEquals(List.of("types"), refused("types", null));
        engine.settings.set(SYSTEM, Outbound.ALLOWED_HOSTS, "10.0.0.1");
        bench.webhook("url", "http://10.0.0.1/");
    }

    private List<String> refused(Object... namesAndValues) {
        return assertThrows(InvalidRecord.class, () -> bench.webhook(namesAndValues)).errors().stream()
                .map(FieldError::field)
                .toList();
    }

    @Test
    void whoIsNoAdministratorLetsItSeeNoMoreThanThemselves() {
        RecordData role = engine.role(
                "Integrator",
                line(DEALS, "own", List.of(), "read"),
                line("webhooks", "all", List.of(), "read", "create", "update"));
        Caller integrator = as(engine.user("Integrator", null, role));
        RecordData ofAdministrator = bench.webhook();

        RecordData own = bench.webhook(integrator, "name", "own");

        assertEquals(integrator.userId(), own.reference("owner").id());
        assertThrows(InvalidRecord.class, () -> bench.webhook(integrator, "owner", reference(bench.administrator)));
        assertThrows(
                InvalidRecord.class,
                () -> engine.records.update(
                        integrator, "webhooks", ofAdministrator.id(), 1, Map.of("url", "http://example.org/")));
        assertThrows(
                InvalidRecord.class,
                () -> engine.records.update(
                        integrator, "webhooks", own.id(), 1, Map.of("owner", reference(bench.administrator))));
    }

    @Test
    void whoMayOnlyLookSendsNothing() {
        RecordData role = engine.role("Auditor", line("webhooks", "all", List.of(), "read"));
        Caller auditor = as(engine.user("Auditor", null, role));
        Caller stranger = as(engine.user("Stranger", null));
        RecordData webhook = bench.webhook();

        assertTrue(bench.webhooks.deliveries(auditor, webhook.id(), 10, 0).isEmpty());
        assertThrows(Forbidden.class, () -> bench.webhooks.test(auditor, webhook.id()));
        assertThrows(NotFound.class, () -> bench.webhooks.deliveries(stranger, webhook.id(), 10, 0));
        assertThrows(NotFound.class, () -> bench.webhooks.test(stranger, webhook.id()));
    }
}

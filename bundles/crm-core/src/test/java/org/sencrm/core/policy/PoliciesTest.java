package org.sencrm.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Entry;
import org.sencrm.api.access.Scopes;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.privacy.Policies;
import org.sencrm.api.privacy.Policies.Due;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.core.model.Policy;
import org.sencrm.core.model.PolicyAcceptance;
import org.sencrm.core.model.PolicyVersion;
import org.sencrm.core.record.TestEngine;
import org.sencrm.core.store.Sql;
import org.sencrm.core.value.Digest;

/** Policies come into force, and people agree to them. */
class PoliciesTest {

    private static final String TEXT = "Không mang dữ liệu khách hàng ra ngoài.";

    private final TestEngine engine = new TestEngine();
    private final AcceptanceRules rules = new AcceptanceRules();
    private StoredPolicies policies;
    private RecordData sellers;
    private Caller lan;
    private Caller minh;

    @BeforeEach
    void begin() {
        engine.types.install(
                "core-policy", "crm-core", List.of(Policy.class, PolicyVersion.class, PolicyAcceptance.class));
        engine.hook(Policies.TYPE, new PolicyRules(engine.database));
        engine.hook(Policies.VERSIONS, new PolicyVersionRules(engine.database, engine.settings, engine.clock));
        engine.hook(Policies.ACCEPTANCES, rules);
        policies = policies();
        sellers = engine.role("Seller", TestEngine.line("*", "own", List.of(), "read", "create"));
        lan = TestEngine.as(engine.user("Lan", null, sellers));
        minh = TestEngine.as(engine.user("Minh", null));
    }

    /** As another node or a start has it: without anything in memory. */
    private StoredPolicies policies() {
        return new StoredPolicies(
                engine.database,
                engine.records,
                engine.gate,
                rules,
                engine.audit,
                engine.settings,
                engine.messages,
                engine.clock);
    }

    @AfterEach
    void close() throws InterruptedException {
        engine.close();
    }

    private RecordData policy(Object... more) {
        Map<String, Object> values = TestEngine.values(more);
        values.putIfAbsent("name", "Bảo mật dữ liệu");
        return engine.records.create(TestEngine.SYSTEM, Policies.TYPE, values);
    }

    private RecordData version(RecordData policy, String state, Object... more) {
        Map<String, Object> values = TestEngine.values(more);
        values.put("policy", TestEngine.reference(policy));
        values.put("state", state);
        values.putIfAbsent("textVi", TEXT);
        RecordData made = engine.records.create(TestEngine.SYSTEM, Policies.VERSIONS, values);
        engine.clock.advance(Duration.ofSeconds(6));
        return made;
    }

    private RecordData update(RecordData version, Object... values) {
        RecordData now = engine.records.get(TestEngine.SYSTEM, version.type(), version.id());
        RecordData changed = engine.records.update(
                TestEngine.SYSTEM, now.type(), now.id(), now.version(), TestEngine.values(values));
        engine.clock.advance(Duration.ofSeconds(6));
        return changed;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(
                engine.clock.instant(), java.time.ZoneId.of(engine.settings.get("company.zone", "UTC")));
    }

    private void accept(Caller caller) {
        policies.due(caller).forEach(due -> policies.accept(caller, due.version(), due.digest()));
    }

    private static String refused(Executable save) {
        return assertThrows(InvalidRecord.class, save).errors().get(0).message();
    }

    @Test
    void aDraftHoldsNobodyUp() {
        version(policy(), "draft");
        assertFalse(policies.isHeldUp(lan));
        assertEquals(List.of(), policies.due(lan));
    }

    @Test
    void whatIsInForceIsDueUntilItIsAccepted() {
        RecordData policy = policy();
        RecordData version = version(policy, "inForce");
        assertTrue(policies.isHeldUp(lan));
        Due due = policies.due(lan).get(0);
        assertEquals(TEXT, due.text());
        assertEquals(1, due.number());
        assertEquals(Digest.sha256(TEXT), due.digest());

        policies.accept(lan.through("rest").entered(new Entry(0, 0, "10.1.2.3")), due.version(), due.digest());

        assertFalse(policies.isHeldUp(lan));
        assertFalse(policies().isHeldUp(lan), "read anew");
        assertTrue(policies.isHeldUp(minh));
        RecordData accepted = engine.records
                .list(TestEngine.SYSTEM, Query.of(Policies.ACCEPTANCES))
                .items()
                .get(0);
        assertEquals(version.id(), ((org.sencrm.api.record.Reference) accepted.get("policyVersion")).id());
        assertEquals(lan.userId(), ((org.sencrm.api.record.Reference) accepted.get("user")).id());
        assertEquals("rest", accepted.text("way"));
        assertEquals("10.1.2.3", accepted.text("address"));
        assertEquals("vi", accepted.text("language"));
        assertEquals(due.digest(), accepted.text("digest"));
        assertEquals("Bảo mật dữ liệu · 1", accepted.text("name"));
        assertTrue(engine.audited().contains("policy.accepted " + version.id()));
        assertEquals(
                List.of("Administrator", "Minh"),
                policies.missing(TestEngine.SYSTEM, policy.id()).stream()
                        .map(org.sencrm.api.record.Reference::label)
                        .toList());
    }

    @Test
    void acceptingTwiceIsWrittenDownOnce() {
        version(policy(), "inForce");
        Due due = policies.due(lan).get(0);
        policies.accept(lan, due.version(), due.digest());
        policies.accept(lan, due.version(), due.digest());
        policies().accept(lan, due.version(), due.digest());
        assertEquals(1, engine.records.count(TestEngine.SYSTEM, Query.of(Policies.ACCEPTANCES)));
    }

    @Test
    void anotherTextThanTheOneShownIsNotAccepted() {
        version(policy(), "inForce");
        long version = policies.due(lan).get(0).version();
        assertThrows(NotNow.class, () -> policies.accept(lan, version, Digest.sha256("Anything")));
        assertThrows(NotFound.class, () -> policies.accept(lan, version + 1, Digest.sha256(TEXT)));
        Caller limited = lan.entered(new Entry(0, 0, null, Scopes.of(List.of("*:read"))));
        assertThrows(Forbidden.class, () -> policies.accept(limited, version, Digest.sha256(TEXT)));
        assertTrue(policies.isHeldUp(lan));
    }

    @Test
    void aNewVersionAsksAgain() {
        RecordData policy = policy();
        version(policy, "inForce");
        accept(lan);
        version(policy, "draft", "textEn", "Keep what you know of customers here.");
        assertFalse(policies.isHeldUp(lan));
        version(policy, "inForce", "textEn", "Take nothing along.");
        Due due = policies.due(lan.speaking(java.util.Locale.ENGLISH)).get(0);
        assertEquals(3, due.number());
        assertEquals("Take nothing along.", due.text());
        assertEquals("en", due.language());
        accept(lan);
        assertFalse(policies.isHeldUp(lan));
    }

    @Test
    void itCountsFromItsDay() {
        version(policy(), "inForce", "inForceFrom", today().plusDays(2));
        assertFalse(policies.isHeldUp(lan));
        engine.clock.advance(Duration.ofDays(2));
        assertTrue(policies.isHeldUp(lan));
    }

    @Test
    void whoHasNoneOfItsRolesIsNotAsked() {
        RecordData policy = policy("roles", List.of(TestEngine.reference(sellers)));
        RecordData version = version(policy, "inForce");
        assertTrue(policies.isHeldUp(lan));
        assertFalse(policies.isHeldUp(minh));
        assertFalse(policies.isHeldUp(TestEngine.SYSTEM));
        assertThrows(NotFound.class, () -> policies.accept(minh, version.id(), Digest.sha256(TEXT)));
        assertEquals(1, policies.missing(TestEngine.SYSTEM, policy.id()).size());
    }

    @Test
    void whatIsWithdrawnAsksNobodyAndBringsNothingBack() {
        RecordData policy = policy();
        version(policy, "inForce");
        RecordData second = version(policy, "inForce");
        update(second, "state", "withdrawn");
        assertFalse(policies.isHeldUp(lan));
        assertEquals(List.of(), policies.missing(TestEngine.SYSTEM, policy.id()));
    }

    @Test
    void whatIsWithdrawnBeforeItsDayNeverCounted() {
        RecordData policy = policy();
        version(policy, "inForce");
        RecordData planned = version(policy, "inForce", "inForceFrom", today().plusDays(2));
        update(planned, "state", "withdrawn");
        engine.clock.advance(Duration.ofDays(3));
        assertTrue(policies.isHeldUp(lan));
    }

    @Test
    void whoIsFromOutsideIsAskedByARoleThatThePolicyNamesOnly() {
        RecordData company = engine.create("accounts", "name", "Lotus");
        engine.records.update(
                TestEngine.SYSTEM,
                "users",
                lan.userId(),
                engine.records.get(TestEngine.SYSTEM, "users", lan.userId()).version(),
                Map.of("kind", "partner", "account", TestEngine.reference(company)));
        engine.gate.changed("users");
        RecordData all = policy();
        version(all, "inForce");
        assertFalse(policies.isHeldUp(lan));
        assertTrue(policies.missing(TestEngine.SYSTEM, all.id()).stream().noneMatch(who -> who.id() == lan.userId()));
        version(policy("name", "Partners", "roles", List.of(TestEngine.reference(sellers))), "inForce");
        assertTrue(policies.isHeldUp(lan));
    }

    @Test
    void noUndoTakesAVersionBackThatCameIntoForce() {
        Caller job = TestEngine.SYSTEM.inJob(77, "import");
        Map<String, Object> values = TestEngine.values("policy", TestEngine.reference(policy()), "textVi", TEXT);
        values.put("state", "inForce");
        RecordData version = engine.records.create(job, Policies.VERSIONS, values);
        assertEquals(1, engine.records.revert(TestEngine.SYSTEM, 77, 10).kept());
        assertEquals(
                "inForce",
                engine.records
                        .get(TestEngine.SYSTEM, Policies.VERSIONS, version.id())
                        .text("state"));
    }

    @Test
    void aTextInForceStaysAsItIs() {
        RecordData policy = policy();
        RecordData version = version(policy, "inForce");
        refused(() -> update(version, "textVi", "Khác"));
        refused(() -> update(version, "state", "draft"));
        refused(() -> update(version, "inForceFrom", today().plusDays(9)));
        refused(() -> engine.records.delete(TestEngine.SYSTEM, version.type(), version.id(), version.version()));
        refused(() -> engine.records.delete(TestEngine.SYSTEM, policy.type(), policy.id(), policy.version()));
        update(version, "state", "withdrawn");
        refused(() -> update(version, "state", "inForce"));
    }

    @Test
    void aDraftIsChangedAndDeleted() {
        RecordData policy = policy();
        RecordData draft = version(policy, "draft");
        update(draft, "textVi", "Khác");
        refused(() -> update(draft, "state", "withdrawn"));
        refused(() -> update(draft, "state", "inForce", "inForceFrom", today().minusDays(1)));
        refused(() -> update(draft, "state", "inForce", "textVi", null));
        RecordData now = engine.records.get(TestEngine.SYSTEM, draft.type(), draft.id());
        engine.records.delete(TestEngine.SYSTEM, draft.type(), draft.id(), now.version());
        engine.records.delete(TestEngine.SYSTEM, policy.type(), policy.id(), policy.version());
    }

    @Test
    void anAcceptanceIsWrittenChangedAndDeletedByNobody() {
        RecordData policy = policy();
        RecordData version = version(policy, "inForce");
        Map<String, Object> forged = TestEngine.values(
                "user", TestEngine.reference(engine.user("Hoa", null)),
                "policy", TestEngine.reference(policy),
                "policyVersion", TestEngine.reference(version),
                "acceptedAt", engine.clock.instant(),
                "way", "ui",
                "language", "vi",
                "digest", Digest.sha256(TEXT));
        refused(() -> engine.records.create(TestEngine.SYSTEM, Policies.ACCEPTANCES, forged));
        accept(lan);
        RecordData accepted = engine.records
                .list(TestEngine.SYSTEM, Query.of(Policies.ACCEPTANCES))
                .items()
                .get(0);
        refused(() -> update(accepted, "address", "10.0.0.1"));
        refused(() -> engine.records.delete(TestEngine.SYSTEM, accepted.type(), accepted.id(), accepted.version()));
    }

    @Test
    void whoMayNotReadAcceptancesLearnsNothing() {
        RecordData policy = policy();
        version(policy, "inForce");
        assertThrows(RuntimeException.class, () -> policies.missing(lan, policy.id()));
    }

    @Test
    void anOlderTokenGoesOnAndANewerOneWaits() {
        token("old", lan);
        engine.clock.advance(Duration.ofMinutes(1));
        version(policy(), "inForce");
        token("new", lan);
        assertFalse(policies.isHeldUp(lan, "old"));
        assertTrue(policies.isHeldUp(lan, "new"));
        assertTrue(policies.isHeldUp(lan, "unknown"));
        accept(lan);
        assertFalse(policies.isHeldUp(lan, "new"));
    }

    private void token(String secret, Caller of) {
        engine.local.write(connection -> Sql.of(
                        "insert into CORE_TOKEN (ID, USER_ID, LABEL, SECRET_HASH, CREATED_AT, EXPIRES_AT) values (?,?,?,?,?,?)",
                        org.sencrm.core.store.Ids.next(),
                        of.userId(),
                        secret,
                        Digest.sha256(secret),
                        engine.clock.instant(),
                        engine.clock.instant().plus(Duration.ofDays(1)))
                .execute(connection));
    }
}

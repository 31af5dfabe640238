package org.sencrm.tokenkey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.ClientCertificate;
import org.sencrm.api.outbound.Outbound;
import org.sencrm.api.outbound.OutboundFailure;
import org.sencrm.api.setting.SecretSettings;
import org.sencrm.api.signin.FactorKind.Attempt;
import org.sencrm.api.signin.FactorKind.Verdict;
import org.sencrm.testkit.TestCrm;
import org.sencrm.tokenkey.TestAuthority.Wish;

/** Certificates of smart cards, by an authority that also makes bad ones. */
class X509Test {

    private static final Instant NOW = TestAuthority.NOW;
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
    private static final String NONCE = "a nonce";
    private static final String ADDRESS = "http://ca.example.com/list.crl";

    private static TestCrm crm;
    private static Caller administrator;
    private static TestAuthority root;
    private static TestAuthority between;

    @TempDir
    private Path folder;

    private final Secrets secrets = new Secrets();
    private final Answers outside = new Answers();
    private RevocationLists lists;
    private X509 kind;
    private X509Certificate good;

    @BeforeAll
    static void open() throws Exception {
        crm = TestCrm.of("crm-token-key", TokenKey.class);
        administrator = crm.administrator();
        root = TestAuthority.root("CN=Root");
        between = root.below("CN=Staff");
    }

    @AfterAll
    static void shut() throws InterruptedException {
        crm.close();
    }

    @BeforeEach
    void start() throws Exception {
        set(X509.AUTHORITIES, TestAuthority.pem(root.certificate, between.certificate));
        set(RevocationLists.PASTED, TestAuthority.pem(root.list(TOMORROW)) + TestAuthority.pem(between.list(TOMORROW)));
        set(RevocationLists.ADDRESSES, null);
        set(RevocationLists.WITHOUT, null);
        lists = new RevocationLists(crm.settings(), outside, folder, Clock.fixed(NOW, ZoneOffset.UTC));
        kind = new X509(crm.settings(), secrets, lists);
        good = between.issue(new Wish("CN=Lan Pham,O=Hoa Sen"));
    }

    @AfterEach
    void stop() {
        lists.close();
    }

    private static void set(String key, String value) {
        crm.settings().set(administrator, key, value);
    }

    private Verdict enrol(X509Certificate certificate) {
        String state = kind.enrol("lan.pham", "Hoa Sen").state();
        return kind.judge(state, "", new Attempt(null, List.of(), NOW, ClientCertificate.ofLine(certificate)));
    }

    private Verdict signIn(String state, ClientCertificate certificate) {
        return kind.judge(state, "", new Attempt(NONCE, List.of(), NOW, certificate));
    }

    /** Why a certificate of somebody who is registered with it is refused; null for let in. */
    private String fault(X509Certificate certificate) {
        Verdict verdict = signIn(new Card(certificate).state(), ClientCertificate.ofLine(certificate));
        assertEquals(verdict.next() == null, verdict.reason() != null);
        return verdict.reason();
    }

    private static ClientCertificate throughProxy(X509Certificate certificate, String verified, String voucher)
            throws Exception {
        Map<String, String> headers = new HashMap<>();
        headers.put(
                ClientCertificate.HEADER,
                URLEncoder.encode(TestAuthority.pem(certificate), StandardCharsets.UTF_8)
                        .replace("+", "%20"));
        headers.put(ClientCertificate.VERIFIED, verified);
        headers.put(ClientCertificate.VOUCHER, voucher);
        return ClientCertificate.of(
                "127.0.0.1", name -> null, name -> Collections.enumeration(List.of(headers.get(name))));
    }

    @Test
    void aGoodCertificateIsRegisteredAndLetsIn() {
        Verdict registered = enrol(good);

        assertEquals(good.getNotAfter().toInstant(), registered.carrier().validUntil());
        assertEquals(
                Map.of(
                        "subject",
                        good.getSubjectX500Principal().getName(),
                        "issuer",
                        "CN=Staff",
                        "serial",
                        good.getSerialNumber().toString(16).toUpperCase()),
                registered.carrier().facts());
        Verdict again = signIn(registered.next(), ClientCertificate.ofLine(good));
        assertEquals(registered.next(), again.next());
        assertEquals(registered.carrier(), again.carrier());
    }

    @Test
    void withoutACertificateNobodyGetsIn() {
        assertEquals("noCertificate", signIn(enrol(good).next(), null).reason());
        assertEquals(Optional.empty(), kind.verify(enrol(good).next(), "", NOW));
    }

    @Test
    void anExpiredOneIsRefused() throws Exception {
        assertEquals("expired", fault(between.issue(new Wish("CN=Lan").until(NOW.minusSeconds(1)))));
    }

    @Test
    void oneThatIsNotYetValidIsRefused() throws Exception {
        assertEquals("notYetValid", fault(between.issue(new Wish("CN=Lan").from(NOW.plusSeconds(1)))));
    }

    @Test
    void aRevokedOneIsRefused() throws Exception {
        set(
                RevocationLists.PASTED,
                TestAuthority.pem(root.list(TOMORROW)) + TestAuthority.pem(between.list(TOMORROW, good)));

        assertEquals("revoked", fault(good));
        assertEquals("revoked", enrol(good).reason());
    }

    @Test
    void oneOfARevokedAuthorityIsRefused() throws Exception {
        set(
                RevocationLists.PASTED,
                TestAuthority.pem(root.list(TOMORROW, between.certificate))
                        + TestAuthority.pem(between.list(TOMORROW)));

        assertEquals("revoked", fault(good));
    }

    @Test
    void oneOfAnotherAuthorityIsRefusedEvenOfTheSameName() throws Exception {
        assertEquals("otherAuthority", fault(TestAuthority.root("CN=Other").issue(new Wish("CN=Lan"))));
        assertEquals("otherAuthority", fault(TestAuthority.root("CN=Staff").issue(new Wish("CN=Lan"))));
    }

    @Test
    void oneBySomebodyWhoIsNoAuthorityIsRefused() throws Exception {
        TestAuthority lan = TestAuthority.root("CN=Lan");
        set(X509.AUTHORITIES, TestAuthority.pem(good));

        assertFalse(kind.isAvailable(), "a person's certificate is none of an authority");
        assertEquals("otherAuthority", fault(lan.issue(new Wish("CN=Minh"))));
        assertEquals("otherAuthority", fault(good));
    }

    @Test
    void oneForAnotherUseIsRefused() throws Exception {
        assertEquals(
                "notForSigningIn", fault(between.issue(new Wish("CN=Lan").purpose(KeyPurposeId.id_kp_serverAuth))));
        assertEquals("notForSigningIn", fault(between.issue(new Wish("CN=Lan").use(KeyUsage.keyEncipherment))));
        assertEquals("notForSigningIn", fault(between.certificate));
    }

    @Test
    void aWeakOneIsRefused() throws Exception {
        assertEquals("weak", fault(between.issue(new Wish("CN=Lan").keys(TestAuthority.rsa(1024)))));
        assertEquals("weak", fault(between.issue(new Wish("CN=Lan").signature("SHA1withECDSA"))));
        assertNull(fault(between.issue(new Wish("CN=Lan").keys(TestAuthority.rsa(2048)))));
    }

    @Test
    void anAuthorityThatIsOverStandsForNobody() throws Exception {
        TestAuthority old = TestAuthority.root("CN=Old", NOW.minusSeconds(1));
        set(X509.AUTHORITIES, TestAuthority.pem(old.certificate));

        assertEquals("authorityOver", fault(old.issue(new Wish("CN=Lan"))));
    }

    @Test
    void theCertificateOfSomebodyElseIsRefused() throws Exception {
        X509Certificate other = between.issue(new Wish("CN=Lan Pham,O=Hoa Sen"));

        assertEquals(
                "anotherCertificate",
                signIn(enrol(good).next(), ClientCertificate.ofLine(other)).reason());
    }

    @Test
    void whoIsSignedInProvesNothingByACardThatIsPluggedIn() {
        Attempt again = new Attempt(null, List.of(), NOW, ClientCertificate.ofLine(good));

        assertNull(kind.judge(enrol(good).next(), "", again).next());
    }

    @Test
    void theProxyHasToKnowTheVoucher() throws Exception {
        String state = enrol(good).next();
        assertEquals(
                "notOfTheProxy",
                signIn(state, throughProxy(good, "SUCCESS", "")).reason());

        secrets.value = "only the proxy knows it";
        assertEquals(
                "notOfTheProxy",
                signIn(state, throughProxy(good, "SUCCESS", "")).reason());
        assertEquals(
                "notOfTheProxy",
                signIn(state, throughProxy(good, "SUCCESS", "guess")).reason());
        assertEquals(
                state,
                signIn(state, throughProxy(good, "SUCCESS", secrets.value)).next());
    }

    @Test
    void whatTheProxyDoesNotThinkGoodIsRefusedForItsOwnReasonFirst() throws Exception {
        secrets.value = "only the proxy knows it";
        X509Certificate old = between.issue(new Wish("CN=Lan").until(NOW.minusSeconds(1)));

        assertEquals(
                "refusedByTheProxy",
                signIn(enrol(good).next(), throughProxy(good, "FAILED:revoked", secrets.value))
                        .reason());
        assertEquals(
                "expired",
                signIn(new Card(old).state(), throughProxy(old, "FAILED:expired", secrets.value))
                        .reason());
    }

    @Test
    void withoutACurrentListNobodyGetsInUnlessThatIsSet() throws Exception {
        set(RevocationLists.PASTED, null);
        assertEquals("noCurrentRevocationList", fault(good));
        String old = TestAuthority.pem(root.list(NOW.minusSeconds(1800)))
                + TestAuthority.pem(between.list(NOW.minusSeconds(1800)));
        set(RevocationLists.PASTED, old);
        assertEquals("noCurrentRevocationList", fault(good));

        set(RevocationLists.WITHOUT, "accept");
        assertNull(fault(good));
        set(RevocationLists.PASTED, TestAuthority.pem(between.list(NOW.minusSeconds(1800), good)));
        assertEquals("revoked", fault(good), "what was revoked stays so");
    }

    @Test
    void aListThatSomebodyElseSignedSaysNothing() throws Exception {
        TestAuthority forger = TestAuthority.root("CN=Staff");
        set(RevocationLists.PASTED, TestAuthority.pem(root.list(TOMORROW)) + TestAuthority.pem(forger.list(TOMORROW)));
        assertEquals("noCurrentRevocationList", fault(good));

        set(RevocationLists.WITHOUT, "accept");
        set(RevocationLists.PASTED, TestAuthority.pem(forger.list(TOMORROW, good)));
        assertNull(fault(good));
    }

    @Test
    void listsAreFetchedAndKeptForTheNextStart() throws Exception {
        set(RevocationLists.PASTED, TestAuthority.pem(root.list(TOMORROW)));
        set(RevocationLists.ADDRESSES, ADDRESS + "\n\n");
        assertEquals("noCurrentRevocationList", fault(good));
        outside.body = between.list(TOMORROW, good).getEncoded();
        lists.look();
        assertEquals("revoked", fault(good));
        assertEquals(List.of("GET " + ADDRESS), outside.asked);
        lists.look();
        assertEquals(1, outside.asked.size(), "once an hour is enough");

        outside.body = null;
        RevocationLists next = new RevocationLists(crm.settings(), outside, folder, Clock.fixed(NOW, ZoneOffset.UTC));
        next.look();
        assertTrue(next.all().stream().anyMatch(list -> list.isRevoked(good)));
        assertEquals(2, outside.asked.size(), "and tried again after a start");
        next.close();
    }

    @Test
    void aListThatNoAuthoritySignedDoesNotReplaceTheKnownOne() throws Exception {
        fetchOneThatRevokes(good);

        outside.body = TestAuthority.root("CN=Staff").list(TOMORROW).getEncoded();
        assertStillRevoked();
        outside.body = TestAuthority.root("CN=Other").list(TOMORROW).getEncoded();
        assertStillRevoked();
    }

    @Test
    void anOlderListDoesNotReplaceTheKnownOne() throws Exception {
        fetchOneThatRevokes(good);

        outside.body = between.listOf(NOW.minusSeconds(3601), TOMORROW).getEncoded();
        assertStillRevoked();

        outside.body = between.listOf(NOW.minusSeconds(3599), TOMORROW).getEncoded();
        restart();
        lists.look();
        assertNull(fault(good), "a newer one does");
    }

    @Test
    void aKeptListThatNoAuthoritySignedHoldsUpNoOther() throws Exception {
        fetchOneThatRevokes(good);
        String forged = TestAuthority.pem(TestAuthority.root("CN=Staff").listOf(NOW.plusSeconds(3600), TOMORROW));
        try (var kept = Files.list(folder)) {
            Files.writeString(kept.findFirst().orElseThrow(), forged);
        }
        restart();
        lists.look();
        assertEquals("revoked", fault(good));
    }

    @Test
    void aListStaysThatTheNextAnswerDoesNotBring() throws Exception {
        fetchOneThatRevokes(good);

        outside.body = root.list(TOMORROW).getEncoded();
        assertStillRevoked();
    }

    private void fetchOneThatRevokes(X509Certificate certificate) throws Exception {
        set(RevocationLists.PASTED, TestAuthority.pem(root.list(TOMORROW)));
        set(RevocationLists.ADDRESSES, ADDRESS);
        outside.body = between.list(TOMORROW, certificate).getEncoded();
        lists.look();
        assertEquals("revoked", fault(certificate));
    }

    /** After a start lists are due at once; the file of the last time must not be lost by it either. */
    private void assertStillRevoked() {
        int asked = outside.asked.size();
        restart();
        lists.look();
        assertEquals(asked + 1, outside.asked.size());
        assertEquals("revoked", fault(good));
        restart();
        assertEquals("revoked", fault(good));
    }

    private void restart() {
        lists.close();
        lists = new RevocationLists(crm.settings(), outside, folder, Clock.fixed(NOW, ZoneOffset.UTC));
        kind = new X509(crm.settings(), secrets, lists);
    }

    @Test
    void nothingIsFetchedThatNobodyCouldHaveSigned() {
        set(RevocationLists.ADDRESSES, ADDRESS);
        set(X509.AUTHORITIES, null);

        lists.look();

        assertEquals(List.of(), outside.asked);
    }

    @Test
    void withoutAuthoritiesItIsNotOffered() {
        assertTrue(kind.isAvailable());
        assertEquals(Optional.of(Map.of("certificate", "connection")), kind.options(NONCE, List.of()));
        set(X509.AUTHORITIES, "no certificate");

        assertFalse(kind.isAvailable());
        assertEquals(Optional.empty(), kind.options(NONCE, List.of()));
        assertEquals("otherAuthority", fault(good));
    }

    /** One secret. */
    private static final class Secrets implements SecretSettings {

        private String value;

        @Override
        public Optional<String> find(String key) {
            return Optional.ofNullable(value);
        }

        @Override
        public void set(Caller caller, String key, String secret) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> findOwn(Caller caller, String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setOwn(Caller caller, String key, String secret) {
            throw new UnsupportedOperationException();
        }
    }

    /** Another machine, which is away until it has something to say. */
    private static final class Answers implements Outbound {

        private final List<String> asked = new ArrayList<>();
        private byte[] body;

        @Override
        public Answer send(Request request) throws OutboundFailure {
            asked.add(request.method() + " " + request.address());
            return body == null ? new Answer(503, Map.of(), new byte[0]) : new Answer(200, Map.of(), body);
        }

        @Override
        public void check(String address) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket connect(String host, int port, Duration longest) {
            throw new UnsupportedOperationException();
        }
    }
}

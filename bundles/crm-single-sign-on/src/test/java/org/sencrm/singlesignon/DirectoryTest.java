package org.sencrm.singlesignon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.outbound.Outbound;
import org.sencrm.api.outbound.OutboundFailure;
import org.sencrm.api.signin.OutsideIdentity;

class DirectoryTest {

    private static final String HOST = "directory.test";
    private static final String BASE = "ou=people,dc=sen,dc=example";
    private static final String CRM = "cn=crm,dc=sen,dc=example";
    private static final String PASSWORD = "mật khẩu của công ty";

    @TempDir
    private static Path folder;

    private static TestCertificates ours;
    private static TestCertificates others;

    private final List<String> steps = new CopyOnWriteArrayList<>();
    private final List<String> connected = new CopyOnWriteArrayList<>();
    private boolean refer;
    private Duration dialling = Duration.ZERO;
    private InMemoryDirectoryServer server;
    private GivenSettings settings;
    private Directory directory;

    @BeforeAll
    static void certificates() throws Exception {
        ours = TestCertificates.of(folder, HOST);
        others = TestCertificates.of(folder, "elsewhere.test");
    }

    @BeforeEach
    void start() throws Exception {
        start(ours);
    }

    private void start(TestCertificates served) throws Exception {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=sen,dc=example");
        config.addAdditionalBindCredentials(CRM, "crm's own");
        config.setSchema(null);
        InetAddress loopback = InetAddress.getLoopbackAddress();
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPSConfig(
                        "tls", loopback, 0, served.server().getServerSocketFactory(), null),
                InMemoryListenerConfig.createLDAPConfig(
                        "startTls", loopback, 0, served.server().getSocketFactory()),
                InMemoryListenerConfig.createLDAPConfig("open", loopback, 0, null));
        config.addInMemoryOperationInterceptor(new Steps());
        server = new InMemoryDirectoryServer(config);
        server.add("dn: dc=sen,dc=example", "objectClass: domain", "dc: sen");
        server.add("dn: " + BASE, "objectClass: organizationalUnit", "ou: people");
        person("binh.tran", "Trần Bình");
        person("lan", "Lê Lan");
        server.startListening();
        settings = new GivenSettings()
                .with(DirectorySettings.HOST, HOST)
                .with(DirectorySettings.PORT, String.valueOf(server.getListenPort("tls")))
                .with(DirectorySettings.BASE, BASE)
                .with(DirectorySettings.BIND_NAME, CRM)
                .with(DirectorySettings.BIND_PASSWORD, "crm's own")
                .with(DirectorySettings.CERTIFICATES, ours.pem());
        directory = new Directory(settings, settings, new Dialled());
    }

    private void person(String uid, String name) throws Exception {
        server.add(
                "dn: uid=" + uid + "," + BASE,
                "objectClass: person",
                "uid: " + uid,
                "cn: " + uid,
                "displayName: " + name,
                "mail: " + uid + "@sen.example",
                "userPassword: " + PASSWORD);
    }

    @AfterEach
    void stop() {
        directory.close();
        server.shutDown(true);
    }

    private Optional<OutsideIdentity> judge(String name, String password) {
        return directory.judge(name, password.toCharArray());
    }

    private void startTls(String listener) {
        settings.with(DirectorySettings.SECURITY, DirectorySettings.START_TLS)
                .with(DirectorySettings.PORT, String.valueOf(server.getListenPort(listener)));
    }

    private String problem() {
        return assertThrows(OutsideProblem.class, () -> directory.look("binh.tran"))
                .textKey();
    }

    @Test
    void theRightPasswordTellsWhoItIs() throws Exception {
        String id = server.getEntry("uid=binh.tran," + BASE, "entryUUID").getAttributeValue("entryUUID");

        assertEquals(
                Optional.of(new OutsideIdentity(
                        "ldap:dc=sen,dc=example", id, "binh.tran", "Trần Bình", "binh.tran@sen.example", true)),
                judge("binh.tran", PASSWORD));
    }

    @Test
    void startTlsWorksAsWell() {
        startTls("startTls");

        assertTrue(judge("binh.tran", PASSWORD).isPresent());
    }

    @Test
    void aWrongPasswordAndAnUnknownNameTakeTheSameSteps() {
        assertEquals(Optional.empty(), judge("binh.tran", "a guess"));
        List<String> known = List.copyOf(steps);
        steps.clear();

        assertEquals(Optional.empty(), judge("nobody", PASSWORD));

        assertEquals(List.of("bind as crm", "search", "bind"), known);
        assertEquals(known, List.copyOf(steps));
    }

    @Test
    void anEmptyPasswordIsNeverTried() {
        assertEquals(Optional.empty(), judge("binh.tran", ""));

        assertEquals(List.of(), connected);
    }

    @Test
    void whatIsTypedIsANameAndNoPartOfTheQuestion() {
        for (String typed : List.of("*", "binh*", "binh.tran)(uid=*", "x)(|(uid=*", "binh.tran\0", "\\62inh.tran")) {
            assertEquals(Optional.empty(), judge(typed, PASSWORD), typed);
        }
    }

    @Test
    void whereSeveralHaveTheNameNobodyGetsIn() throws Exception {
        server.add("dn: ou=second," + BASE, "objectClass: organizationalUnit", "ou: second");
        server.add(
                "dn: uid=binh.tran,ou=second," + BASE,
                "objectClass: person",
                "uid: binh.tran",
                "userPassword: " + PASSWORD);

        assertEquals(Optional.empty(), judge("binh.tran", PASSWORD));
        assertEquals(2, directory.look("binh.tran").orElseThrow().size());
    }

    @Test
    void aCertificateOfAnotherNameIsRefusedBeforeAnythingIsSaid() throws Exception {
        stop();
        start(others);
        settings.with(DirectorySettings.CERTIFICATES, others.pem());

        assertThrows(Unavailable.class, () -> judge("binh.tran", PASSWORD));
        assertEquals("single-sign-on.problem.notSecure", problem());
        startTls("startTls");
        assertThrows(Unavailable.class, () -> judge("binh.tran", PASSWORD));
        assertEquals("single-sign-on.problem.notSecure", problem());
        assertEquals(List.of(), steps);
    }

    @Test
    void aCertificateThatNobodyTrustsIsRefused() {
        settings.with(DirectorySettings.CERTIFICATES, others.pem());
        assertThrows(Unavailable.class, () -> judge("binh.tran", PASSWORD));
        settings.with(DirectorySettings.CERTIFICATES, null);
        assertThrows(Unavailable.class, () -> judge("binh.tran", PASSWORD));
        assertEquals(List.of(), steps);
    }

    @Test
    void withoutStartTlsNothingIsSaid() {
        startTls("open");

        assertThrows(Unavailable.class, () -> judge("binh.tran", PASSWORD));
        assertEquals(List.of(), steps);
    }

    @Test
    void certificatesThatCannotBeReadAreTold() {
        settings.with(DirectorySettings.CERTIFICATES, "none at all");

        assertEquals("single-sign-on.problem.certificates", problem());
    }

    @Test
    void aReferralIsNotFollowed() {
        refer = true;

        assertThrows(Unavailable.class, () -> judge("binh.tran", PASSWORD));
        assertEquals(1, connected.size());
    }

    @Test
    void whatIsWrongWithTheSettingsIsTold() {
        settings.with(DirectorySettings.BIND_PASSWORD, "another");
        assertEquals("single-sign-on.problem.bind", problem());
        settings.with(DirectorySettings.BIND_PASSWORD, null);
        assertEquals("single-sign-on.problem.bind", problem());
        settings.with(DirectorySettings.BIND_PASSWORD, "crm's own")
                .with(DirectorySettings.BASE, "ou=none,dc=sen,dc=example");
        assertEquals("single-sign-on.problem.base", problem());
        settings.with(DirectorySettings.HOST, "nowhere.test");
        assertEquals("outbound.unknownHost", problem());
    }

    @Test
    void untilItIsSetUpNobodyIsAsked() throws Exception {
        settings.with(DirectorySettings.HOST, null);

        assertEquals(Optional.empty(), judge("binh.tran", PASSWORD));
        assertEquals(Optional.empty(), directory.look("binh.tran"));
        assertEquals(List.of(), connected);
    }

    @Test
    void aDirectoryThatSaysNothingIsNotWaitedForLong() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            settings.with(DirectorySettings.PORT, String.valueOf(silent.getLocalPort()));
            long start = System.nanoTime();

            assertThrows(Unavailable.class, () -> judge("binh.tran", PASSWORD));

            assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 9);
        }
    }

    @Test
    void whatTheDiallingTookIsNotWaitedForAgain() throws Exception {
        dialling = Duration.ofSeconds(6);
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            settings.with(DirectorySettings.PORT, String.valueOf(silent.getLocalPort()));
            CompletableFuture<Duration> held = CompletableFuture.supplyAsync(() -> heldOpen(silent));

            assertThrows(Unavailable.class, () -> judge("binh.tran", PASSWORD));

            Duration line = held.get(10, TimeUnit.SECONDS);
            assertTrue(line.toSeconds() < 4, "of eight seconds two are left: " + line);
        }
    }

    private static Duration heldOpen(ServerSocket silent) {
        try (Socket line = silent.accept()) {
            long begun = System.nanoTime();
            line.getInputStream().transferTo(OutputStream.nullOutputStream());
            return Duration.ofNanos(System.nanoTime() - begun);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatNobodyCouldWorkWithIsToldBeforeItIsSaved() throws Exception {
        assertEquals(
                Set.of(DirectorySettings.BASE, DirectorySettings.FILTER, DirectorySettings.ROLES),
                directory.wrong(Map.of(
                        DirectorySettings.BASE, "people",
                        DirectorySettings.FILTER, "(uid={name}",
                        DirectorySettings.ROLES, "sales")));
        assertEquals(
                Set.of(DirectorySettings.FILTER),
                directory.wrong(Map.of(DirectorySettings.FILTER, "(uid=binh)")),
                "everybody would be Binh");
        assertEquals(Set.of(), directory.wrong(Map.of(DirectorySettings.FILTER, DirectorySettings.USUAL_FILTER)));
    }

    /** The library leaves things on threads, which would outlive the module. */
    @Test
    void theLibraryWorksOnThreadsThatGoWithTheModule() throws Exception {
        judge("binh.tran", PASSWORD);
        directory.close();

        for (int i = 0; i < 100 && isWorking(); i++) {
            Thread.sleep(50);
        }
        assertFalse(isWorking());
        assertThrows(Unavailable.class, () -> judge("binh.tran", PASSWORD));
    }

    private static boolean isWorking() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("crm-single-sign-on"));
    }

    /** Connects to loopback, whatever the name is. */
    private final class Dialled implements Outbound {

        @Override
        public Socket connect(String host, int port, Duration longest) throws OutboundFailure {
            connected.add(host);
            if (host.equals("nowhere.test")) {
                throw new OutboundFailure(OutboundFailure.Reason.UNKNOWN_HOST, host);
            }
            Socket socket = new Socket();
            try {
                Thread.sleep(dialling.toMillis());
                InetAddress named = InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1});
                socket.connect(new InetSocketAddress(named, port), Math.toIntExact(longest.toMillis()));
                return socket;
            } catch (IOException e) {
                throw new OutboundFailure(OutboundFailure.Reason.NO_CONNECTION, host);
            } catch (InterruptedException e) {
                throw new OutboundFailure(OutboundFailure.Reason.BROKEN, host);
            }
        }

        @Override
        public Answer send(Request request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void check(String address) {
            throw new UnsupportedOperationException();
        }
    }

    /** What the directory is asked, in turn. */
    private final class Steps extends InMemoryOperationInterceptor {

        @Override
        public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest request) {
            steps.add(request.getRequest().getBindDN().equals(CRM) ? "bind as crm" : "bind");
        }

        @Override
        public void processSearchRequest(InMemoryInterceptedSearchRequest request) throws LDAPException {
            steps.add("search");
            if (refer) {
                throw new LDAPException(
                        ResultCode.REFERRAL, "elsewhere", null, new String[] {"ldap://evil.test/dc=evil"});
            }
        }
    }
}

package org.sencrm.itests;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** OpenLDAP of the distribution, in a folder of its own, on loopback, with one person. */
final class DirectoryServer implements AutoCloseable {

    static final String HOST = Nginx.HOST;
    static final String PLACE = "ou=people,dc=sen,dc=example";
    static final String READER = "cn=crm,dc=sen,dc=example";
    static final String READER_PASSWORD = "only-to-look-people-up";
    static final String PERSON = "binh.tran";
    static final String PERSON_PASSWORD = "mật khẩu của công ty";

    private static final String PROGRAM = "/usr/sbin/slapd";

    /** Passwords over an open line are refused. */
    private static final String CONFIGURATION = """
            include /etc/ldap/schema/core.schema
            include /etc/ldap/schema/cosine.schema
            include /etc/ldap/schema/inetorgperson.schema
            modulepath /usr/lib/ldap
            moduleload back_mdb
            TLSCertificateFile %1$s/tls/certificate.pem
            TLSCertificateKeyFile %1$s/tls/key.pem
            security simple_bind=128
            database mdb
            suffix "dc=sen,dc=example"
            directory %1$s/data
            rootdn "%2$s"
            rootpw %3$s
            """;

    private static final String PEOPLE = """
            dn: dc=sen,dc=example
            objectClass: dcObject
            objectClass: organization
            dc: sen
            o: Sen

            dn: ou=people,dc=sen,dc=example
            objectClass: organizationalUnit
            ou: people

            dn: uid=%1$s,ou=people,dc=sen,dc=example
            objectClass: inetOrgPerson
            uid: %1$s
            cn: Tran Binh
            sn: Tran
            mail: binh@sen.example
            userPassword:: %2$s
            """;

    private final Path folder;
    private final int closed;
    private final int open;
    private Process process;

    private DirectoryServer(Path folder) throws Exception {
        this.folder = folder;
        this.closed = PostgresServer.freePort();
        this.open = PostgresServer.freePort();
    }

    static DirectoryServer start() throws Exception {
        Path folder = Files.createTempDirectory("sencrm-directory");
        // GnuTLS, with which it is built, does not read the keys of elliptic curves that Java writes
        Nginx.certificate(folder, "-keyalg", "RSA", "-keysize", "2048");
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("slapd.conf"), CONFIGURATION.formatted(folder, READER, READER_PASSWORD));
        Files.writeString(folder.resolve("people.ldif"), PEOPLE.formatted(PERSON, encoded(PERSON_PASSWORD)));
        DirectoryServer server = new DirectoryServer(folder);
        Process added =
                server.run("-T", "add", "-l", folder.resolve("people.ldif").toString());
        if (!added.waitFor(60, TimeUnit.SECONDS) || added.exitValue() != 0) {
            throw new IOException("no people: " + Files.readString(folder.resolve("said")));
        }
        server.startAgain();
        return server;
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    void startAgain() throws Exception {
        process = run("-h", "ldaps://127.0.0.1:" + closed + " ldap://127.0.0.1:" + open, "-d", "0");
        Await.until("the directory", Duration.ofSeconds(20), () -> process.isAlive() && listens());
    }

    /** With TLS from the start. */
    int port() {
        return closed;
    }

    /** With StartTLS. */
    int openPort() {
        return open;
    }

    String certificate() throws IOException {
        return Files.readString(folder.resolve("tls").resolve("certificate.pem"));
    }

    void stop() throws Exception {
        process.destroy();
        process.waitFor(20, TimeUnit.SECONDS);
    }

    private Process run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(PROGRAM));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-f", folder.resolve("slapd.conf").toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), closed)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() throws Exception {
        stop();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}

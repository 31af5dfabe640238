package org.sencrm.core.hardening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsTest {

    @TempDir
    private Path home;

    private final Map<String, String> properties = new HashMap<>();
    private Path etc;

    @BeforeEach
    void asItIsDelivered() throws IOException {
        etc = Files.createDirectory(home.resolve("etc"));
        write("users.properties", "# nobody");
        write("org.ops4j.pax.web.cfg", "org.ops4j.pax.web.listening.addresses=127.0.0.1");
        for (String scope : List.of("instance", "jdbc", "jms")) {
            write("org.apache.karaf.command.acl." + scope + ".cfg", "* = admin");
        }
        properties.put("karaf.secured.command.compulsory.roles", "admin");
    }

    @Test
    void asItIsDeliveredNothingStandsOpen() {
        assertEquals(List.of(), found(List.of("-Xmx1g", "-agentlib:jdwp=transport=dt_socket,server=y,address=5005")));
    }

    @Test
    void aKnownAccountIsFound() throws IOException {
        write("users.properties", "karaf = karaf,_g_:admingroup");
        assertFound("etc/users.properties names accounts");
    }

    @Test
    void aConsoleIsFoundAndItsNamesakesAreNot() {
        assertEquals(1, found("org.apache.karaf.shell.ssh").size());
        assertEquals(1, found("org.apache.felix.webconsole").size());
        assertEquals(List.of(), found("org.apache.felix.webconsole.plugins.ds"));
    }

    @Test
    void commandsOfEverybodyAreFound() throws IOException {
        Files.delete(etc.resolve("org.apache.karaf.command.acl.jdbc.cfg"));
        assertFound("acl.jdbc.cfg has to leave all commands to admin");
        write("org.apache.karaf.command.acl.jdbc.cfg", "* = viewer");
        assertFound("acl.jdbc.cfg has to leave all commands to admin");
    }

    @Test
    void anyRoleForCommandsIsFound() {
        properties.remove("karaf.secured.command.compulsory.roles");
        assertFound("compulsory.roles has to be admin");
    }

    @Test
    void anOpenLineToOtherMachinesIsFoundAndOneWithTlsIsNot() throws IOException {
        write("org.ops4j.pax.web.cfg", "org.ops4j.pax.web.listening.addresses=127.0.0.1, 10.1.2.3");
        assertFound("offers HTTP without TLS");
        write("org.ops4j.pax.web.cfg", "");
        assertFound("offers HTTP without TLS at 0.0.0.0");
        write(
                "org.ops4j.pax.web.cfg",
                "org.ops4j.pax.web.listening.addresses=0.0.0.0\norg.osgi.service.http.enabled=false");
        assertEquals(List.of(), found(List.of()));
    }

    @Test
    void anotherFileForTheWebServerIsFoundAndTheOneForTlsIsNot() throws IOException {
        String loopback = "org.ops4j.pax.web.listening.addresses=127.0.0.1\norg.ops4j.pax.web.config.file=";
        write("org.ops4j.pax.web.cfg", loopback + etc.resolve("tls.xml"));
        assertEquals(List.of(), found(List.of()));
        write("org.ops4j.pax.web.cfg", loopback + "/srv/jetty.xml");
        assertFound("names a file for the web server");
        write("org.ops4j.pax.web.cfg", "org.ops4j.pax.web.listening.addresses=127.0.0.1");
        write("org.ops4j.pax.web.config", "");
        assertFound("stands beside");
    }

    @Test
    void whatIsWrittenInAnyEncodingIsRead() throws IOException {
        Files.write(etc.resolve("users.properties"), new byte[] {'#', (byte) 0xe9, '\n'});
        assertEquals(List.of(), found(List.of()));
    }

    @Test
    void managementDebuggersAndTheNetworkServerAreFound() {
        properties.put("com.sun.management.jmxremote.port", "1099");
        properties.put("derby.drda.startNetworkServer", "true");
        List<String> found = found(List.of("-agentlib:jdwp=transport=dt_socket,address=*:5005,server=y"));
        assertEquals(3, found.size(), found.toString());
    }

    @Test
    void aWatchedFolderIsFoundInProductionOnly() throws IOException {
        write("org.apache.felix.fileinstall-deploy.cfg", "felix.fileinstall.dir=deploy");
        assertEquals(List.of(), found(List.of()));
        properties.put("sencrm.production", "true");
        assertFound("a folder is watched for bundles");
    }

    @Test
    void whatOthersCouldReadIsClosed() throws IOException {
        Path keys = Files.createDirectory(home.resolve("keys"));
        Path key = Files.writeString(keys.resolve("secrets.key"), "secret");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(etc, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertEquals(List.of(), found(List.of()));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(etc)));
    }

    private void assertFound(String words) {
        List<String> found = found(List.of());
        assertTrue(found.size() == 1 && found.get(0).contains(words), found.toString());
    }

    private List<String> found(String bundle) {
        return Findings.in(surroundings(List.of(), List.of("org.sencrm.core", bundle)));
    }

    private List<String> found(List<String> arguments) {
        return Findings.in(surroundings(arguments, List.of()));
    }

    private Surroundings surroundings(List<String> arguments, List<String> bundles) {
        return new Surroundings(home, etc, properties::get, arguments, bundles);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(etc.resolve(name), text);
    }
}

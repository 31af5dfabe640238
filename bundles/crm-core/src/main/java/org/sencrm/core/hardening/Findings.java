package org.sencrm.core.hardening;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What stands open in the run-time, one sentence each, for whoever starts it. Karaf as it is delivered has a known password,
 * listens for commands and starts what lies in a folder; the distribution takes all this away, and somebody may bring it back.
 */
final class Findings {

    private static final String WEB = "org.ops4j.pax.web.cfg";
    private static final List<String> CONSOLES = List.of(
            "org.apache.karaf.shell.ssh",
            "org.apache.karaf.management.server",
            "org.apache.karaf.webconsole.console",
            "org.apache.felix.webconsole");
    /** Commands that reach beyond the product: other instances, any database, any queue. */
    private static final List<String> CLOSED_COMMANDS = List.of("instance", "jdbc", "jms");

    private static final Pattern DEBUGGER = Pattern.compile("jdwp\\b.*?\\baddress=([^,]*)");

    private final Surroundings surroundings;
    private final List<String> found = new ArrayList<>();

    private Findings(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** @return empty where everything is closed. Files that others may read are closed on the way. */
    static List<String> in(Surroundings surroundings) {
        Findings findings = new Findings(surroundings);
        findings.passwords();
        findings.consoles();
        findings.commands();
        findings.remoteControl();
        findings.addresses();
        findings.otherConfigurations();
        findings.deployFolder();
        findings.files();
        return List.copyOf(findings.found);
    }

    private void passwords() {
        for (String file : List.of("users.properties", "keys.properties")) {
            if (!surroundings.settings(file).isEmpty()) {
                found.add("etc/" + file + " names accounts of the run-time; the product has none: empty the file");
            }
        }
    }

    private void consoles() {
        for (String console : CONSOLES) {
            if (surroundings.bundles().contains(console)) {
                found.add(console + " is installed; the product is operated without consoles: remove it");
            }
        }
    }

    private void commands() {
        String role = "admin";
        if (!role.equals(surroundings.property().apply("karaf.secured.command.compulsory.roles"))) {
            found.add("karaf.secured.command.compulsory.roles has to be " + role + " (etc/system.properties)");
        }
        for (String scope : CLOSED_COMMANDS) {
            String file = "org.apache.karaf.command.acl." + scope + ".cfg";
            if (!role.equals(surroundings.settings(file).getProperty("*"))) {
                found.add("etc/" + file + " has to leave all commands to " + role + " (* = " + role + ")");
            }
        }
    }

    private void remoteControl() {
        if (surroundings.property().apply("com.sun.management.jmxremote.port") != null) {
            found.add("the virtual machine listens for management (com.sun.management.jmxremote.port)");
        }
        if (surroundings.is("derby.drda.startNetworkServer")) {
            found.add("the embedded database listens to the network (derby.drda.startNetworkServer)");
        }
        for (String argument : surroundings.arguments()) {
            Matcher debugger = DEBUGGER.matcher(argument);
            if (debugger.find() && !isLocal(host(debugger.group(1)))) {
                found.add("the virtual machine listens for debuggers from elsewhere (" + argument + ")");
            }
        }
    }

    /** Passwords travel by these: open lines stay on this machine. */
    private void addresses() {
        Properties web = surroundings.settings(WEB);
        boolean open = !"false".equals(web.getProperty("org.osgi.service.http.enabled"));
        String addresses = web.getProperty("org.ops4j.pax.web.listening.addresses", "0.0.0.0");
        if (open && Stream.of(addresses.split(",")).map(String::strip).anyMatch(address -> !isLocal(address))) {
            found.add("etc/" + WEB + " offers HTTP without TLS at " + addresses + ": leave it at 127.0.0.1");
        }
    }

    /** The web server's own file could open anything; only the one that the launcher writes for TLS is known. */
    private void otherConfigurations() {
        String file = surroundings.settings(WEB).getProperty("org.ops4j.pax.web.config.file");
        if (file != null && !Path.of(file).equals(surroundings.etc().resolve("tls.xml"))) {
            found.add("etc/" + WEB + " names a file for the web server that the product did not write: " + file);
        }
        for (String other : List.of("org.ops4j.pax.web.config", "org.ops4j.pax.web.cfg.json")) {
            if (Files.exists(surroundings.etc().resolve(other))) {
                found.add("etc/" + other + " stands beside etc/" + WEB + ": remove it");
            }
        }
    }

    private void deployFolder() {
        boolean watched = Surroundings.files(surroundings.etc()).stream()
                .anyMatch(file -> file.getFileName().toString().startsWith("org.apache.felix.fileinstall-"));
        if (watched && surroundings.is("sencrm.production")) {
            found.add(
                    "a folder is watched for bundles (etc/org.apache.felix.fileinstall-*.cfg), which is off in production");
        }
    }

    private void files() {
        List<Path> secret = new ArrayList<>(List.of(surroundings.home(), surroundings.etc()));
        secret.addAll(Surroundings.files(surroundings.etc()));
        secret.addAll(Surroundings.files(surroundings.home().resolve("keys")));
        for (Path path : OwnerOnly.close(secret)) {
            found.add(path + " can be read by others and belongs to another account");
        }
    }

    /** The host of {@code host:port}; a port alone is one of this machine. */
    private static String host(String address) {
        int colon = address.lastIndexOf(':');
        return colon < 0 ? "localhost" : address.substring(0, colon);
    }

    private static boolean isLocal(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.startsWith("127.") || name.equals("localhost") || name.equals("::1") || name.equals("[::1]");
    }
}

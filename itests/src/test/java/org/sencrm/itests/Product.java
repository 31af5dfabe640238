package org.sencrm.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The product as a user starts it: by the launcher, with a home of its own. */
final class Product implements AutoCloseable {

    private static final Path ROOT =
            Path.of(System.getProperty("crm.root", "..")).toAbsolutePath().normalize();

    private static final int MOST_LOGGED = 6_000;

    private final Path home;
    private final int port;
    private final Map<String, String> environment = new HashMap<>();

    private Product(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    /** Starts it and waits until it is ready. */
    static Product start(String... options) throws Exception {
        Product product = unstarted();
        List<String> words = new ArrayList<>(List.of("start", "--port", String.valueOf(product.port)));
        words.addAll(Arrays.asList(options));
        Said said = product.run(words.toArray(String[]::new));
        if (said.code() != 0) {
            throw new AssertionError("start failed: " + said);
        }
        return product;
    }

    /** A product that is not started, with a home that does not exist yet. */
    static Product unstarted() throws Exception {
        return at(Files.createTempDirectory("sencrm-home"));
    }

    /** A product that is not started, with this home. */
    static Product at(Path home) throws Exception {
        return new Product(home, PostgresServer.freePort());
    }

    /** Sets a variable for each command of the launcher. */
    Product with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    int port() {
        return port;
    }

    Path home() {
        return home;
    }

    String page(String path) {
        return "http://127.0.0.1:" + port + "/ui/" + path;
    }

    Api admin() throws Exception {
        return Api.signedIn(port, "admin", Fixtures.ADMIN_PASSWORD);
    }

    /** Runs a command of the launcher with this home. */
    Said run(String... words) throws Exception {
        File said = File.createTempFile("sencrm-said", ".txt");
        Process process = launcher(words).redirectOutput(said).start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("no end: " + List.of(words));
        }
        String text = Files.readString(said.toPath());
        Files.delete(said.toPath());
        return new Said(process.exitValue(), text);
    }

    /** The same without waiting for its end. */
    Process launch(String... words) throws Exception {
        return launcher(words).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    private ProcessBuilder launcher(String... words) {
        List<String> command = new ArrayList<>();
        command.add(ROOT.resolve("crm").toString());
        command.addAll(Arrays.asList(words));
        command.addAll(List.of("--home", home.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true);
        builder.environment().put("CRM_ADMIN_PASSWORD", Fixtures.ADMIN_PASSWORD);
        builder.environment().putAll(environment);
        return builder;
    }

    /** Ends the process at once, as a power cut would. */
    void kill() throws Exception {
        ProcessHandle process = process();
        process.destroyForcibly();
        process.onExit().get(30, TimeUnit.SECONDS);
    }

    /** What the log says from the line with this word on; for whoever has to find out why something broke. */
    String logged(String word) throws Exception {
        String log = Files.readString(home.resolve("log/crm.log"));
        int at = log.indexOf(word);
        return at < 0 ? "not in the log" : log.substring(at, Math.min(log.length(), at + MOST_LOGGED));
    }

    JsonNode health() throws Exception {
        try (InputStream in =
                URI.create("http://127.0.0.1:" + port + "/health").toURL().openStream()) {
            return Api.JSON.readTree(in);
        }
    }

    /** The running process. */
    ProcessHandle process() throws Exception {
        long pid = Long.parseLong(Files.readString(home.resolve("crm.pid")).trim());
        return ProcessHandle.of(pid).orElseThrow();
    }

    void startAgain() throws Exception {
        Said said = run("start", "--port", String.valueOf(port));
        if (said.code() != 0) {
            throw new AssertionError("start failed: " + said);
        }
    }

    @Override
    public void close() throws Exception {
        run("stop");
        try (var files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    /** Exit code and output of a command. */
    record Said(int code, String text) {}
}

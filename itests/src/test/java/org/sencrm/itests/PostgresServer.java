package org.sencrm.itests;

import java.io.File;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** A real PostgreSQL of the distribution, in a folder of its own, on loopback, for as long as the test needs it. */
final class PostgresServer implements AutoCloseable {

    private static final String PASSWORD = "only-for-this-test";

    /** Below what Linux gives to connections (32768 on), so that a port stays free until its server is up. */
    private static final int EPHEMERAL = 32_768;
    /** Above those from which the containers of tests are steered (21000 to 21099). */
    private static final int LOWEST_PORT = 22_000;

    private static final int MOST_TRIES = 100;

    private final Path programs;
    private final Path data;
    private final int port;

    private PostgresServer(Path programs, Path data, int port) {
        this.programs = programs;
        this.data = data;
        this.port = port;
    }

    /** Starts a server with the database {@code crm}; null where PostgreSQL is not installed. */
    static PostgresServer start() throws Exception {
        Path programs = programs();
        if (programs == null) {
            return null;
        }
        Path data = Files.createTempDirectory("sencrm-postgres");
        PostgresServer server = new PostgresServer(programs, data, freePort());
        server.ownByServerUser();
        Path password = data.resolve("password");
        Files.writeString(password, PASSWORD);
        server.run(
                "initdb",
                "-D",
                server.cluster(),
                "-U",
                "crm",
                "-A",
                "scram-sha-256",
                "--pwfile=" + password,
                "-E",
                "UTF8",
                "--locale=C.UTF-8");
        server.run(
                "pg_ctl",
                "-D",
                server.cluster(),
                "-w",
                "-l",
                data.resolve("log").toString(),
                "-o",
                "-p " + server.port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + data
                        + " -c max_prepared_transactions=64 -c fsync=off",
                "start");
        server.run("createdb", "-h", "127.0.0.1", "-p", String.valueOf(server.port), "-U", "crm", "crm");
        return server;
    }

    int port() {
        return port;
    }

    String user() {
        return "crm";
    }

    String password() {
        return PASSWORD;
    }

    String database() {
        return "crm";
    }

    @Override
    public void close() throws Exception {
        run("pg_ctl", "-D", cluster(), "-m", "immediate", "stop");
        try (var files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    private String cluster() {
        return data.resolve("cluster").toString();
    }

    private static Path programs() {
        File[] versions = new File("/usr/lib/postgresql").listFiles();
        if (versions == null || versions.length == 0) {
            return null;
        }
        return Arrays.stream(versions)
                .max(Comparator.comparing(File::getName))
                .orElseThrow()
                .toPath()
                .resolve("bin");
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** PostgreSQL refuses to run as root. */
    private void ownByServerUser() throws Exception {
        if (isRoot()) {
            start(List.of("chown", "postgres", data.toString()));
        }
    }

    private void run(String program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(Arrays.asList(arguments));
        start(command);
    }

    private void start(List<String> command) throws Exception {
        File said = File.createTempFile("sencrm-postgres", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said);
        builder.directory(new File("/tmp"));
        builder.environment().put("PGPASSWORD", PASSWORD);
        Process process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(command + ": " + Files.readString(said.toPath()));
        }
        Files.delete(said.toPath());
    }

    /** A port that nobody holds, and that no connection to elsewhere is given before it is taken. */
    static int freePort() throws IOException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, EPHEMERAL);
            try (ServerSocket free = new ServerSocket(port)) {
                return free.getLocalPort();
            } catch (BindException taken) {
                continue;
            }
        }
        throw new IOException("no free port");
    }
}

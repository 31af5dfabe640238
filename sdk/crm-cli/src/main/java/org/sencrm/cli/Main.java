package org.sencrm.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

/** Commands that talk to a running system. Exit codes: 0 done, 1 failed, 2 bad usage, 3 some rows failed, or some items were refused. */
public final class Main {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int BAD_USAGE = 2;
    static final int SOME_FAILED = 3;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        try {
            if (arguments.length == 0) {
                throw new BadUsage("which command? import, export, configuration, audit, module, new-module");
            }
            List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
            return switch (arguments[0]) {
                case "import" -> new ImportCommand(out, err).run(Arguments.parse(rest, ImportCommand.OPTIONS));
                case "export" -> new ExportCommand(out).run(Arguments.parse(rest, ExportCommand.OPTIONS));
                case "configuration" ->
                    new ConfigurationCommand(out).run(Arguments.parse(rest, ConfigurationCommand.OPTIONS));
                case "audit" -> new AuditCommand(out).run(Arguments.parse(rest, AuditCommand.OPTIONS));
                case "audit-report" -> new AuditCommand(out).report(System.in);
                case "module" -> new ModuleCommand(out).run(Arguments.parse(rest, ModuleCommand.OPTIONS));
                case "new-module" -> newModule(out).run(Arguments.parse(rest, NewModuleCommand.OPTIONS));
                case "tls" -> tls(out).run();
                case "dev-goal" -> devGoal(Kit.ofProduct(), out);
                default -> throw new BadUsage("no such command: " + arguments[0]);
            };
        } catch (BadUsage e) {
            err.println("crm: " + e.getMessage());
            return BAD_USAGE;
        } catch (Refused e) {
            err.println("crm: " + e.getMessage());
            return FAILED;
        } catch (IOException e) {
            err.println("crm: " + (e.getMessage() == null ? "the system cannot be reached" : e.getMessage()));
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    /** For the launcher: the goal of Maven that builds and swaps at each save, once Maven can find it. */
    private static int devGoal(Kit kit, PrintStream out) throws IOException {
        kit.intoLocalRepository();
        out.println("org.sencrm:crm-kar-maven-plugin:" + kit.version() + ":dev");
        return DONE;
    }

    private static TlsCommand tls(PrintStream out) {
        return new TlsCommand(Path.of(System.getProperty("sencrm.home", "")), System.getenv(), out, Clock.systemUTC());
    }

    private static NewModuleCommand newModule(PrintStream out) throws IOException {
        return new NewModuleCommand(Path.of("").toAbsolutePath(), Kit.ofProduct(), out);
    }

    /** The client for the system that the arguments name. */
    static RestClient client(Arguments arguments) throws IOException {
        String url = arguments.option("url", System.getProperty("sencrm.url", "http://127.0.0.1:8181"));
        return new RestClient(URI.create(url), token(Path.of(System.getProperty("sencrm.home", ""))));
    }

    static String token(Path home) throws IOException {
        String given = System.getenv("CRM_TOKEN");
        if (given != null && !given.isBlank()) {
            return given.trim();
        }
        Path local = home.resolve("token");
        if (!Files.isReadable(local)) {
            throw new Refused("no token: set CRM_TOKEN, or start the system with the same --home");
        }
        return Files.readString(local).trim();
    }
}

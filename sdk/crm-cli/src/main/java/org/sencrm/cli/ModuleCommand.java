package org.sencrm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code module list|plan|install|update|rollback|off|on|uninstall|purge}: the life cycle of modules, as REST has it. */
final class ModuleCommand {

    static final Map<String, Boolean> OPTIONS =
            Map.of("url", true, "home", true, "version", true, "allow-development-key", false);

    private static final Set<String> ACTIONS =
            Set.of("install", "update", "rollback", "off", "on", "uninstall", "purge");

    private final PrintStream out;

    ModuleCommand(PrintStream out) {
        this.out = out;
    }

    int run(Arguments arguments) throws IOException, InterruptedException {
        String verb = arguments.word(0, "list, plan, install, update, rollback, off, on, uninstall or purge");
        if (verb.equals("list")) {
            return list(Main.client(arguments));
        }
        if (verb.equals("plan")) {
            // "plan [ACTION] ID"; without an action: what an uninstall would do
            boolean given = ACTIONS.contains(arguments.word(1, "the module"));
            String action = given ? arguments.word(1, "the action") : "uninstall";
            String subject = arguments.word(given ? 2 : 1, "the module");
            show(plan(Main.client(arguments), subject, action, arguments));
            return Main.DONE;
        }
        if (!ACTIONS.contains(verb)) {
            throw new BadUsage("no such command: module " + verb);
        }
        return carryOut(Main.client(arguments), arguments.word(1, "the module"), verb, arguments);
    }

    private int list(RestClient client) throws IOException, InterruptedException {
        int on = 0;
        int off = 0;
        for (JsonNode module : client.get("/modules")) {
            on += module.path("state").asText().equals("running") ? 1 : 0;
            off += module.path("state").asText().equals("off") ? 1 : 0;
            out.printf(
                    "%-20s %-18s %-12s %s%n",
                    module.path("id").asText(),
                    module.path("version").asText(),
                    module.path("state").asText(),
                    module.path("label").asText());
            if (module.path("error").isTextual()) {
                out.println("  " + module.path("error").asText());
            }
        }
        out.println(on + " on, " + off + " off");
        return Main.DONE;
    }

    /** @param subject id of a module, or, where there is such a file, a package to install or update to */
    private static JsonNode plan(RestClient client, String subject, String action, Arguments arguments)
            throws IOException, InterruptedException {
        if (action.equals("install") || action.equals("update")) {
            Path file = Path.of(subject);
            if (Files.isRegularFile(file)) {
                String allowed = String.valueOf(arguments.has("allow-development-key"));
                return client.upload("/modules/plans", file, Map.of("allowDevelopmentKey", allowed));
            }
        }
        ObjectNode question =
                RestClient.JSON.createObjectNode().put("id", subject).put("action", action);
        String version = arguments.option("version", null);
        if (version != null) {
            question.put("version", version);
        }
        return client.post("/modules/plans", question);
    }

    private void show(JsonNode plan) {
        line("adds", plan.path("adds"));
        line("stops", plan.path("stops"));
        line("refreshes", plan.path("refreshes"));
        line("tables", plan.path("tables"));
        line("changes", plan.path("changes"));
        line("needed by", plan.path("neededBy"));
        signer(plan.path("signer"));
        permissions(plan.path("permissions"));
        if (plan.path("wayBack").isTextual()) {
            out.println("way back: " + plan.path("wayBack").asText());
        }
        for (JsonNode warning : plan.path("warnings")) {
            out.println("warning: " + warning.asText());
        }
    }

    private void signer(JsonNode signer) {
        if (signer.isObject()) {
            out.printf(
                    "signed by: %s (%s), certificate %s, valid until %.10s%n",
                    signer.path("name").asText(),
                    signer.path("kind").asText(),
                    signer.path("fingerprint").asText(),
                    signer.path("validUntil").asText());
        }
    }

    private void permissions(JsonNode permissions) {
        List<String> uses = new ArrayList<>();
        permissions.path("records").fields().forEachRemaining(type -> {
            List<String> rights = new ArrayList<>();
            type.getValue().forEach(right -> rights.add(right.asText()));
            uses.add(type.getKey() + " (" + String.join(", ", rights) + ")");
        });
        permissions.path("hosts").forEach(host -> uses.add(host.asText()));
        permissions.path("files").forEach(use -> uses.add("files (" + use.asText() + ")"));
        out.println("uses: " + (uses.isEmpty() ? "nothing of others" : String.join(", ", uses)));
    }

    private void line(String name, JsonNode items) {
        StringBuilder names = new StringBuilder();
        items.forEach(item -> names.append(' ').append(item.asText()));
        out.println(name + ":" + (names.isEmpty() ? " nothing" : names));
    }

    private int carryOut(RestClient client, String subject, String action, Arguments arguments)
            throws IOException, InterruptedException {
        JsonNode plan = plan(client, subject, action, arguments);
        show(plan);
        if (!plan.path("possible").asBoolean()) {
            throw new Refused("this cannot be done; see the warnings");
        }
        new ModuleJob(client).run(plan);
        out.println("done");
        return Main.DONE;
    }
}

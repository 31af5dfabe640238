package org.sencrm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import java.util.Set;

/** {@code module list|plan|install|uninstall}: the life cycle of modules, as REST has it. */
final class ModuleCommand {

    static final Map<String, Boolean> OPTIONS = Map.of("url", true, "home", true);

    private static final Set<String> LATER = Set.of("update", "rollback", "off", "on", "purge");
    private static final int POLL_MILLIS = 200;

    private final PrintStream out;
    private final PrintStream err;

    ModuleCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(Arguments arguments) throws IOException, InterruptedException {
        String verb = arguments.word(0, "list, plan, install or uninstall");
        if (LATER.contains(verb)) {
            err.println("crm: module " + verb + ": not yet");
            return Main.BAD_USAGE;
        }
        return switch (verb) {
            case "list" -> list(Main.client(arguments));
            case "plan" -> {
                // "plan [install|uninstall] ID"; without a verb: what an uninstall would do
                boolean verbGiven = Set.of("install", "uninstall").contains(arguments.word(1, "the module"));
                String action = verbGiven ? arguments.word(1, "the action") : "uninstall";
                show(plan(Main.client(arguments), arguments.word(verbGiven ? 2 : 1, "the module"), action));
                yield Main.DONE;
            }
            case "install", "uninstall" -> carryOut(Main.client(arguments), arguments.word(1, "the module"), verb);
            default -> throw new BadUsage("no such command: module " + verb);
        };
    }

    private int list(RestClient client) throws IOException, InterruptedException {
        for (JsonNode module : client.get("/modules")) {
            out.printf(
                    "%-20s %-18s %-12s %s%n",
                    module.path("id").asText(),
                    module.path("version").asText(),
                    module.path("state").asText(),
                    module.path("label").asText());
        }
        return Main.DONE;
    }

    private static JsonNode plan(RestClient client, String id, String action) throws IOException, InterruptedException {
        ObjectNode question = RestClient.JSON.createObjectNode().put("id", id).put("action", action);
        return client.post("/modules/plans", question);
    }

    private void show(JsonNode plan) {
        line("adds", plan.path("adds"));
        line("stops", plan.path("stops"));
        line("refreshes", plan.path("refreshes"));
        line("tables", plan.path("tables"));
        for (JsonNode warning : plan.path("warnings")) {
            out.println("warning: " + warning.asText());
        }
    }

    private void line(String name, JsonNode items) {
        StringBuilder names = new StringBuilder();
        items.forEach(item -> names.append(' ').append(item.asText()));
        out.println(name + ":" + (names.isEmpty() ? " nothing" : names));
    }

    private int carryOut(RestClient client, String id, String action) throws IOException, InterruptedException {
        JsonNode plan = plan(client, id, action);
        show(plan);
        if (!plan.path("possible").asBoolean()) {
            throw new Refused("this cannot be done; see the warnings");
        }
        JsonNode job = client.post("/modules/plans/" + plan.path("id").asText() + "/run", null);
        while (Set.of("queued", "running").contains(job.path("state").asText())) {
            Thread.sleep(POLL_MILLIS);
            job = client.get("/jobs/" + job.path("id").asText());
        }
        if (!"done".equals(job.path("state").asText())) {
            throw new Refused(
                    "it failed: " + job.path("message").asText(job.path("state").asText()));
        }
        out.println("done");
        return Main.DONE;
    }
}

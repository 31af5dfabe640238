package org.sencrm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A system that runs on this machine, for those who write a module for it. */
public final class RunningSystem {

    private final RestClient client;

    private RunningSystem(RestClient client) {
        this.client = client;
    }

    /**
     * @param home where the system leaves the token for local commands; the environment's CRM_TOKEN counts before it
     * @throws Refused where there is no token
     */
    public static RunningSystem at(URI address, Path home) throws IOException {
        return new RunningSystem(new RestClient(address, Main.token(home)));
    }

    /** Versions of the modules that are installed, by id. */
    public Map<String, String> installed() throws IOException, InterruptedException {
        Map<String, String> versions = new TreeMap<>();
        for (JsonNode module : client.get("/modules")) {
            if (!"available".equals(module.path("state").asText())) {
                versions.put(module.path("id").asText(), module.path("version").asText());
            }
        }
        return versions;
    }

    /**
     * Installs a package, or updates to it; a development key is good enough.
     *
     * @throws Refused with the reason, where the system refuses it or is not there
     */
    public void deliver(Path kar) throws IOException, InterruptedException {
        JsonNode plan = client.upload("/modules/plans", kar, Map.of("allowDevelopmentKey", "true"));
        if (!plan.path("possible").asBoolean()) {
            List<String> reasons = new ArrayList<>();
            plan.path("warnings").forEach(warning -> reasons.add(warning.asText()));
            throw new Refused(String.join("; ", reasons));
        }
        new ModuleJob(client).run(plan);
    }
}

package org.sencrm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Set;

/** A planned operation with a module, carried out by the running system. */
final class ModuleJob {

    private static final int POLL_MILLIS = 100;
    private static final Set<String> GOING_ON = Set.of("queued", "running");

    private final RestClient client;

    ModuleJob(RestClient client) {
        this.client = client;
    }

    /** Does what was planned and waits for its end; {@link Refused} where it fails. */
    void run(JsonNode plan) throws IOException, InterruptedException {
        JsonNode job = client.post("/modules/plans/" + plan.path("id").asText() + "/run", null);
        while (GOING_ON.contains(job.path("state").asText())) {
            Thread.sleep(POLL_MILLIS);
            job = client.get("/jobs/" + job.path("id").asText());
        }
        if (!"done".equals(job.path("state").asText())) {
            throw new Refused(
                    "it failed: " + job.path("message").asText(job.path("state").asText()));
        }
    }
}

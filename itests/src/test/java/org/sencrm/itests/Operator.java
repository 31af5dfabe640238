package org.sencrm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The administrator of a running product, who installs what is sent and reads what the product says to it. */
final class Operator {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Api api;

    Operator(Product product) throws Exception {
        this.api = product.admin().inEnglish();
    }

    Api api() {
        return api;
    }

    /** The package is not even kept. */
    void isRefused(Path kar, String words) throws Exception {
        Api.Answer answer = api.uploadPackage(kar);
        assertEquals(answer.toString(), 400, answer.status());
        assertSays(answer.json().path("detail").asText(), words);
    }

    /** The package is kept and cannot be installed. */
    void isImpossible(Path kar, String words) throws Exception {
        Api.Answer plan = api.uploadPackage(kar);
        assertEquals(plan.toString(), 201, plan.status());
        assertEquals(plan.toString(), false, plan.json().path("possible").asBoolean());
        assertSays(plan.json().path("warnings").toString(), words);
    }

    void isDone(Path kar) throws Exception {
        JsonNode job = install(kar);
        assertEquals(job.toString(), "done", job.path("state").asText());
    }

    /** The operation fails, says so, and leaves nothing. */
    void isTakenBack(Path kar, String module, String words) throws Exception {
        JsonNode job = install(kar);
        assertEquals(job.toString(), "failed", job.path("state").asText());
        assertSays(job.toString(), words);
        assertEquals("available", module(module).path("state").asText());
    }

    /** It is installed, stopped at once and shown with its reason. */
    void isQuarantined(Path kar, String module, String words) throws Exception {
        JsonNode job = install(kar);
        assertEquals(job.toString(), "failed", job.path("state").asText());
        assertSays(job.toString(), "is installed but did not start, and was stopped");
        showsQuarantine(module, words);
    }

    /** The module is stopped by itself within a time, with its reason. */
    void becomesQuarantined(String module, String words) throws Exception {
        Await.until(
                "the quarantine of " + module,
                LONGEST,
                () -> "quarantined".equals(module(module).path("state").asText()));
        showsQuarantine(module, words);
    }

    private void showsQuarantine(String module, String words) throws Exception {
        JsonNode found = module(module);
        assertEquals(found.toString(), "quarantined", found.path("state").asText());
        assertSays(found.path("error").asText(), words);
    }

    private JsonNode install(Path kar) throws Exception {
        Api.Answer plan = api.uploadPackage(kar);
        assertEquals(plan.toString(), 201, plan.status());
        assertTrue(plan.toString(), plan.json().path("possible").asBoolean());
        return run(plan);
    }

    /** Starts what a plan says; does not wait for its end. */
    String begin(Api.Answer plan) throws Exception {
        Api.Answer job = api.post("/modules/plans/" + plan.json().path("id").asText() + "/run", null);
        assertEquals(job.toString(), 202, job.status());
        return job.json().path("id").asText();
    }

    private JsonNode run(Api.Answer plan) throws Exception {
        String job = begin(plan);
        return Await.until("the operation", LONGEST, () -> {
            JsonNode now = api.get("/jobs/" + job).json();
            return List.of("done", "failed").contains(now.path("state").asText()) ? now : null;
        });
    }

    /** Plans and runs it; the job at its end. */
    JsonNode operate(String action, String module) throws Exception {
        return operate(Map.of("id", module, "action", action));
    }

    JsonNode operate(Map<String, Object> wish) throws Exception {
        Api.Answer plan = api.post("/modules/plans", wish);
        assertEquals(plan.toString(), 201, plan.status());
        assertTrue(plan.toString(), plan.json().path("possible").asBoolean());
        return run(plan);
    }

    /** Takes the modules out where they are installed. */
    void removes(List<String> modules) throws Exception {
        for (String module : modules) {
            if (!"available".equals(module(module).path("state").asText("available"))) {
                operate("uninstall", module);
                assertEquals("available", module(module).path("state").asText());
            }
        }
    }

    /** As the list of modules shows it; empty where the product does not know it. */
    JsonNode module(String id) throws Exception {
        for (JsonNode module : api.get("/modules").json()) {
            if (id.equals(module.path("id").asText())) {
                return module;
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    private static void assertSays(String said, String words) {
        assertTrue("said “" + said + "” and not “" + words + "”", said.contains(words));
    }
}

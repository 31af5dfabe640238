package org.sencrm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The administrator of a running product, who installs what is sent and reads what the product says to it. */
final class Operator {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Product product;
    private final Api api;

    Operator(Product product) throws Exception {
        this.product = product;
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
        plan.created();
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
        assertFalse(isInstalled(module));
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
        Await.until("the quarantine of " + module, LONGEST, () -> isQuarantined(module));
        showsQuarantine(module, words);
    }

    /** The process ends while the module starts; the next one starts without it and says why. */
    void endsTheProduct(Path kar, String module, String words) throws Exception {
        Api.Answer plan = api.uploadPackage(kar);
        ProcessHandle process = product.process();
        begin(plan);
        process.onExit().get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        product.startAgain();
        showsQuarantine(module, words);
    }

    /** The process ends for want of memory, or the module is stopped before it comes to that. */
    void takesAllMemory(Path kar, String module) throws Exception {
        Api.Answer plan = api.uploadPackage(kar);
        ProcessHandle process = product.process();
        begin(plan);
        Await.until(
                "the end of the process or of the module", LONGEST, () -> !process.isAlive() || isQuarantined(module));
        if (process.isAlive()) {
            showsQuarantine(module, "It took too long to start");
        } else {
            product.startAgain();
            showsQuarantine(module, "The product ended while this module");
        }
    }

    private boolean isQuarantined(String module) throws Exception {
        return "quarantined".equals(module(module).path("state").asText());
    }

    void showsState(String module, String state) throws Exception {
        assertEquals(state, module(module).path("state").asText());
    }

    /** What is told about a module that stands as it should. */
    void notices(String module, String words) throws Exception {
        assertSays(module(module).path("notices").toString(), words);
    }

    void healthShows(String check, String state) throws Exception {
        Await.until("the health of " + check, LONGEST, () -> {
            JsonNode health = product.health();
            assertNotEquals(health.toString(), "down", health.path("status").asText());
            return state.equals(health.path("checks").path(check).asText());
        });
    }

    /** Somebody saves a product and is told which module is in the way. */
    void productIsNotSaved(String words) throws Exception {
        Api.Answer answer = saveProduct();
        assertEquals(answer.toString(), 503, answer.status());
        assertSays(answer.json().path("detail").asText(), words);
    }

    void triesProductsUntilQuarantined(String module, String words) throws Exception {
        Await.until("the quarantine of " + module, LONGEST, () -> {
            saveProduct();
            return isQuarantined(module);
        });
        showsQuarantine(module, words);
    }

    void savesAProduct() throws Exception {
        saveProduct().created();
    }

    private Api.Answer saveProduct() throws Exception {
        return api.post("/products", Map.of("name", "Trà " + System.nanoTime()));
    }

    private void showsQuarantine(String module, String words) throws Exception {
        JsonNode found = module(module);
        assertEquals(found.toString(), "quarantined", found.path("state").asText());
        assertSays(found.path("error").asText(), words);
    }

    private JsonNode install(Path kar) throws Exception {
        Api.Answer plan = api.uploadPackage(kar);
        assertTrue(plan.toString(), plan.json().path("possible").asBoolean());
        return run(plan);
    }

    /** Starts what a plan says; does not wait for its end. */
    String begin(Api.Answer plan) throws Exception {
        Api.Answer job = api.post("/modules/plans/" + plan.created() + "/run", null);
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
        assertTrue(plan.toString(), plan.json().path("possible").asBoolean());
        return run(plan);
    }

    /** Takes the modules out where they are installed. */
    void removes(List<String> modules) throws Exception {
        for (String module : modules) {
            if (isInstalled(module)) {
                // while it is being taken out for its misdeeds a plan is soon out of date
                Await.until("the removal of " + module, LONGEST, () -> {
                    operate("uninstall", module);
                    return !isInstalled(module);
                });
            }
        }
    }

    /** One that is not is shown as long as its package is at hand. */
    private boolean isInstalled(String module) throws Exception {
        return !"available".equals(module(module).path("state").asText("available"));
    }

    /** As the list of modules shows it; empty where the product does not know it. */
    JsonNode module(String id) throws Exception {
        for (JsonNode module : api.get("/modules").json()) {
            if (id.equals(module.path("id").asText())) {
                return module;
            }
        }
        return MissingNode.getInstance();
    }

    private static void assertSays(String said, String words) {
        assertTrue("said “" + said + "” and not “" + words + "”", said.contains(words));
    }
}

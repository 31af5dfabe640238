package org.sencrm.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.OrderWith;

/** A rule lets people go who were kept long enough, after somebody looked at what it would do. */
@OrderWith(Step.ByStep.class)
public class RetentionIT {

    @ClassRule
    @Rule
    public static final Scene scene = new Scene();

    private static Api api;
    private static String old;
    private static String held;
    private static String rule;

    @BeforeClass
    public static void meet() throws Exception {
        api = scene.product().admin().inEnglish();
        old = api.post("/contacts", Map.of("name", "Le Van Cu", "birthday", "1990-03-01", "email", "cu@example.com"))
                .created();
        held = api.post("/contacts", Map.of("name", "Le Thi Giu", "birthday", "1990-04-01"))
                .created();
        api.post("/contacts", Map.of("name", "Le Minh Moi")).created();
        api.post("/legalholds", Map.of("name", "Case 12", "subject", Map.of("type", "contacts", "id", held)))
                .created();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", "Ten years");
        values.put("subject", "contacts");
        values.put("dateField", "birthday");
        values.put("months", 120);
        values.put("filter", "name==Le*");
        rule = api.post("/retentionrules", values).created();
    }

    private static void night() throws Exception {
        Api.Answer started = api.post("/jobs/schedules/core.retention/run", Map.of());
        assertTrue(started.toString(), started.status() < 300);
        String job = started.json().path("id").asText();
        JsonNode end = Await.until("the night", Duration.ofSeconds(60), () -> {
            JsonNode now = api.get("/jobs/" + job).json();
            return Set.of("queued", "running").contains(now.path("state").asText()) ? null : now;
        });
        assertEquals(end.toString(), "done", end.path("state").asText());
    }

    @Test
    @Step(1)
    public void itsPageTellsWhatWouldGo() throws Exception {
        Person admin = scene.admin().open("retentionrules/" + rule);
        assertThat(admin.heading("What would go")).isVisible();
        assertThat(admin.content()).containsText("Records whose time is over today: 2");
        assertThat(admin.content()).containsText("Stays: Legal hold: Case 12");
        admin.settle();
        Chrome.picture(admin.page(), "retention-rule");
        assertEquals(List.of(), Chrome.seriousViolations(admin.page()));
        admin.page().setViewportSize(360, 740);
        assertTrue(admin.overhang() <= 0);
        admin.leave();
        JsonNode preview = api.post("/retentionrules/" + rule + "/actions/preview", Map.of())
                .json();
        assertEquals(2, preview.path("today").asInt());
    }

    @Test
    @Step(2)
    public void whileItIsOffNothingGoes() throws Exception {
        night();
        assertEquals(
                "Le Van Cu", api.get("/contacts/" + old).json().path("name").asText());
        assertEquals(0, api.get("/retentionruns").json().path("items").size());
    }

    @Test
    @Step(3)
    public void switchedOnItErasesWhoIsNotHeldAndTheTrailStaysWhole() throws Exception {
        JsonNode now = api.get("/retentionrules/" + rule).json();
        Api.Answer on = api.patch("/retentionrules/" + rule, now.path("version").asLong(), Map.of("active", true));
        assertEquals(on.toString(), 200, on.status());
        night();
        JsonNode erased = api.get("/contacts/" + old).json();
        assertTrue(erased.toString(), erased.path("email").isNull());
        assertTrue(
                erased.toString(),
                erased.path("name").asText().startsWith("Erased")
                        || erased.path("name").asText().startsWith("Người"));
        assertEquals(
                "Le Thi Giu", api.get("/contacts/" + held).json().path("name").asText());
        JsonNode run = api.get("/retentionruns").json().at("/items/0");
        assertEquals(run.toString(), 1, run.path("erased").asInt());
        assertEquals(run.toString(), 1, run.path("kept").asInt());
        assertEquals(
                "done", api.get("/subjectrequests").json().at("/items/0/state").asText());
        Product.Said verified = scene.product().run("audit", "verify");
        assertEquals(verified.text(), 0, verified.code());
    }
}

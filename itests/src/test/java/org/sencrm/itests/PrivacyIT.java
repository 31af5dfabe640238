package org.sencrm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runners.MethodSorters;

/** Somebody asks through REST what the product with its modules knows of them, and then to be forgotten. */
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class PrivacyIT {

    private static final String NAME = "Nguyễn Văn Thắng";
    private static final String MAIL = "thang.nguyen@example.com";
    private static final String PHONE = "0912 345 678";

    private static Product product;
    private static Api api;
    private static String person;
    private static String opportunity;
    private static String lead;

    @BeforeClass
    public static void meet() throws Exception {
        product = Product.start();
        api = product.admin().inEnglish();
        lead = api.post("/leads", Map.of("name", NAME, "email", MAIL, "phone", PHONE, "status", "new"))
                .created();
        assertEquals(
                "without a company the account has the person's name",
                200,
                api.post("/leads/" + lead + "/actions/convert", Map.of()).status());
        person = api.post("/contacts", Map.of("name", NAME, "email", MAIL, "phone", PHONE, "note", "Biết qua hội chợ"))
                .created();
        opportunity = api.post(
                        "/opportunities",
                        Map.of(
                                "name",
                                "Lò nung cho " + NAME,
                                "contact",
                                person,
                                "stage",
                                firstStage(),
                                "amount",
                                Map.of("amount", "5000000", "currency", "VND"),
                                "note",
                                "Gọi " + PHONE))
                .created();
        api.post("/activities", Map.of("name", "Gọi " + NAME, "kind", "call", "regarding", to()))
                .created();
        api.post("/consents", Map.of("person", to(), "purpose", "newsletter", "state", "given"))
                .created();
        api.post("/contacts/" + person + "/comments", Map.of("text", NAME + " thích gốm"));
        Path file = Files.writeString(Files.createTempDirectory("crm-it").resolve("cv.txt"), "Tôi là " + NAME);
        assertEquals(
                201,
                api.upload("/files", Map.of("type", "contacts", "record", person), file, "text/plain")
                        .status());
    }

    @AfterClass
    public static void stop() throws Exception {
        product.close();
    }

    private static Map<String, String> to() {
        return Map.of("type", "contacts", "id", person);
    }

    private static String firstStage() throws Exception {
        for (JsonNode type : api.get("/types").json()) {
            for (JsonNode field : type.path("fields")) {
                if ("opportunities".equals(type.path("name").asText())
                        && "stage".equals(field.path("name").asText())) {
                    return field.at("/options/0/code").asText();
                }
            }
        }
        throw new AssertionError("opportunities have no stage");
    }

    private static JsonNode act(String request, String action, Map<String, ?> input) throws Exception {
        Api.Answer answer = api.post("/subjectrequests/" + request + "/actions/" + action, input);
        assertEquals(answer.toString(), 200, answer.status());
        return answer.json();
    }

    private static JsonNode done(JsonNode started) throws Exception {
        String job = started.path("job").asText();
        JsonNode end = Await.until("the job", Duration.ofSeconds(60), () -> {
            JsonNode now = api.get("/jobs/" + job).json();
            return Set.of("queued", "running").contains(now.path("state").asText()) ? null : now;
        });
        assertEquals(end.toString(), "done", end.path("state").asText());
        return end;
    }

    @Test
    public void a_aRequestYieldsWhatAllModulesKnow() throws Exception {
        String request = api.post("/subjectrequests", Map.of("person", to(), "kind", "access"))
                .created();
        done(act(request, "export", Map.of()));

        JsonNode files =
                api.get("/files?type=subjectrequests&record=" + request).json();
        String id = files.findValuesAsText("id").get(0);
        Map<String, String> entries = new HashMap<>();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(api.bytes("/files/" + id + "/content")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        String json = entries.get("data.json");
        List.of("\"opportunities\"", "\"leads\"", "\"contacts\"", "\"activities\"", "thích gốm", "5000000")
                .forEach(word -> assertTrue(word, json.contains(word)));
        assertTrue(entries.keySet().stream().anyMatch(name -> name.endsWith("cv.txt")));
        assertTrue(entries.get("index.html").contains("Lò nung cho " + NAME));
    }

    @Test
    public void b_whoIsErasedIsFoundNowhere() throws Exception {
        assertTrue(saidAnywhere().contains(NAME));
        String request = api.post("/subjectrequests", Map.of("person", to(), "kind", "erase"))
                .created();
        JsonNode plan = act(request, "plan", Map.of());

        done(act(request, "erase", Map.of("plan", plan.path("plan").asText())));

        Await.until(
                "the index to forget", Duration.ofSeconds(20), () -> found(NAME).isEmpty() ? true : null);
        String all = saidAnywhere();
        for (String word : List.of(NAME, MAIL, PHONE, "thích gốm", "hội chợ")) {
            assertFalse(word + " in " + all, all.contains(word));
        }
        JsonNode kept = api.get("/opportunities/" + opportunity).json();
        assertEquals("5000000", kept.at("/amount/amount").asText().replaceAll("\\.0+$", ""));
        JsonNode certificate = api.get("/subjectrequests/" + request).json();
        assertEquals("done", certificate.path("state").asText());
        assertFalse(certificate.path("auditEntry").asText().isEmpty());
        assertTrue(certificate.path("certificate").asText().contains("\n"));
        JsonNode chain = api.get("/audit/verification").json();
        assertTrue(chain.toString(), chain.path("whole").asBoolean());
    }

    private static JsonNode found(String words) throws Exception {
        return api.get("/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .json()
                .path("items");
    }

    /** Lists, pages, histories, comments, files and exports, one after the other. */
    private static String saidAnywhere() throws Exception {
        StringBuilder said = new StringBuilder();
        for (String type : List.of(
                "contacts",
                "leads",
                "accounts",
                "households",
                "opportunities",
                "activities",
                "consents",
                "subjectrequests")) {
            said.append(api.get("/" + type).body());
            said.append(api.get("/" + type + "?trash=true").body());
            said.append(api.get("/" + type + "/export").body());
        }
        for (String record : List.of("contacts/" + person, "leads/" + lead, "opportunities/" + opportunity)) {
            said.append(api.get("/" + record).body());
            said.append(api.get("/" + record + "/history").body());
            said.append(api.get("/" + record + "/timeline").body());
            said.append(api.get("/" + record + "/comments").body());
        }
        said.append(api.get("/files?type=contacts&record=" + person).body());
        return said.append(found(NAME)).toString();
    }
}

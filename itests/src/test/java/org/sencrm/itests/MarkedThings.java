package org.sencrm.itests;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sencrm.itests.Subject.Whose;

/** Everything beside records that has an address of its own, with marks in it: somebody else's, or for administrators. */
final class MarkedThings {

    private static final Pattern FORM_MARK = Pattern.compile("name=\"mark\" value=\"([^\"]+)\"");
    private static final String ACCOUNTS = "accounts";

    private final Product product;
    private final Api admin;
    private final Marks marks;
    private final MarkedTypes types;
    private final MarkedRecords records;
    private final Visitors visitors;
    private final Addresses addresses;

    MarkedThings(Product product, Marks marks, MarkedTypes types, MarkedRecords records, Visitors visitors)
            throws Exception {
        this.product = product;
        this.admin = product.admin();
        this.marks = marks;
        this.types = types;
        this.records = records;
        this.visitors = visitors;
        this.addresses = new Addresses(records);
    }

    Addresses make() throws Exception {
        for (Whose whose : Whose.values()) {
            belongings(whose);
        }
        addresses.put("/types/{type}", MarkedTypes.WITH_FIELD, Subject.anyOf(MarkedTypes.WITH_FIELD));
        addresses.put("/fields/{type}", MarkedTypes.WITH_FIELD, Subject.ADMINISTRATION);
        addresses.put("/modules/{id}", "crm-sales", Subject.ADMINISTRATION);
        addresses.put("/modules/{id}/pictures/{name}", "icon.svg", Subject.ADMINISTRATION);
        addresses.put("/jobs/schedules/{name}", "core.sweep", Subject.ADMINISTRATION);
        customised();
        work();
        signInsOfAStranger();
        deliveries();
        outbound();
        new MarkedByCore(product, marks, records).make(addresses);
        return addresses;
    }

    /** Comments, files and shares of an account. */
    private void belongings(Whose whose) throws Exception {
        Subject account = Subject.record(ACCOUNTS, whose);
        String id = records.id(ACCOUNTS, whose);
        String comment = admin.post(
                        "/accounts/" + id + "/comments", Map.of("text", marks.in(account), "mentions", List.of()))
                .created();
        addresses.put("/comments/{id} " + whose, comment, account);
        Path file = Files.createTempFile(marks.in(account), ".txt");
        Files.writeString(file, marks.in(account));
        String stored = admin.upload("/files", Map.of("type", ACCOUNTS, "record", id), file, "text/plain")
                .created();
        Files.delete(file);
        addresses.put("/files/{id} " + whose, stored, account);
        Map<String, String> with = Map.of("type", "users", "id", visitors.stranger());
        String share = admin.post("/accounts/" + id + "/shares", Map.of("with", with, "mayChange", false))
                .created();
        addresses.put("/accounts/{id}/shares/{share} " + whose, share, account);
        addresses.put("/*/{id}/shares/{share}", share, Subject.NO_SECRET);
    }

    /** What an administrator made of types. */
    private void customised() throws Exception {
        addresses.put("/types/custom/{name}", types.type(), Subject.ADMINISTRATION);
        addresses.put("/fields/{type}/{name}", types.field(), Subject.ADMINISTRATION);
        String rule = admin.post(
                        "/fields/" + MarkedTypes.WITH_FIELD + "/rules",
                        Map.of(
                                "kind",
                                "refuse",
                                "field",
                                "name",
                                "condition",
                                "name = \"" + marks.in(Subject.ADMINISTRATION) + "\"",
                                "message",
                                Map.of("vi", "Không được", "en", "No")))
                .created();
        addresses.put("/fields/{type}/rules/{id}", rule, Subject.ADMINISTRATION);
        String role = records.id("roles", Whose.STRANGERS);
        admin.send(
                        "PUT",
                        "/fields/" + MarkedTypes.WITH_FIELD + "/layouts/" + role,
                        Map.of("sections", List.of(), "hidden", List.of("note")))
                .created();
        addresses.put("/fields/{type}/layouts/{role}", role, Subject.ADMINISTRATION);
    }

    /** An import with a row that failed, a job, and a plan that nobody runs. */
    private void work() throws Exception {
        Path rows = Files.createTempFile(marks.in(Subject.ADMINISTRATION), ".csv");
        Files.writeString(rows, "name,foundedYear\n" + marks.in(Subject.ADMINISTRATION) + ",never\n");
        JsonNode done = admin.importFile(ACCOUNTS, rows, Map.of());
        Files.delete(rows);
        assertEquals(done.toString(), 1, done.path("failed").asInt());
        addresses.put("/imports/{id}", done.path("id").asText(), Subject.ADMINISTRATION);
        Api.Answer job = admin.post(
                "/accounts/bulk",
                Map.of("ids", List.of(records.id(ACCOUNTS, Whose.STRANGERS)), "patch", Map.of("employees", 1)));
        assertEquals(job.toString(), 202, job.status());
        addresses.put("/jobs/{id}", job.json().path("id").asText(), Subject.ADMINISTRATION);
        String plan = admin.post("/modules/plans", Map.of("id", "crm-vietnam", "action", "install"))
                .created();
        addresses.put("/modules/plans/{id}", plan, Subject.ADMINISTRATION);
    }

    /** A token, a factor, a browser and tries of somebody else. */
    private void signInsOfAStranger() throws Exception {
        Api nobody = new Api(product.port(), null);
        Api.Answer token = nobody.post(
                "/auth/tokens",
                Map.of(
                        "user", visitors.strangersName(),
                        "password", visitors.password(),
                        "label", marks.in(Subject.ADMINISTRATION)));
        addresses.put("/auth/tokens/{id}", token.created(), Subject.ADMINISTRATION);
        Api stranger = new Api(product.port(), token.json().path("token").asText());
        browser();
        JsonNode sessions = stranger.get("/auth/sessions").json();
        assertEquals(sessions.toString(), 1, sessions.size());
        addresses.put("/auth/sessions/{id}", sessions.at("/0/id").asText(), Subject.ADMINISTRATION);
        String factor = stranger.post("/me/factors", Map.of("kind", "totp", "label", marks.in(Subject.ADMINISTRATION)))
                .created();
        addresses.put("/me/factors/{id}", factor, Subject.ADMINISTRATION);
        Api.Answer refused = nobody.post(
                "/auth/tokens", Map.of("user", marks.in(Subject.ADMINISTRATION), "password", "not the right one"));
        assertEquals(refused.toString(), 401, refused.status());
    }

    /** Signs the stranger in by the pages that need no scripts. The cookie is one for safe lines, which this is not. */
    private void browser() throws Exception {
        HttpClient browser = HttpClient.newHttpClient();
        URI page = URI.create(product.page("light"));
        HttpResponse<String> form = browser.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
        Matcher mark = FORM_MARK.matcher(form.body());
        if (!mark.find()) {
            throw new AssertionError("no form: " + form.body());
        }
        String cookie = form.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        String said = "mark=" + encoded(mark.group(1)) + "&do=signin&user=" + encoded(visitors.strangersName())
                + "&password=" + encoded(visitors.password());
        HttpRequest signIn = HttpRequest.newBuilder(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookie)
                .header("User-Agent", marks.in(Subject.ADMINISTRATION))
                .POST(HttpRequest.BodyPublishers.ofString(said))
                .build();
        HttpResponse<String> answer = browser.send(signIn, BodyHandlers.ofString());
        assertEquals(answer.body(), 303, answer.statusCode());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void deliveries() throws Exception {
        String webhook = records.id("webhooks", Whose.STRANGERS);
        Api.Answer sent = admin.send("POST", "/webhooks/" + webhook + "/test", null);
        assertEquals(sent.toString(), 202, sent.status());
        addresses.put(
                "/webhooks/{id}/deliveries/{delivery}", sent.json().path("id").asText(), Subject.NO_SECRET);
    }

    private void outbound() throws Exception {
        Api.Answer put = admin.send(
                "PUT",
                "/settings/outbound",
                Map.of("allowedHosts", List.of(marks.in(Subject.ADMINISTRATION) + ".example.com")));
        assertEquals(put.toString(), 200, put.status());
    }
}

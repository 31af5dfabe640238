package org.sencrm.itests;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sencrm.itests.Subject.Whose;

/** Marked records that the core alone writes: that somebody agreed to a policy, and what a rule let go in a night. */
final class MarkedByCore {

    /** Their types: nobody makes a record of them. */
    static final Set<String> TYPES = Set.of("policyacceptances", "retentionruns");

    private static final String PASSWORD = "hoa sen trong đầm nở sớm";

    private final Product product;
    private final Api admin;
    private final Marks marks;
    private final MarkedRecords records;

    MarkedByCore(Product product, Marks marks, MarkedRecords records) throws Exception {
        this.product = product;
        this.admin = product.admin();
        this.marks = marks;
        this.records = records;
    }

    void make(Addresses addresses) throws Exception {
        agreed(addresses);
        ran();
        for (String type : TYPES) {
            JsonNode written = admin.get("/" + type).json().path("items");
            assertEquals(type, 1, written.size());
            addresses.put("/" + type + "/{id}", written.at("/0/id").asText(), Subject.ADMINISTRATION);
        }
    }

    /** Two policies for the people of one role, of whom there is one: the first is agreed to, the second is still to be read. */
    private void agreed(Addresses addresses) throws Exception {
        String role = records.id("roles", Whose.STRANGERS);
        String name = "agreed" + marks.in(Subject.NO_SECRET);
        String person = admin.post(
                        "/users", Map.of("name", name, "userName", name, "active", true, "roles", List.of(role)))
                .created();
        Api.Answer set = admin.post("/users/" + person + "/actions/setPassword", Map.of("password", PASSWORD));
        assertEquals(set.toString(), 204, set.status());
        inForce(role);
        Api asked = Api.signedIn(product.port(), name, PASSWORD);
        JsonNode due = asked.get("/me/policies").json().path(0);
        Api.Answer accepted = asked.post(
                "/me/policies/" + due.path("id").asText() + "/acceptance",
                Map.of("digest", due.path("digest").asText()));
        assertEquals(accepted.toString(), 204, accepted.status());
        addresses.put("/me/policies/{id}", inForce(role), Subject.ADMINISTRATION);
    }

    /** @return its version */
    private String inForce(String role) throws Exception {
        String policy = admin.post(
                        "/policies", Map.of("name", marks.in(Subject.ADMINISTRATION), "roles", List.of(role)))
                .created();
        return admin.post(
                        "/policyversions",
                        Map.of(
                                "policy",
                                policy,
                                "textVi",
                                marks.in(Subject.ADMINISTRATION),
                                "textEn",
                                marks.in(Subject.ADMINISTRATION),
                                "state",
                                "inForce"))
                .created();
    }

    private void ran() throws Exception {
        String word = marks.in(Subject.NO_SECRET);
        admin.post("/contacts", Map.of("name", "Kept " + word, "birthday", "1990-03-01"))
                .created();
        String rule = admin.post(
                        "/retentionrules",
                        Map.of(
                                "name",
                                marks.in(Subject.ADMINISTRATION),
                                "subject",
                                "contacts",
                                "dateField",
                                "birthday",
                                "months",
                                120,
                                "filter",
                                "name==\"Kept " + word + "\""))
                .created();
        long version =
                admin.get("/retentionrules/" + rule).json().path("version").asLong();
        Api.Answer on = admin.patch("/retentionrules/" + rule, version, Map.of("active", true));
        assertEquals(on.toString(), 200, on.status());
        Api.Answer night = admin.post("/jobs/schedules/core.retention/run", Map.of());
        String job = night.json().path("id").asText();
        Await.until(
                "the night",
                Duration.ofSeconds(30),
                () -> "done"
                        .equals(admin.get("/jobs/" + job).json().path("state").asText()));
    }
}

package org.sencrm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.sencrm.itests.Subject.Whose;

/** People of every kind of right, each with what that kind may see. */
final class Visitors {

    /** What the reader of accounts may not read of them. */
    private static final String DENIED = "sector";

    private static final String PASSWORD = "ngọc lan trắng ngoài hiên";
    /** Records that are choices in others: what they are called is no secret where others are read. */
    private static final Set<String> CHOICES = Set.of("stages", "listentries");
    /** What everybody has for themselves, whatever the role says. */
    private static final Set<String> KEPT = Set.of("views", "sets", "favourites");
    /** What must never be among the types that a role for all records reaches. */
    private static final Set<String> ADMINISTRATIVE = Set.of("users", "roles", "webhooks", "automations");

    private static final List<String> ALL_ACTIONS = List.of("read", "create", "update", "delete", "export", "import");

    private final int port;
    private final Api admin;
    private final String unique;
    private final Map<Whose, Map<String, String>> owners = new HashMap<>();
    private final String guestId;

    /** @param unique part of all names */
    Visitors(int port, Api admin, String unique) throws Exception {
        this.port = port;
        this.admin = admin;
        this.unique = unique;
        String above = admin.post("/teams", Map.of("name", "Above " + unique)).created();
        String team = admin.post("/teams", Map.of("name", "Team " + unique, "parent", above))
                .created();
        String other = admin.post("/teams", Map.of("name", "Other " + unique)).created();
        Map<String, Object> reading = role("stranger", List.of(all("own", "read", "update")));
        owners.put(Whose.STRANGERS, Map.of("owner", user("stranger", reading), "team", other));
        owners.put(Whose.OWN, Map.of("owner", user("own", role("own", List.of(all("own", "read", "update"))))));
        owners.put(Whose.MATES, Map.of("owner", user("mate", Map.of("team", team)), "team", team));
        Map<String, Object> inTeam = role("team", List.of(all("team", "read", "export")));
        inTeam.put("team", team);
        user("team", inTeam);
        Map<String, Object> inSubtree = role("leader", List.of(all("subtree", "read", "export")));
        inSubtree.put("team", above);
        user("leader", inSubtree);
        user("reader", role("reader", List.of(accounts())));
        guestId = user("guest", role("guest", List.of(all("own", "read", "update"))));
        user("nobody", Map.of());
        String company =
                admin.post("/accounts", Map.of("name", "Company " + unique)).created();
        owners.put(
                Whose.LINKED,
                Map.of("owner", owners.get(Whose.STRANGERS).get("owner"), "team", other, "account", company));
        outsider("partner", "all", ALL_ACTIONS, company);
        outsider("customer", "linked", List.of("read"), company);
        user("everything", role("everything", List.of(all("all", ALL_ACTIONS.toArray(String[]::new)))));
    }

    /** Company totals count everything and still show none of it; whoever reads all has none. */
    private static Map<String, Object> all(String scope, String... actions) {
        return Map.of("type", "*", "actions", List.of(actions), "scope", scope, "totals", "all");
    }

    private static Map<String, Object> accounts() {
        return Map.of(
                "type",
                "accounts",
                "actions",
                List.of("read", "export"),
                "scope",
                "all",
                "fields",
                Map.of("deny", List.of(DENIED)));
    }

    private Map<String, Object> role(String name, List<Map<String, Object>> permissions) throws Exception {
        String role = admin.post("/roles", Map.of("name", name + " " + unique, "permissions", permissions))
                .created();
        return new HashMap<>(Map.of("roles", List.of(role)));
    }

    private void outsider(String kind, String scope, List<String> actions, String company) throws Exception {
        Map<String, Object> values = role(kind, List.of(all(scope, actions.toArray(String[]::new))));
        values.putAll(Map.of("kind", kind, "account", company));
        user(kind, values);
    }

    private String user(String name, Map<String, Object> more) throws Exception {
        Map<String, Object> values = new HashMap<>(more);
        values.putAll(Map.of("name", name, "userName", name + unique, "active", true));
        String id = admin.post("/users", values).created();
        Api.Answer set = admin.post("/users/" + id + "/actions/setPassword", Map.of("password", PASSWORD));
        assertEquals(set.toString(), 204, set.status());
        return id;
    }

    /** Whose records are whose: values of {@code owner} and {@code team}, and of {@code account} where that says so. */
    Map<Whose, Map<String, String>> owners() {
        return owners;
    }

    /** Who may do nothing, or no more than read, to what is marked. */
    List<Visitor> thoseWhoChangeNothing() throws Exception {
        Set<Whose> strangers = Set.of(Whose.STRANGERS);
        return List.of(
                Visitor.outside("nobody", null),
                Visitor.outside("somebody with a guessed token", "guessed"),
                Visitor.outside("somebody between two steps", halfSigned()),
                Visitor.outside("somebody who left", left()),
                Visitor.inside("somebody without a role", token("nobody"), subject -> false, strangers),
                Visitor.inside("a reader of accounts", token("reader"), Visitors::inAccounts, strangers),
                ofMates("one of the team", "team"),
                ofMates("a leader of teams", "leader"),
                own(strangers),
                partner(strangers),
                Visitor.foreign("a customer", token("customer"), ofCompany(), Set.of(Whose.STRANGERS, Whose.LINKED)));
    }

    /** Somebody with rights on own records, who has none, and with whom an account of the team is shared. */
    Visitor guest() throws Exception {
        Set<String> business = business();
        return Visitor.inside(
                "somebody with whom an account is shared",
                token("guest"),
                subject -> isChoice(subject)
                        || business.contains(subject.area()) && subject.whose() == null
                        || "accounts".equals(subject.area()) && subject.whose() == Whose.MATES,
                Set.of(Whose.STRANGERS, Whose.MATES));
    }

    /** Somebody who reads what belongs to the team, as one of it or from above. */
    private Visitor ofMates(String who, String name) throws Exception {
        Set<String> business = business();
        return Visitor.inside(
                who,
                token(name),
                subject -> isChoice(subject) || business.contains(subject.area()) && isOf(Whose.MATES, subject),
                Set.of(Whose.STRANGERS, Whose.MATES));
    }

    /** Somebody from outside whose role grants everything on all records. */
    Visitor partner(Set<Whose> groups) throws Exception {
        return Visitor.foreign("a partner", token("partner"), ofCompany(), groups);
    }

    private Predicate<Subject> ofCompany() throws Exception {
        Set<String> business = business();
        Set<String> linked = linked();
        return subject -> isChoice(subject)
                || business.contains(subject.area())
                        && (subject.whose() == null
                                || subject.whose() == Whose.LINKED && linked.contains(subject.area()));
    }

    /** Types of records that say by their {@code account} whose they are. */
    private Set<String> linked() throws Exception {
        Set<String> types = new HashSet<>();
        for (JsonNode type : admin.get("/types").json()) {
            for (JsonNode field : type.path("fields")) {
                if ("account".equals(field.path("name").asText())) {
                    types.add(type.path("name").asText());
                }
            }
        }
        types.retainAll(business());
        assertTrue(types.toString(), types.size() > 2);
        return types;
    }

    /** The owner of records, who asks for these. */
    Visitor own(Set<Whose> groups) throws Exception {
        Set<String> business = business();
        return Visitor.inside(
                "an owner of records",
                token("own"),
                subject -> isChoice(subject) || business.contains(subject.area()) && isOf(Whose.OWN, subject),
                groups);
    }

    /**
     * The owner of records, whose role grants from now on nothing but these types and hides fields of them.
     *
     * @param hidden names of fields by type
     */
    Visitor guarded(Map<String, List<String>> hidden) throws Exception {
        List<Map<String, Object>> permissions = new ArrayList<>();
        hidden.forEach((type, fields) -> permissions.add(
                Map.of("type", type, "actions", ALL_ACTIONS, "scope", "own", "fields", Map.of("deny", fields))));
        String own = "/users/" + owners.get(Whose.OWN).get("owner");
        Api.Answer given =
                admin.patch(own, admin.get(own).json().path("version").asLong(), role("guarded", permissions));
        assertEquals(given.toString(), 200, given.status());
        return Visitor.inside(
                "an owner from whom fields are hidden",
                token("own"),
                subject -> isChoice(subject)
                        || (hidden.containsKey(subject.area()) || KEPT.contains(subject.area()))
                                && isOf(Whose.OWN, subject)
                                && !hidden.getOrDefault(subject.area(), List.of())
                                        .contains(subject.field()),
                Set.of(Whose.OWN));
    }

    /** Who may do everything but administer. */
    Visitor everything() throws Exception {
        Set<String> business = business();
        return Visitor.inside(
                "somebody with all records",
                token("everything"),
                subject -> isChoice(subject) || business.contains(subject.area()),
                Set.of(Whose.STRANGERS));
    }

    Visitor administrator(Set<Whose> groups) throws Exception {
        return Visitor.inside(
                "an administrator",
                tokenOf("admin", Fixtures.ADMIN_PASSWORD),
                subject -> !Subject.SECRET.area().equals(subject.area()),
                groups);
    }

    private static boolean inAccounts(Subject subject) {
        return isChoice(subject) || "accounts".equals(subject.area()) && !DENIED.equals(subject.field());
    }

    private static boolean isChoice(Subject subject) {
        return CHOICES.contains(subject.area()) && Set.of("name", "code").contains(subject.field());
    }

    /** What belongs to no record is there for all who may read any. */
    private static boolean isOf(Whose whose, Subject subject) {
        return subject.whose() == null || subject.whose() == whose;
    }

    /** Types of records that are not for administrators alone. */
    private Set<String> business() throws Exception {
        Set<String> types = new HashSet<>();
        new Api(port, token("everything"))
                .get("/types")
                .json()
                .forEach(type -> types.add(type.path("name").asText()));
        types.removeAll(Set.of("users", "teams"));
        Set<String> wrong = new HashSet<>(types);
        wrong.retainAll(ADMINISTRATIVE);
        assertEquals(Set.of(), wrong);
        return types;
    }

    private String left() throws Exception {
        String id = user("left", role("left", List.of(all("all", "read"))));
        String token = token("left");
        long version = admin.get("/users/" + id).json().path("version").asLong();
        Api.Answer away = admin.patch("/users/" + id, version, Map.of("active", false));
        assertEquals(away.toString(), 200, away.status());
        return token;
    }

    /** What stands for the right password until the second step is taken. */
    private String halfSigned() throws Exception {
        user("half", role("half", List.of(all("all", "read"))));
        Api half = new Api(port, token("half"));
        JsonNode begun = half.post("/me/factors", Map.of("kind", "totp", "label", "phone"))
                .json();
        Api.Answer confirmed = half.post(
                "/me/factors/" + begun.path("id").asText() + "/confirm",
                Map.of("code", OneTimeCode.now(begun.path("secret").asText())));
        assertEquals(confirmed.toString(), 200, confirmed.status());
        Api.Answer due =
                new Api(port, null).post("/auth/tokens", Map.of("user", "half" + unique, "password", PASSWORD));
        assertEquals(due.toString(), 401, due.status());
        return due.json().path("challenge").asText();
    }

    private String token(String name) throws Exception {
        return tokenOf(name + unique, PASSWORD);
    }

    /** Id of {@link #guest}. */
    String guestId() {
        return guestId;
    }

    /** Id of the one whom no visitor knows. */
    String stranger() {
        return owners.get(Whose.STRANGERS).get("owner");
    }

    String strangersName() {
        return "stranger" + unique;
    }

    String ownersName() {
        return "own" + unique;
    }

    /** That of all of them. */
    String password() {
        return PASSWORD;
    }

    private String tokenOf(String user, String password) throws Exception {
        Api.Answer answer = new Api(port, null).post("/auth/tokens", Map.of("user", user, "password", password));
        answer.created();
        return answer.json().path("token").asText();
    }
}

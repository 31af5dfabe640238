package org.sencrm.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * What the access gate costs: the same lists of N accounts, read by a leader in the middle of a hierarchy, with several roles
 * and with records that others share, and as the floor by an administrator, for whom the gate adds nothing to a statement.
 */
final class AccessRun {

    private static final int ROUNDS = 200;
    private static final int SIGN_INS = 20;
    private static final int ROLES = 50;
    private static final int ROLES_OF_ONE = 5;
    private static final int USERS = 500;
    /** From the top to the lowest teams, each with two below it. */
    private static final int DEPTH = 6;

    /** Somebody in a team with three levels below it, one of whose roles reaches down to them. */
    private static final int LEADER = 3;

    private static final int MOST_SHARES = 100_000;
    private static final int AT_ONCE = 4;
    private static final int PAGE = 500;
    /** Pages of 50 before the deep one. */
    private static final int SCROLLED = 40;

    private static final double MOST_RATIO = 1.15;
    private static final int MOST_SIGN_IN_MILLIS = 400;
    private static final String PASSWORD = "mười hai con giáp đi dự hội";
    private static final String LIST = "/accounts?sort=name&limit=50&fields=name,phone,email,owner,updatedAt";

    private final Product product;
    private final int rows;
    private final Path folder;
    private final Consumer<Figure> found;
    private final List<String> roles = new ArrayList<>();
    private final List<String> teams = new ArrayList<>();
    private final List<String> users = new ArrayList<>();

    AccessRun(Product product, int rows, Path folder, Consumer<Figure> found) {
        this.product = product;
        this.rows = rows;
        this.folder = folder;
        this.found = found;
    }

    void all() throws Exception {
        product.start();
        people();
        accounts();
        share();
        signingIn();
        lists();
    }

    private void people() throws Exception {
        String[] scopes = {"subtree", "team", "own"};
        for (int i = 0; i < ROLES; i++) {
            Map<String, Object> line = Map.of(
                    "type",
                    i % 2 == 0 ? "accounts" : "contacts",
                    "actions",
                    List.of("read", "update", "export"),
                    "scope",
                    scopes[i % scopes.length]);
            roles.add(made("/roles", Map.of("name", "Role " + i, "permissions", List.of(line))));
        }
        for (int i = 0; i < (1 << DEPTH) - 1; i++) {
            String name = "Team " + i;
            teams.add(made(
                    "/teams", i == 0 ? Map.of("name", name) : Map.of("name", name, "parent", teams.get((i - 1) / 2))));
        }
        for (int i = 0; i < USERS; i++) {
            List<String> own = new ArrayList<>();
            for (int k = 0; k < ROLES_OF_ONE; k++) {
                own.add(roles.get((i + k * 7) % ROLES));
            }
            users.add(made(
                    "/users",
                    Map.of(
                            "name",
                            "Person " + i,
                            "userName",
                            "person" + i,
                            "active",
                            true,
                            "team",
                            teams.get(i % teams.size()),
                            "roles",
                            own)));
        }
        product.post("/users/" + users.get(LEADER) + "/actions/setPassword", Map.of("password", PASSWORD));
    }

    private String made(String path, Map<String, ?> values) throws Exception {
        return product.post(path, values).path("id").asText();
    }

    /** Each account belongs to one of the people and to the team of this one. */
    private void accounts() throws Exception {
        Path csv = folder.resolve("owned.csv");
        try (BufferedWriter out = Files.newBufferedWriter(csv)) {
            out.write("externalId,name,phone,email,owner,team\n");
            for (int i = 0; i < rows; i++) {
                int owner = i % USERS;
                out.write("C" + i + "," + Rows.name(i) + ",09" + (10_000_000 + i) + ",c" + i + "@khach.example,person"
                        + owner + ",Team " + owner % teams.size() + "\n");
            }
        }
        double seconds = new ImportTask(product, "accounts", rows).seconds(csv, "{\"mode\":\"create\"}", "created");
        found.accept(Figure.atLeast("import-owned-accounts", rows / seconds, "rows/s", null, 2000));
    }

    /** Shares with teams in turn, as many as there are accounts and at most {@link #MOST_SHARES}. */
    private void share() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<?>> work = new ArrayList<>();
        int shared = 0;
        String cursor = "";
        do {
            JsonNode page = product.get("/accounts?limit=" + PAGE + "&fields=name" + cursor);
            for (JsonNode account : page.path("items")) {
                if (shared < MOST_SHARES) {
                    String path = "/accounts/" + account.path("id").asText() + "/shares";
                    String team = teams.get(shared++ % teams.size());
                    Map<String, Object> share = Map.of("with", Map.of("type", "teams", "id", team), "mayChange", false);
                    work.add(people.submit(() -> product.post(path, share)));
                }
            }
            JsonNode next = page.path("next");
            cursor = next.isNull() ? "" : "&cursor=" + encoded(next.asText());
        } while (!cursor.isEmpty() && shared < MOST_SHARES);
        for (Future<?> one : work) {
            one.get();
        }
        people.shutdown();
        found.accept(Figure.atLeast("shares", shared, "shares", null, Math.min(rows, MOST_SHARES)));
    }

    private void signingIn() throws Exception {
        String name = "person" + LEADER;
        found.accept(Figure.atMost(
                "sign-in", Timing.p50(SIGN_INS, () -> product.token(name, PASSWORD)), "ms", null, MOST_SIGN_IN_MILLIS));
    }

    private void lists() throws Exception {
        String token = product.token("person" + LEADER, PASSWORD);
        long all = product.get("/accounts?limit=1&count=true").path("total").asLong();
        long seen =
                product.get("/accounts?limit=1&count=true", token).path("total").asLong();
        found.accept(Figure.atMost("gate-records-seen", seen, "records", (double) all, all));
        compare("gate-first-page", LIST, LIST, token);
        compare("gate-deep-page", deep(null), deep(token), token);
        String count = "/accounts?limit=1&fields=name&count=true";
        compare("gate-count", count, count, token);
    }

    private void compare(String name, String open, String gated, String token) throws Exception {
        double floor = Timing.p50(ROUNDS, () -> product.get(open));
        double value = Timing.p50(ROUNDS, () -> product.get(gated, token));
        found.accept(Figure.atMost(name, value, "ms", floor, MOST_RATIO * floor).within(MOST_RATIO));
    }

    /** The address of a page far behind. @param token null for the administrator */
    private String deep(String token) throws Exception {
        String page = LIST;
        for (int i = 0; i < SCROLLED; i++) {
            JsonNode answer = token == null ? product.get(page) : product.get(page, token);
            if (answer.path("next").isNull()) {
                break;
            }
            page = LIST + "&cursor=" + encoded(answer.path("next").asText());
        }
        return page;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

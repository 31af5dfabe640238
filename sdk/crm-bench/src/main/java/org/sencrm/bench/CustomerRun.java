package org.sencrm.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * The figures of many accounts and contacts: pages, saving, people who edit one record, sessions with an open list,
 * hundreds of custom fields.
 */
final class CustomerRun {

    private static final int ROUNDS = 300;
    /** Pages of 50 that make 10,000 rows. */
    private static final int SCROLLED = 200;

    private static final int PEOPLE = 50;
    private static final int EDITS = 10;
    private static final int WARM_UP = 20;
    private static final int SESSIONS = 200;
    private static final int FIELDS = 200;
    private static final String ACCOUNTS =
            "/accounts?sort=name&limit=50&fields=name,sector,phone,email,owner,updatedAt";
    /** What is in the answer of an open list, and of the page of a record. */
    private static final String LIST = "vaadin-grid";

    private static final String RECORD = "timeline";
    private static final String[] KINDS = {"text", "number", "date"};
    private static final String[] VALUES = {"đỏ", "12.5", "2026-11-22"};

    private final Product product;
    private final int rows;
    private final Path folder;
    private final Consumer<Figure> found;

    CustomerRun(Product product, int rows, Path folder, Consumer<Figure> found) {
        this.product = product;
        this.rows = rows;
        this.folder = folder;
        this.found = found;
    }

    /** Starts the product and fills it; the figures follow by {@link #measure}. */
    void fill() throws Exception {
        product.start();
        for (String type : List.of("accounts", "contacts")) {
            Path csv = folder.resolve(type + ".csv");
            Rows.writeCustomers(csv, rows);
            double seconds = new ImportTask(product, type, rows).seconds(csv, "{\"mode\":\"create\"}", "created");
            found.accept(Figure.atLeast("import-" + type, rows / seconds, "rows/s", null, 2000));
        }
    }

    void measure(Pages floor) throws Exception {
        pages(floor);
        saving();
        editing();
        finding();
        sessions();
        customFields();
        found.accept(Figure.atMost("rss-after", product.residentMegabytes(), "MB", null, 1024));
    }

    private void pages(Pages floor) throws Exception {
        double first = Timing.p50(ROUNDS, floor::first);
        found.accept(Figure.atMost(
                "accounts-first", Timing.p50(ROUNDS, () -> product.get(ACCOUNTS)), "ms", first, 3 * first + 5));
        String cursor = "";
        double longest = 0;
        for (int i = 0; i < SCROLLED; i++) {
            String page = cursor.isEmpty() ? ACCOUNTS : ACCOUNTS + "&cursor=" + encode(cursor);
            long start = System.nanoTime();
            JsonNode answer = product.get(page);
            longest = Math.max(longest, (System.nanoTime() - start) / 1e6);
            if (answer.path("next").isNull()) {
                break;
            }
            cursor = answer.path("next").asText();
        }
        found.accept(Figure.atMost("scroll-10000-longest", longest, "ms", null, 100));
        String deep = ACCOUNTS + "&cursor=" + encode(cursor);
        double floorDeep = Timing.p50(ROUNDS, floor::deep);
        found.accept(Figure.atMost(
                "accounts-deep", Timing.p50(ROUNDS, () -> product.get(deep)), "ms", floorDeep, 3 * floorDeep + 5));
    }

    private void saving() throws Exception {
        JsonNode account = product.get(ACCOUNTS).at("/items/0");
        String path = "/accounts/" + account.path("id").asText();
        long[] version = {account.path("version").asLong()};
        found.accept(Figure.atMost(
                "save",
                Timing.p50(
                        ROUNDS,
                        () -> product.patch(path, version[0]++, Map.of("phone", "028 3822 " + (1000 + version[0])))),
                "ms",
                null,
                15));
    }

    /** Many people add one to the same number; whoever comes second reads again, as the screens do. */
    private void editing() throws Exception {
        String path = "/accounts/" + product.get(ACCOUNTS).at("/items/1/id").asText();
        JsonNode before = product.get(path);
        product.patch(path, before.path("version").asLong(), Map.of("employees", 0));
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        List<Future<?>> work = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            work.add(people.submit(() -> {
                for (int edit = 0; edit < EDITS; edit++) {
                    addOne(path);
                }
                return null;
            }));
        }
        for (Future<?> person : work) {
            person.get();
        }
        people.shutdown();
        double lost = PEOPLE * EDITS - product.get(path).path("employees").asDouble();
        found.accept(Figure.atMost("lost-updates-of-500", lost, "updates", null, 0));
    }

    /** What people ask for while they type: words of a name, and whether somebody is there already. */
    private void finding() throws Exception {
        String rare = encode(Rows.name(rows - 1));
        found.accept(Figure.atMost(
                "quick-search",
                Timing.p50(ROUNDS, () -> product.get("/contacts?limit=50&q=" + rare)),
                "ms",
                null,
                1000));
        found.accept(Figure.atMost(
                "quick-search-common",
                Timing.p50(ROUNDS, () -> product.get("/contacts?limit=50&q=" + encode("Nội thất"))),
                "ms",
                null,
                1000));
        found.accept(Figure.atMost(
                "duplicates",
                Timing.p50(ROUNDS, () -> product.get("/contacts/duplicates?name=" + rare)),
                "ms",
                null,
                1000));
    }

    private void addOne(String path) throws Exception {
        boolean saved = false;
        while (!saved) {
            JsonNode now = product.get(path);
            int more = now.path("employees").asInt() + 1;
            saved = product.tryPatch(path, now.path("version").asLong(), Map.of("employees", more));
        }
    }

    /** Each person has a tab with the list of accounts open. */
    private void sessions() throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            product.signIn().open("accounts", LIST);
        }
        double before = product.liveMegabytes();
        double[] opening = new double[SESSIONS];
        for (int i = 0; i < SESSIONS; i++) {
            opening[i] = product.signIn().open("accounts", LIST);
        }
        double each = (product.liveMegabytes() - before) / SESSIONS;
        Arrays.sort(opening);
        found.accept(Figure.atMost("list-screen-opens", opening[SESSIONS / 2], "ms", null, 300));
        found.accept(Figure.atMost("session-heap", each, "MB", null, 3));
        Screen person = product.signIn();
        String record = "accounts/" + product.get(ACCOUNTS).at("/items/0/id").asText();
        double[] reading = new double[WARM_UP];
        for (int i = 0; i < WARM_UP; i++) {
            reading[i] = person.open(record, RECORD);
        }
        Arrays.sort(reading);
        found.accept(Figure.atMost("record-screen-opens", reading[WARM_UP / 2], "ms", null, 300));
    }

    private void customFields() throws Exception {
        String plain = "/contacts?sort=name&limit=50&fields=name,title,phone,email,note,birthday";
        double without = Timing.p50(ROUNDS, () -> product.get(plain));
        for (int i = 0; i < FIELDS; i++) {
            String name = "own" + i;
            product.post(
                    "/fields/contacts",
                    Map.of("name", name, "label", Map.of("en", name, "vi", name), "kind", KINDS[i % KINDS.length]));
        }
        for (JsonNode contact : product.get(plain).path("items")) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (int i = 0; i < FIELDS; i++) {
                values.put("own" + i, VALUES[i % VALUES.length]);
            }
            product.patch(
                    "/contacts/" + contact.path("id").asText(),
                    contact.path("version").asLong(),
                    values);
        }
        String own = "/contacts?sort=name&limit=50&fields=name,title,phone,email,own0,own198";
        found.accept(Figure.atMost(
                "list-with-200-fields", Timing.p50(ROUNDS, () -> product.get(own)), "ms", without, 1.5 * without));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

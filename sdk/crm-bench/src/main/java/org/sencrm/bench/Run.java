package org.sencrm.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** The figures of one run, in the order in which they are measured. */
final class Run {

    private static final int ROUNDS = 300;
    private static final int MANY_FIELDS = 200;

    private final Product product;
    private final Floor floor;
    private final int rows;
    private final Path folder;
    private final Consumer<Figure> found;

    Run(Product product, Floor floor, int rows, Path folder, Consumer<Figure> found) {
        this.product = product;
        this.floor = floor;
        this.rows = rows;
        this.folder = folder;
        this.found = found;
    }

    void all() throws Exception {
        found.accept(Figure.atMost("start-first", product.start(), "s", null, 8));
        product.stop();
        found.accept(Figure.atMost("start-again", product.start(), "s", null, 8));
        Thread.sleep(10_000);
        found.accept(Figure.atMost("rss-idle", product.residentMegabytes(), "MB", null, 450));
        importRows();
        reading();
        creating();
        widening();
        found.accept(Figure.atMost("rss-after", product.residentMegabytes(), "MB", null, 1024));
    }

    private void importRows() throws Exception {
        Path csv = folder.resolve("rows.csv");
        Rows.writeCsv(csv, rows);
        ImportTask task = new ImportTask(product, "opportunities", rows);
        double seconds = task.seconds(csv, "{\"mode\":\"create\"}", "created");
        found.accept(Figure.atLeast("import", rows / seconds, "rows/s", floor.importRowsPerSecond(), 2000));
        double again = task.seconds(csv, "{\"mode\":\"upsert\",\"key\":\"externalId\"}", "skipped");
        found.accept(Figure.atLeast("upsert-same", rows / again, "rows/s", null, 1500));
    }

    private void reading() throws Exception {
        String page = "/opportunities?filter=" + encode("stage==Engaging;amount=gt=1000")
                + "&sort=-amount&limit=50&fields=name,stage,amount,engagedOn,owner,updatedAt";
        JsonNode first = product.get(page);
        found.accept(Figure.atMost(
                        "page-50",
                        Timing.p50(ROUNDS, () -> product.get(page)),
                        "ms",
                        Timing.p50(ROUNDS, floor::page),
                        15)
                .within(10));
        String deep = page + "&cursor=" + encode(deepCursor(page, first));
        found.accept(Figure.atMost(
                "page-50-deep",
                Timing.p50(ROUNDS, () -> product.get(deep)),
                "ms",
                Timing.p50(ROUNDS, floor::page),
                15));
        String id = first.at("/items/0/id").asText();
        found.accept(Figure.atMost(
                "get-one",
                Timing.p50(ROUNDS, () -> product.get("/opportunities/" + id)),
                "ms",
                Timing.p50(ROUNDS, floor::one),
                5));
        String rare = "/opportunities?limit=50&q=" + encode("nong san " + Integer.toString(rows / 2, 36));
        found.accept(Figure.atMost(
                "search-rare",
                Timing.p50(ROUNDS, () -> product.get(rare)),
                "ms",
                Timing.p50(ROUNDS, floor::search),
                30));
        String common = "/opportunities?limit=50&q=" + encode("nguyen nong");
        found.accept(Figure.atMost(
                "search-common",
                Timing.p50(ROUNDS, () -> product.get(common)),
                "ms",
                Timing.p50(ROUNDS, floor::search),
                30));
        found.accept(Figure.atMost(
                "search-all-types",
                Timing.p50(ROUNDS, () -> product.get("/search?q=" + encode("nguyen nong"))),
                "ms",
                Timing.p50(ROUNDS, floor::search),
                30));
    }

    private String deepCursor(String page, JsonNode first) throws Exception {
        String cursor = first.path("next").asText();
        for (int i = 0; i < 20; i++) {
            JsonNode next = product.get(page + "&cursor=" + encode(cursor));
            if (next.path("next").isNull()) {
                break;
            }
            cursor = next.path("next").asText();
        }
        return cursor;
    }

    private void creating() throws Exception {
        int[] count = {0};
        found.accept(Figure.atMost(
                "create",
                Timing.p50(
                        ROUNDS,
                        () -> product.post(
                                "/opportunities",
                                Map.of(
                                        "name",
                                        "New " + count[0]++,
                                        "stage",
                                        "Prospecting",
                                        "amount",
                                        Map.of("amount", "100.00", "currency", "USD")))),
                "ms",
                Timing.p50(ROUNDS, floor::create),
                15));
    }

    /** A page of a type that got many fields, beside the same page before; and one in the order of such a field. */
    private void widening() throws Exception {
        String fields = "&limit=50&fields=name,stage,amount,engagedOn";
        String page = "/opportunities?sort=-amount" + fields;
        double narrow = Timing.p50(ROUNDS, () -> product.get(page));
        for (int i = 0; i < MANY_FIELDS; i++) {
            String kind = i % 2 == 0 ? "number" : "text";
            product.post("/fields/opportunities", Map.of("name", "wide" + i, "kind", kind, "label", "Wide " + i));
        }
        found.accept(Figure.atMost("page-200-fields", Timing.p50(ROUNDS, () -> product.get(page)), "ms", narrow, 15)
                .within(1.5));
        String sorted = "/opportunities?sort=-wide0" + fields + ",wide0";
        found.accept(
                Figure.atMost("page-by-own-field", Timing.p50(ROUNDS, () -> product.get(sorted)), "ms", narrow, 30));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

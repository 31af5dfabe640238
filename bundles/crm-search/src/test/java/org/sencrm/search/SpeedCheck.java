package org.sencrm.search;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.sencrm.api.search.SearchIndex.Entry;

/** Prints how fast the index takes in and finds; run by hand. */
final class SpeedCheck {

    private static final String[] SYLLABLES = {
        "Nguyễn", "Trần", "Lê", "Phạm", "Đồng", "Tâm", "Minh", "An", "Bình", "Châu", "Hà", "Sơn", "Long", "Việt"
    };

    private SpeedCheck() {}

    public static void main(String[] arguments) throws Exception {
        int records = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("crm-search");
        LuceneIndex index = new LuceneIndex(folder, () -> {});
        Random random = new Random(1);
        time("take in " + records, 1, () -> {
            List<Entry> batch = new ArrayList<>();
            for (int id = 1; id <= records; id++) {
                batch.add(new Entry("contacts", id, name(random), "mail" + id + "@example.vn 09" + id));
                if (batch.size() == 500) {
                    index.update(batch, id);
                    batch.clear();
                }
            }
            index.update(batch, records);
            index.keep();
        });
        time("find", 200, () -> index.find(List.of("contacts"), "nguyen minh", 20));
        time("find with an error", 200, () -> index.find(List.of("contacts"), "nguyxn mail777", 20));
        time("match 1000", 200, () -> index.matching("contacts", "dong ta", 1000));
        time("update one", 200, () -> index.update(List.of(new Entry("contacts", 5, name(random), "")), records));
        index.close();
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]).append(' ');
        }
        return name.toString();
    }

    private static void time(String what, int times, Runnable work) {
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            work.run();
        }
        System.out.printf("%s: %.2f ms%n", what, (System.nanoTime() - start) / 1e6 / times);
    }
}

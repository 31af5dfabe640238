package org.sencrm.transfer.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.sencrm.api.record.Query;

/** Parts of a list of values, none too long for one filter. */
final class Batches {

    private static final int MOST_CHARACTERS = 40_000;

    private Batches() {}

    static List<List<String>> of(Collection<String> values) {
        List<List<String>> batches = new ArrayList<>();
        List<String> batch = new ArrayList<>();
        int characters = 0;
        for (String value : values) {
            if (!batch.isEmpty()
                    && (batch.size() == Query.MAX_LIMIT || characters + value.length() > MOST_CHARACTERS)) {
                batches.add(batch);
                batch = new ArrayList<>();
                characters = 0;
            }
            if (value.length() <= MOST_CHARACTERS) {
                batch.add(value);
                characters += value.length();
            }
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }
}

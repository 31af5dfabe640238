package org.sencrm.ui.people;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sencrm.api.record.Change;
import org.sencrm.api.record.RecordData;
import org.sencrm.ui.api.ScreenContext;

/** When a customer came to the stages of the journey, as the change log has it. */
final class Journey {

    static final String STAGE = "journeyStage";

    private static final int PAGE = 200;
    private static final int MOST_CHANGES = 1000;

    private Journey() {}

    /** The last time that the customer came to each stage, by its code; stages never come to are absent. */
    static Map<String, Instant> times(ScreenContext context, RecordData record) {
        Map<String, Instant> times = new HashMap<>();
        long before = 0;
        List<Change> page;
        int read = 0;
        do {
            page = context.records().history(context.caller(), record.type(), record.id(), PAGE, before);
            page.forEach(change -> note(change, times));
            read += page.size();
            before = page.isEmpty() ? 0 : page.get(page.size() - 1).id();
        } while (page.size() == PAGE && read < MOST_CHANGES);
        return times;
    }

    /** Changes come newest first. */
    private static void note(Change change, Map<String, Instant> times) {
        change.fields().stream()
                .filter(field -> STAGE.equals(field.field()) && field.to() != null)
                .forEach(field -> times.putIfAbsent(String.valueOf(field.to()), change.at()));
    }
}

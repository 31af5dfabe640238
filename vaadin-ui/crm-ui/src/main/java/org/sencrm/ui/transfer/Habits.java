package org.sencrm.ui.transfer;

import elemental.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.transfer.ImportOptions;

/** How a person brought in files before: the next file with the same columns for the same type begins with it. */
final class Habits {

    private static final String KEY = "ui.import.mapping.";
    private static final String DAY = "day";
    /** Of a hash: enough to tell one person's files apart. */
    private static final int HASH_CHARS = 32;

    private final Settings settings;
    private final Caller caller;

    Habits(Settings settings, Caller caller) {
        this.settings = settings;
        this.caller = caller;
    }

    /** @param day on which a file was last brought in like this */
    record Habit(LocalDate day, ImportOptions decisions) {}

    Optional<Habit> find(String type, List<String> columns) {
        return Decisions.parse(settings.own(caller, key(type, columns), null))
                .map(text -> new Habit(LocalDate.parse(text.getString(DAY)), Decisions.read(text)));
    }

    void remember(String type, List<String> columns, LocalDate day, ImportOptions decisions) {
        String key = key(type, columns);
        try {
            store(key, day, decisions);
        } catch (InvalidRequest tooLong) {
            store(key, day, Decisions.withoutReplacements(decisions));
        }
    }

    private void store(String key, LocalDate day, ImportOptions decisions) {
        JsonObject text = Decisions.write(decisions);
        text.put(DAY, day.toString());
        settings.setOwn(caller, key, text.toJson());
    }

    /** The same for the same columns in any order. */
    private static String key(String type, List<String> columns) {
        String sorted = String.join("\n", columns.stream().sorted().toList());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(sorted.getBytes(StandardCharsets.UTF_8));
            return KEY + type + "." + HexFormat.of().formatHex(hash).substring(0, HASH_CHARS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

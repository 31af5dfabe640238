package org.sencrm.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sencrm.modules.pack.Reason;

/**
 * What should be of a module, kept across restarts.
 *
 * @param version which one is installed; null for none
 * @param error why it is quarantined, as {@link Reason#word}; null otherwise
 * @param previous versions to which it can be rolled back, newest first
 * @param dataVersion the version whose tables are there; null for no tables
 */
record ModuleState(String id, String version, Mode mode, String error, List<String> previous, String dataVersion) {

    enum Mode {
        ON,
        OFF,
        QUARANTINED
    }

    private static final String NOTHING = "-";

    ModuleState {
        previous = List.copyOf(previous);
    }

    /** Never seen before. */
    static ModuleState none(String id) {
        return new ModuleState(id, null, Mode.ON, null, List.of(), null);
    }

    boolean isInstalled() {
        return version != null;
    }

    boolean isOn() {
        return isInstalled() && mode == Mode.ON;
    }

    /** Running in this version; the one before is remembered, at most so many of them. */
    ModuleState updated(String next, int kept) {
        List<String> before = new ArrayList<>(previous);
        before.remove(next);
        if (version != null && !version.equals(next)) {
            before.remove(version);
            before.add(0, version);
        }
        return new ModuleState(id, next, Mode.ON, null, before.subList(0, Math.min(kept, before.size())), next);
    }

    /** In the version that came with the product; what somebody switched off stays off. */
    ModuleState following(String next, int kept) {
        ModuleState updated = updated(next, kept);
        return mode == Mode.OFF ? updated.off() : updated;
    }

    /** Back in a version of before; those that came after it are forgotten. */
    ModuleState rolledBack(String older) {
        List<String> before = previous.subList(previous.indexOf(older) + 1, previous.size());
        return new ModuleState(id, older, Mode.ON, null, before, older);
    }

    ModuleState on() {
        return new ModuleState(id, version, Mode.ON, null, previous, dataVersion);
    }

    ModuleState off() {
        return new ModuleState(id, version, Mode.OFF, null, previous, dataVersion);
    }

    ModuleState quarantined(Reason why) {
        return new ModuleState(id, version, Mode.QUARANTINED, why.word(), previous, dataVersion);
    }

    ModuleState uninstalled() {
        return new ModuleState(id, null, Mode.ON, null, List.of(), dataVersion);
    }

    /** In one line, for a file. */
    String line() {
        return String.join(
                " ",
                id,
                or(version),
                mode.name(),
                or(error),
                previous.isEmpty() ? NOTHING : String.join(",", previous),
                or(dataVersion));
    }

    /** Empty for a line that is none. */
    static Optional<ModuleState> parse(String line) {
        String[] words = line.trim().split(" ");
        if (words.length != 6) {
            return Optional.empty();
        }
        List<String> previous = words[4].equals(NOTHING) ? List.of() : List.of(words[4].split(","));
        return Optional.of(new ModuleState(
                words[0], orNull(words[1]), Mode.valueOf(words[2]), orNull(words[3]), previous, orNull(words[5])));
    }

    private static String or(String word) {
        return word == null ? NOTHING : word;
    }

    private static String orNull(String word) {
        return word.equals(NOTHING) ? null : word;
    }
}

package org.sencrm.core.retention;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sencrm.api.record.Reference;
import org.sencrm.core.value.Digest;

/** What a rule did in one night. */
final class Tally {

    private static final int LONGEST = 3_900;

    private final List<String> lines = new ArrayList<>();
    private final List<String> stops = new ArrayList<>();
    private final Map<String, Integer> reasons = new TreeMap<>();
    private int trashed;
    private int purged;
    private int erased;
    private int kept;

    void trashed(Reference record) {
        trashed++;
        add(record, "trashed");
    }

    void purged(Reference record) {
        purged++;
        add(record, "purged");
    }

    void erased(Reference record) {
        erased++;
        add(record, "erased");
    }

    void kept(Reference record, String because) {
        kept++;
        reasons.merge(because, 1, Integer::sum);
        add(record, "kept");
    }

    /** It did not come to its end. */
    void stopped(String because) {
        stops.add(because);
    }

    private void add(Reference record, String fate) {
        lines.add(record.type() + ':' + record.id() + ':' + fate);
    }

    int trashed() {
        return trashed;
    }

    int purged() {
        return purged;
    }

    int erased() {
        return erased;
    }

    int kept() {
        return kept;
    }

    /** How many records went, or began to go. */
    int gone() {
        return trashed + purged + erased;
    }

    /** Why it broke off, and each reason with how many records, one a line; null for none. */
    String reasons() {
        String all = Stream.concat(
                        stops.stream(),
                        reasons.entrySet().stream().map(reason -> reason.getKey() + ": " + reason.getValue()))
                .collect(Collectors.joining("\n"));
        return all.isEmpty() ? null : all.substring(0, Math.min(LONGEST, all.length()));
    }

    /** The same for the same records with the same fates, and for no others. */
    String digest() {
        return Digest.sha256(lines.stream().sorted().collect(Collectors.joining(",")));
    }
}

package org.sencrm.ui.light;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.host.Addresses;

/**
 * Which of the light pages an address means.
 *
 * @param record whose page it is; null for the page on which one finds records
 */
record Place(Reference record) {

    static final String BELOW = "/light";
    static final String HOME = Addresses.UI + BELOW;

    private static final Pattern RECORD = Pattern.compile(BELOW + "/([A-Za-z][A-Za-z0-9_]{0,59})/(\\d{1,18})");

    /** @param path below {@code /ui}; null where there is none. Empty for pages that are not light */
    static Optional<Place> of(String path) {
        if (path == null || !path.equals(BELOW) && !path.startsWith(BELOW + "/")) {
            return Optional.empty();
        }
        Matcher record = RECORD.matcher(path);
        return Optional.of(
                record.matches()
                        ? new Place(Reference.to(record.group(1), Long.parseLong(record.group(2))))
                        : new Place(null));
    }

    /** The address of the light page of a record. */
    static String addressOf(Reference record) {
        return HOME + "/" + record.type() + "/" + record.id();
    }

    boolean isRecord() {
        return record != null;
    }

    String address() {
        return isRecord() ? addressOf(record) : HOME;
    }
}

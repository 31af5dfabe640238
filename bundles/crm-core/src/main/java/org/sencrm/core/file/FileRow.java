package org.sencrm.core.file;

import java.time.Instant;

/**
 * A row of {@code CORE_FILE}.
 *
 * @param by id of the user; 0 for the product itself
 */
record FileRow(
        long id,
        String type,
        long record,
        String name,
        int version,
        String mediaType,
        long size,
        String hash,
        long by,
        Instant at) {

    /** As history has it: the name, and the version where there were others before. */
    String title() {
        return version == 1 ? name : name + " (" + version + ")";
    }
}

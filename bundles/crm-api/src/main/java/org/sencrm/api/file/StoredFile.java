package org.sencrm.api.file;

import java.time.Instant;
import org.sencrm.api.record.Reference;

/**
 * One version of a file of a record, without its bytes. Never altered.
 *
 * @param record to which it belongs
 * @param name as people read it: one line without control characters and without a path; never part of a path on disk
 * @param mediaType as which it may be sent; found from the content. What a browser or a computer could run, and what
 *     nobody recognises, is {@code application/octet-stream}
 * @param size in bytes
 * @param hash SHA-256 of the content, 64 hexadecimal digits
 * @param version 1 for the first file of this name at the record, then growing
 * @param by who added it; label null where the user is gone
 */
public record StoredFile(
        long id,
        Reference record,
        String name,
        String mediaType,
        long size,
        String hash,
        int version,
        Reference by,
        Instant at) {}

package org.sencrm.core.file;

import java.nio.file.Path;
import org.sencrm.api.file.Files;

/**
 * Bytes in a temporary file.
 *
 * @param hash SHA-256, as hexadecimal digits
 */
record ReceivedFile(Path path, String hash, long size) implements Files.Upload {

    @Override
    public void close() {
        Uploads.forget(path);
    }
}

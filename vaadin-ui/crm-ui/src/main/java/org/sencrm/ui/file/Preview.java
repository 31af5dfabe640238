package org.sencrm.ui.file;

import java.util.Set;
import org.sencrm.api.file.StoredFile;

/** How a file can be looked at without leaving the product. What could run anything in a browser never can. */
public enum Preview {
    IMAGE,
    PDF,
    TEXT,
    /** It can only be saved. */
    NONE;

    private static final Set<String> PICTURES =
            Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp", "image/avif");
    private static final Set<String> TEXTS = Set.of("text/plain", "text/csv");

    /** Decided by what the content was found to be when it came, not by its name. */
    public static Preview of(StoredFile file) {
        if (PICTURES.contains(file.mediaType())) {
            return IMAGE;
        }
        if (TEXTS.contains(file.mediaType())) {
            return TEXT;
        }
        return "application/pdf".equals(file.mediaType()) ? PDF : NONE;
    }
}

package org.sencrm.core.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;

/**
 * As what a file may be sent. The content decides; its name only tells apart what looks alike inside, such as the many
 * kinds of office documents that are all zip files. A type that is not known to be harmless is never named.
 */
final class ContentTypes {

    static final String UNKNOWN = "application/octet-stream";

    /** Contents of which there are many kinds that only their name tells apart. */
    private static final Set<String> AMBIGUOUS =
            Set.of("text/plain", "application/zip", "application/x-tika-ooxml", "application/x-tika-msoffice");

    /** What no browser and no office program runs. */
    private static final Set<String> HARMLESS = Set.of(
            "text/plain",
            "text/csv",
            "application/pdf",
            "application/rtf",
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/vnd.oasis.opendocument.presentation",
            "application/zip",
            "application/gzip",
            "application/x-7z-compressed",
            "image/png",
            "image/jpeg",
            "image/gif",
            "image/webp",
            "image/bmp",
            "image/tiff",
            "image/heic",
            "image/avif",
            "audio/mpeg",
            "audio/mp4",
            "audio/vorbis",
            "audio/vnd.wave",
            "video/mp4",
            "video/webm",
            "video/quicktime");

    private MimeTypes known;

    String of(Path content, String name) throws IOException {
        String found = detect(content, new Metadata());
        if (AMBIGUOUS.contains(found)) {
            Metadata named = new Metadata();
            named.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
            found = detect(content, named);
        }
        return HARMLESS.contains(found) ? found : UNKNOWN;
    }

    private String detect(Path content, Metadata metadata) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(content))) {
            return known().detect(in, metadata).getBaseType().toString();
        }
    }

    /** Read when the first file comes: the list is long, and most starts need none of it. */
    private synchronized MimeTypes known() {
        if (known == null) {
            known = MimeTypes.getDefaultMimeTypes(MimeTypes.class.getClassLoader());
        }
        return known;
    }
}

package org.sencrm.rest.resource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.servlet.http.HttpServletRequest;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.InvalidFileNameException;
import org.apache.commons.fileupload.servlet.ServletRequestContext;
import org.sencrm.api.file.Files.Upload;
import org.sencrm.rest.problem.Refusal;

/**
 * A form that brings a file, read part by part from the line: the file goes where it is wanted without lying anywhere in
 * between, wherever in the form it stands.
 */
final class FileForm implements AutoCloseable {

    private static final String FILE = "file";
    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_HEADERS = 4_000;
    private static final int MOST_PARTS = 10;

    private final Set<String> names;
    private final Map<String, String> texts = new HashMap<>();
    private Upload upload;
    private String fileName;

    private FileForm(Set<String> names) {
        this.names = names;
    }

    /**
     * @param receiver takes in the file's bytes
     * @param names of the parts beside {@code file}, each of them a text
     * @throws Refusal where a part is missing, unknown or given twice, or the form breaks off
     */
    static FileForm read(HttpServletRequest request, Function<InputStream, Upload> receiver, Set<String> names) {
        FileForm form = new FileForm(names);
        boolean whole = false;
        try {
            form.readParts(request, receiver);
            whole = true;
            return form;
        } catch (FileUploadException | IOException | UncheckedIOException broken) {
            throw Refusal.badRequest("rest.cutShort");
        } finally {
            if (!whole) {
                form.close();
            }
        }
    }

    Upload upload() {
        return upload;
    }

    /** As the client calls it; null where it does not. */
    String fileName() {
        return fileName;
    }

    String text(String name) {
        return texts.get(name);
    }

    @Override
    public void close() {
        if (upload != null) {
            upload.close();
        }
    }

    private void readParts(HttpServletRequest request, Function<InputStream, Upload> receiver)
            throws FileUploadException, IOException {
        FileUpload reader = new FileUpload();
        reader.setHeaderEncoding(StandardCharsets.UTF_8.name());
        reader.setPartHeaderSizeMax(LONGEST_HEADERS);
        reader.setFileCountMax(MOST_PARTS);
        FileItemIterator parts = reader.getItemIterator(new ServletRequestContext(request));
        while (parts.hasNext()) {
            FileItemStream part = parts.next();
            try (InputStream content = part.openStream()) {
                read(part, content, receiver);
            }
        }
        require(FILE, upload);
        for (String name : names) {
            require(name, texts.get(name));
        }
    }

    private void read(FileItemStream part, InputStream content, Function<InputStream, Upload> receiver)
            throws IOException {
        String name = part.getFieldName();
        if (FILE.equals(name) && upload == null) {
            fileName = fileName(part);
            upload = receiver.apply(content);
        } else if (names.contains(name) && !texts.containsKey(name)) {
            byte[] text = content.readNBytes(LONGEST_TEXT);
            texts.put(name, new String(text, StandardCharsets.UTF_8).strip());
        } else {
            throw Refusal.badRequest("rest.unknownPart", name);
        }
    }

    private static String fileName(FileItemStream part) {
        try {
            return part.getName();
        } catch (InvalidFileNameException withControlCharacters) {
            return withControlCharacters.getName();
        }
    }

    private static void require(String name, Object part) {
        if (part == null || "".equals(part)) {
            throw Refusal.badRequest("rest.missingPart", name);
        }
    }
}

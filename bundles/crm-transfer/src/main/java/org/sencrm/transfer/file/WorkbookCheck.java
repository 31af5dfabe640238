package org.sencrm.transfer.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks a workbook over before it is parsed: it must be one, no part may come twice, no part may declare a document type,
 * and inflating it must stay within {@link Limits}. Sizes are counted while inflating; what the file says of itself is
 * not believed.
 */
final class WorkbookCheck {

    private static final byte[] DOCTYPE = {'<', '!', 'd', 'o', 'c', 't', 'y', 'p', 'e'};

    private long inflated;

    private WorkbookCheck() {}

    static void check(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            new WorkbookCheck().check(zip);
        } catch (ZipException e) {
            throw new UnreadableFile(e, "transfer.file.brokenWorkbook");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(ZipFile zip) throws IOException {
        if (zip.getEntry("xl/workbook.xml") == null) {
            throw new UnreadableFile("transfer.file.notATable");
        }
        if (zip.size() > Limits.PARTS) {
            throw new UnreadableFile("transfer.file.bomb");
        }
        Set<String> names = new HashSet<>();
        List<? extends ZipEntry> parts = Collections.list(zip.entries());
        for (ZipEntry part : parts) {
            String name = part.getName().toLowerCase(Locale.ROOT);
            if (!names.add(name)) {
                throw new UnreadableFile("transfer.file.brokenWorkbook");
            }
            if (!part.isDirectory()) {
                try (InputStream in = zip.getInputStream(part)) {
                    checkPart(in, name, Math.max(1, part.getCompressedSize()));
                }
            }
        }
    }

    private void checkPart(InputStream in, String name, long packed) throws IOException {
        boolean markup = name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        int matched = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            size += read;
            inflated += read;
            checkSize(name, size, packed);
            if (markup) {
                matched = matchDoctype(buffer, read, matched);
            }
        }
    }

    private void checkSize(String name, long size, long packed) {
        boolean tooMuch = inflated > Limits.INFLATED_BYTES
                || name.endsWith("sharedstrings.xml") && size > Limits.TEXT_TABLE_BYTES
                || size > Limits.RATIO_MATTERS_FROM_BYTES && size / packed > Limits.INFLATE_RATIO;
        if (tooMuch) {
            throw new UnreadableFile("transfer.file.bomb");
        }
    }

    /** Zero bytes are passed over, so that the word is found in UTF-16 as well. */
    private static int matchDoctype(byte[] buffer, int length, int alreadyMatched) {
        int matched = alreadyMatched;
        for (int i = 0; i < length; i++) {
            int b = buffer[i];
            if (b == 0) {
                continue;
            }
            int lower = b >= 'A' && b <= 'Z' ? b + 32 : b;
            matched = lower == DOCTYPE[matched] ? matched + 1 : lower == DOCTYPE[0] ? 1 : 0;
            if (matched == DOCTYPE.length) {
                throw new UnreadableFile("transfer.file.doctype");
            }
        }
        return matched;
    }
}

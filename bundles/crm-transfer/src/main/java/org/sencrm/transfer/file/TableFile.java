package org.sencrm.transfer.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file that holds a table: text with delimiters, or a sheet of a workbook. What it is shows in its content. */
public interface TableFile {

    /** Character set as found or given; null for a workbook. */
    String encoding();

    /** Null for a workbook. */
    String delimiter();

    /** Names of the sheets of a workbook; empty for text. */
    List<String> sheets();

    /** A new reader at the beginning. */
    TableRows rows();

    /**
     * How the user wants the file to be read; each part null to find out.
     *
     * @param sheet null for the first
     */
    record Reading(String encoding, String delimiter, String sheet) {}

    /** Opens a file that {@link #check} let pass. */
    static TableFile open(Path file, Reading reading) {
        return isZip(beginning(file)) ? WorkbookFile.open(file, reading.sheet()) : CsvFile.open(file, reading);
    }

    /** Looks a new file over before anything of it is believed: empty, foreign, or built to harm. */
    static void check(Path file) {
        byte[] beginning = beginning(file);
        if (beginning.length == 0) {
            throw new UnreadableFile("transfer.file.empty");
        }
        if (isOldOffice(beginning)) {
            throw new UnreadableFile("transfer.file.oldOffice");
        }
        if (isZip(beginning)) {
            WorkbookCheck.check(file);
        } else {
            TextEncoding.refuseBinary(beginning);
        }
    }

    private static byte[] beginning(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(8192);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isZip(byte[] bytes) {
        return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }

    private static boolean isOldOffice(byte[] bytes) {
        return bytes.length > 3
                && (bytes[0] & 0xFF) == 0xD0
                && (bytes[1] & 0xFF) == 0xCF
                && (bytes[2] & 0xFF) == 0x11
                && (bytes[3] & 0xFF) == 0xE0;
    }
}

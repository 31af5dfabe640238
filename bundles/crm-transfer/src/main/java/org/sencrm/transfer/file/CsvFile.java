package org.sencrm.transfer.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Text with delimiters. */
final class CsvFile implements TableFile {

    private static final String DELIMITERS = ",;\t|";
    private static final int SAMPLE_CHARACTERS = 1 << 16;

    private final Path file;
    private final TextEncoding encoding;
    private final char delimiter;

    private CsvFile(Path file, TextEncoding encoding, char delimiter) {
        this.file = file;
        this.encoding = encoding;
        this.delimiter = delimiter;
    }

    static CsvFile open(Path file, Reading reading) {
        TextEncoding encoding = reading.encoding() == null || reading.encoding().isBlank()
                ? TextEncoding.detect(file)
                : TextEncoding.named(reading.encoding(), file);
        char delimiter = reading.delimiter() == null || reading.delimiter().isEmpty()
                ? detectDelimiter(file, encoding)
                : givenDelimiter(reading.delimiter());
        return new CsvFile(file, encoding, delimiter);
    }

    @Override
    public String encoding() {
        return encoding.charset().name();
    }

    @Override
    public String delimiter() {
        return String.valueOf(delimiter);
    }

    @Override
    public List<String> sheets() {
        return List.of();
    }

    @Override
    public TableRows rows() {
        try {
            return new CsvRows(afterSeparatorLine(encoding.reader(file)), delimiter, encoding());
        } catch (CharacterCodingException e) {
            throw wrongEncoding(e, encoding);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static char givenDelimiter(String text) {
        if (text.equals("\\t") || text.equalsIgnoreCase("tab")) {
            return '\t';
        }
        char first = text.charAt(0);
        if (text.length() != 1 || first == '"' || first == '\r' || first == '\n') {
            throw new UnreadableFile("transfer.file.badDelimiter", text);
        }
        return first;
    }

    /** The delimiter with which most lines have as many cells as the first one; among equals, the one with most cells. */
    private static char detectDelimiter(Path file, TextEncoding encoding) {
        String sample = sample(file, encoding);
        if (isSeparatorLine(sample)) {
            return sample.charAt(4);
        }
        char best = ',';
        double bestScore = 0;
        for (char candidate : DELIMITERS.toCharArray()) {
            double score = consistency(sample, candidate);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static double consistency(String sample, char delimiter) {
        List<Integer> widths = new ArrayList<>();
        try (CsvReader<String[]> reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowUnclosedQuote(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .build(StringArrayHandler.builder().build(), sample)) {
            for (String[] cells : reader) {
                widths.add(cells.length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CsvParseException e) {
            // a delimiter with which the text cannot be read at all is not the right one
            return 0;
        }
        if (widths.isEmpty() || widths.get(0) < 2) {
            return 0;
        }
        int header = widths.get(0);
        // the sample may end in the middle of a line
        int lines = Math.max(1, widths.size() - 1);
        long same =
                widths.stream().limit(lines).filter(width -> width == header).count();
        double share = (double) same / lines;
        return share * share * 1_000 + Math.min(header, Limits.COLUMNS);
    }

    private static String sample(Path file, TextEncoding encoding) {
        try (Reader reader = encoding.reader(file)) {
            char[] characters = new char[SAMPLE_CHARACTERS];
            int length = 0;
            for (int read = reader.read(characters);
                    read > 0;
                    read = reader.read(characters, length, characters.length - length)) {
                length += read;
            }
            return new String(characters, 0, length);
        } catch (CharacterCodingException e) {
            throw wrongEncoding(e, encoding);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UnreadableFile wrongEncoding(CharacterCodingException cause, TextEncoding encoding) {
        return new UnreadableFile(
                cause, "transfer.file.wrongEncoding", encoding.charset().name());
    }

    /** Spreadsheets write and read a first line {@code sep=;} that is no part of the table. */
    private static boolean isSeparatorLine(String text) {
        return text.length() > 5
                && text.regionMatches(true, 0, "sep=", 0, 4)
                && (text.charAt(5) == '\r' || text.charAt(5) == '\n');
    }

    private static Reader afterSeparatorLine(Reader in) throws IOException {
        PushbackReader reader = new PushbackReader(in, 8);
        char[] start = new char[7];
        int length = 0;
        for (int read = reader.read(start); read > 0; read = reader.read(start, length, start.length - length)) {
            length += read;
        }
        String text = new String(start, 0, length);
        int skipped = !isSeparatorLine(text) ? 0 : text.startsWith("\r\n", 5) ? 7 : 6;
        if (length > skipped) {
            reader.unread(start, skipped, length - skipped);
        }
        return reader;
    }
}

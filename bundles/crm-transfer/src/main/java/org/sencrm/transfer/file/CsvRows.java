package org.sencrm.transfer.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.FieldModifier;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.text.Normalizer;
import java.util.Iterator;
import java.util.Set;

/** Rows of text with delimiters. */
final class CsvRows extends ReadAhead {

    /** Characters; more than one cell may have, so that a cell that is too long is met as such. */
    private static final int LONGEST_RECORD = 16 << 20;

    private final CsvReader<String[]> reader;
    private final Iterator<String[]> records;
    private final String encoding;
    private long rowNumber;
    private int cellsOfRow;

    CsvRows(Reader characters, char delimiter, String encoding) {
        this.encoding = encoding;
        this.reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_RECORD)
                .build(
                        StringArrayHandler.builder()
                                .maxFieldSize(LONGEST_RECORD)
                                .maxRecordSize(LONGEST_RECORD)
                                .fieldModifier(new CellCheck())
                                .build(),
                        characters);
        this.records = reader.iterator();
        begin();
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    Row read() {
        try {
            while (records.hasNext()) {
                String[] cells = records.next();
                Row row = new Row(++rowNumber, cells, Set.of());
                cellsOfRow = 0;
                if (!row.isBlank()) {
                    return row;
                }
            }
            return null;
        } catch (CsvParseException e) {
            throw broken(e);
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof CharacterCodingException
                    ? new UnreadableFile(e, "transfer.file.wrongEncodingAt", encoding, rowNumber + 1)
                    : e;
        }
    }

    /** The parser names lines; people look for rows and columns. What {@link CellCheck} says comes wrapped. */
    private UnreadableFile broken(CsvParseException e) {
        if (e.getCause() instanceof UnreadableFile told) {
            return told;
        }
        String reason = String.valueOf(e.getMessage());
        String column = columnName(cellsOfRow);
        if (reason.contains("buffer") || reason.contains("exceeds")) {
            return new UnreadableFile(e, "transfer.file.cellTooLong", rowNumber + 1, column, Limits.CELL_CHARACTERS);
        }
        String key = reason.startsWith("Unclosed") ? "transfer.file.openQuote" : "transfer.file.brokenRow";
        return new UnreadableFile(e, key, rowNumber + 1, column);
    }

    /** Sees each cell as it is read. */
    private final class CellCheck implements FieldModifier {

        @Override
        public String modify(long line, int index, boolean quoted, String text) {
            cellsOfRow = index + 1;
            if (text.length() > Limits.CELL_CHARACTERS) {
                throw new UnreadableFile(
                        "transfer.file.cellTooLong", rowNumber + 1, columnName(index), Limits.CELL_CHARACTERS);
            }
            if (index >= Limits.COLUMNS && !text.isBlank()) {
                throw new UnreadableFile("transfer.file.tooManyColumns", index + 1, Limits.COLUMNS);
            }
            return FormulaGuard.restore(
                    Normalizer.isNormalized(text, Normalizer.Form.NFC)
                            ? text
                            : Normalizer.normalize(text, Normalizer.Form.NFC));
        }
    }
}

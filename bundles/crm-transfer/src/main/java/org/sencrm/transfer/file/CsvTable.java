package org.sencrm.transfer.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table of comma separated text on its way out: UTF-8 with its mark, so that spreadsheets read it rightly. */
public final class CsvTable {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final CsvWriter csv;

    private CsvTable(CsvWriter csv) {
        this.csv = csv;
    }

    /** The stream is not closed. */
    public static CsvTable writingTo(OutputStream out) {
        try {
            out.write(MARK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CsvTable(CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(new OtherDelimiters())
                .build(out, StandardCharsets.UTF_8));
    }

    /** Text that a spreadsheet would run is neutralised. */
    public void row(List<String> cells) {
        csv.writeRecord(cells.stream().map(FormulaGuard::neutralise).toList());
    }

    public void flush() {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A spreadsheet of another country splits at other marks: what holds one is quoted. */
    private static final class OtherDelimiters implements QuoteStrategy {

        @Override
        public boolean quoteValue(int line, int field, String text) {
            return text.indexOf(';') >= 0 || text.indexOf('\t') >= 0 || text.indexOf('|') >= 0;
        }
    }
}

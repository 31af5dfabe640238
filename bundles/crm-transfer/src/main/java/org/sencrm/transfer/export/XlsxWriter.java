package org.sencrm.transfer.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.sencrm.api.record.RecordData;
import org.sencrm.transfer.file.FormulaGuard;

/** A workbook, written while it is filled. What is more than a sheet holds goes on in the next one. */
final class XlsxWriter implements RecordWriter {

    /** A little less than the most that a sheet may have. */
    private static final int ROWS_OF_SHEET = 1_000_000;
    /** Beyond it, a spreadsheet would show other digits than those that are stored. */
    private static final int EXACT_DIGITS = 15;

    private static final String DAY_FORMAT = "yyyy-mm-dd";
    private static final int LONGEST_SHEET_NAME = 25;

    private final Workbook workbook;
    private final List<Column> columns;
    private final String name;
    private Worksheet sheet;
    private int sheets;
    private int row;

    XlsxWriter(OutputStream out, String name, List<Column> columns) {
        this.workbook = new Workbook(new Unclosed(out), "SenCRM", "1.0");
        this.columns = columns;
        this.name = name.length() > LONGEST_SHEET_NAME ? name.substring(0, LONGEST_SHEET_NAME) : name;
        newSheet();
    }

    @Override
    public void write(RecordData record) throws IOException {
        if (row > ROWS_OF_SHEET) {
            sheet.finish();
            newSheet();
        }
        for (int column = 0; column < columns.size(); column++) {
            put(column, CellValues.of(record, columns.get(column)));
        }
        row++;
    }

    @Override
    public void flush() throws IOException {
        sheet.flush();
    }

    @Override
    public void finish() throws IOException {
        sheet.finish();
        workbook.finish();
    }

    private void newSheet() {
        sheets++;
        sheet = workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
        sheet.freezePane(0, 1);
        row = 0;
        for (int column = 0; column < columns.size(); column++) {
            sheet.inlineString(row, column, columns.get(column).name());
            sheet.style(row, column).bold().set();
        }
        row++;
    }

    private void put(int column, Object value) {
        if (value == null) {
            return;
        }
        if (value instanceof BigDecimal number && number.precision() <= EXACT_DIGITS) {
            sheet.value(row, column, number);
        } else if (value instanceof BigDecimal number) {
            sheet.inlineString(row, column, number.toPlainString());
        } else if (value instanceof Boolean yes) {
            sheet.value(row, column, yes);
        } else if (value instanceof LocalDate day && day.getYear() >= 1901) {
            sheet.value(row, column, day);
            sheet.style(row, column).format(DAY_FORMAT).set();
        } else {
            sheet.inlineString(row, column, FormulaGuard.neutralise(value.toString()));
        }
    }

    /** The workbook closes its stream; ours belongs to the caller. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}

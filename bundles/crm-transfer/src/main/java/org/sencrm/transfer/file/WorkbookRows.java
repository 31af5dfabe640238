package org.sencrm.transfer.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;

/** Rows of a sheet, parsed while they are read. */
final class WorkbookRows extends ReadAhead {

    private final ReadableWorkbook workbook;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> records;

    WorkbookRows(ReadableWorkbook workbook, Sheet sheet) throws IOException {
        this.workbook = workbook;
        this.stream = sheet.openStream();
        this.records = stream.iterator();
        begin();
    }

    @Override
    public void close() {
        stream.close();
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    Row read() {
        try {
            while (records.hasNext()) {
                Row row = convert(records.next());
                if (!row.isBlank()) {
                    return row;
                }
            }
            return null;
        } catch (ExcelReaderException | UncheckedIOException e) {
            throw new UnreadableFile(e, "transfer.file.brokenWorkbook");
        }
    }

    private Row convert(org.dhatim.fastexcel.reader.Row record) {
        int width = record.getCellCount();
        if (width > Limits.COLUMNS) {
            throw new UnreadableFile("transfer.file.tooManyColumns", width, Limits.COLUMNS);
        }
        String[] cells = new String[width];
        Set<Integer> exact = new HashSet<>();
        for (int column = 0; column < width; column++) {
            Cell cell = record.getCell(column);
            CellText text = cell == null ? CellText.NOTHING : CellText.of(cell);
            if (text.text().length() > Limits.CELL_CHARACTERS) {
                throw new UnreadableFile(
                        "transfer.file.cellTooLong", record.getRowNum(), columnName(column), Limits.CELL_CHARACTERS);
            }
            cells[column] = FormulaGuard.restore(Normalizer.normalize(text.text(), Normalizer.Form.NFC));
            if (text.exact()) {
                exact.add(column);
            }
        }
        return new Row(record.getRowNum(), cells, exact);
    }
}

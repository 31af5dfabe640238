package org.sencrm.transfer.export;

import java.io.OutputStream;
import java.util.List;
import org.sencrm.api.record.RecordData;
import org.sencrm.transfer.file.CsvTable;

/** Comma separated text. */
final class CsvWriter implements RecordWriter {

    private final CsvTable table;
    private final List<Column> columns;

    CsvWriter(OutputStream out, List<Column> columns) {
        this.table = CsvTable.writingTo(out);
        this.columns = columns;
        table.row(columns.stream().map(Column::name).toList());
    }

    @Override
    public void write(RecordData record) {
        table.row(
                columns.stream().map(column -> CellValues.text(record, column)).toList());
    }

    @Override
    public void flush() {
        table.flush();
    }

    @Override
    public void finish() {
        table.flush();
    }
}

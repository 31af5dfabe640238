package org.sencrm.transfer.run;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sencrm.transfer.file.CsvTable;
import org.sencrm.transfer.file.Row;

/** Writes the rows that failed as they came, each with what is wrong: to be mended and imported again. */
final class ErrorFile {

    private static final int PAGE = 500;
    private static final List<String> ADDED = List.of("row", "column", "code", "message");

    private final RowTable rows;
    private final Statuses statuses;
    private final Locale locale;

    ErrorFile(RowTable rows, Statuses statuses, Locale locale) {
        this.rows = rows;
        this.statuses = statuses;
        this.locale = locale;
    }

    void write(StoredImport one, OutputStream out) {
        int width = one.columns().size();
        CsvTable csv = CsvTable.writingTo(out);
        List<String> header = new ArrayList<>(one.columns());
        header.addAll(ADDED);
        csv.row(header);
        long beyond = 0;
        for (List<FailedRow> page = rows.failed(one.id(), beyond, PAGE);
                !page.isEmpty();
                page = rows.failed(one.id(), beyond, PAGE)) {
            for (FailedRow failed : page) {
                csv.row(cells(failed, width));
            }
            beyond = page.get(page.size() - 1).row().number();
        }
        csv.flush();
    }

    private List<String> cells(FailedRow failed, int width) {
        Row row = failed.row();
        List<String> cells = new ArrayList<>(width + ADDED.size());
        for (int column = 0; column < width; column++) {
            cells.add(row.raw(column));
        }
        cells.add(String.valueOf(row.number()));
        cells.add(joined(failed, RowError::column));
        cells.add(joined(failed, RowError::code));
        cells.add(joined(failed, error -> statuses.message(error, locale)));
        return cells;
    }

    private static String joined(FailedRow failed, Function<RowError, String> part) {
        return failed.errors().stream()
                .map(part)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("; "));
    }
}

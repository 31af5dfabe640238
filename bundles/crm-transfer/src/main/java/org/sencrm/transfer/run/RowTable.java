package org.sencrm.transfer.run;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sencrm.transfer.file.Row;

/** Rows that an import puts aside: those that failed, and those that wait for a row further down. */
final class RowTable {

    private static final TypeReference<List<RowError>> ERRORS = new TypeReference<>() {};
    private static final TypeReference<Cells> CELLS = new TypeReference<>() {};

    private final Tables tables;

    RowTable(Tables tables) {
        this.tables = tables;
    }

    /** The cells of a row as they are kept. */
    record Cells(List<String> texts, Set<Integer> exact) {}

    void addFailed(long importId, List<FailedRow> rows) {
        batch(
                "insert into TRANSFER_FAILED_ROW (IMPORT_ID, ROW_NO, CELLS, ERRORS) values (?, ?, ?, ?)",
                rows.size(),
                (statement, index) -> {
                    FailedRow failed = rows.get(index);
                    statement.setLong(1, importId);
                    statement.setLong(2, failed.row().number());
                    statement.setString(3, json(failed.row()));
                    statement.setString(4, Json.write(failed.errors()));
                });
    }

    void addWaiting(long importId, List<Row> rows) {
        batch(
                "insert into TRANSFER_WAITING_ROW (IMPORT_ID, ROW_NO, CELLS) values (?, ?, ?)",
                rows.size(),
                (statement, index) -> {
                    statement.setLong(1, importId);
                    statement.setLong(2, rows.get(index).number());
                    statement.setString(3, json(rows.get(index)));
                });
    }

    /**
     * Takes rows off the list of those that wait.
     *
     * @throws Overtaken where one of them was taken off by somebody else
     */
    void removeWaiting(long importId, List<Row> rows) {
        int removed = batch(
                "delete from TRANSFER_WAITING_ROW where IMPORT_ID = ? and ROW_NO = ?",
                rows.size(),
                (statement, index) -> {
                    statement.setLong(1, importId);
                    statement.setLong(2, rows.get(index).number());
                });
        if (removed != rows.size()) {
            throw new Overtaken();
        }
    }

    /** Rows that wait, in the order of the file, or against it. */
    List<Row> waiting(long importId, boolean forward, long beyond, int limit) {
        String sql = "select ROW_NO, CELLS from TRANSFER_WAITING_ROW where IMPORT_ID = ? and ROW_NO "
                + (forward ? "> ? order by ROW_NO" : "< ? order by ROW_NO desc");
        return tables.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, importId);
                statement.setLong(2, beyond);
                statement.setMaxRows(limit);
                try (ResultSet rows = statement.executeQuery()) {
                    List<Row> waiting = new ArrayList<>();
                    while (rows.next()) {
                        waiting.add(row(rows.getLong(1), rows.getString(2)));
                    }
                    return waiting;
                }
            }
        });
    }

    /** Failed rows in the order of the file. */
    List<FailedRow> failed(long importId, long beyond, int limit) {
        String sql =
                "select ROW_NO, CELLS, ERRORS from TRANSFER_FAILED_ROW where IMPORT_ID = ? and ROW_NO > ? order by ROW_NO";
        return tables.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, importId);
                statement.setLong(2, beyond);
                statement.setMaxRows(limit);
                try (ResultSet rows = statement.executeQuery()) {
                    List<FailedRow> failed = new ArrayList<>();
                    while (rows.next()) {
                        failed.add(new FailedRow(
                                row(rows.getLong(1), rows.getString(2)), Json.read(rows.getString(3), ERRORS)));
                    }
                    return failed;
                }
            }
        });
    }

    /** Fills in the values of one statement of a batch. */
    @FunctionalInterface
    private interface Binding {
        void bind(PreparedStatement statement, int index) throws SQLException;
    }

    private int batch(String sql, int count, Binding binding) {
        if (count == 0) {
            return 0;
        }
        return tables.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int index = 0; index < count; index++) {
                    binding.bind(statement, index);
                    statement.addBatch();
                }
                int changed = 0;
                for (int one : statement.executeBatch()) {
                    changed += Math.max(0, one);
                }
                return changed;
            }
        });
    }

    private static String json(Row row) {
        return Json.write(new Cells(row.cells(), row.exact()));
    }

    private static Row row(long number, String json) {
        Cells cells = Json.read(json, CELLS);
        return new Row(number, cells.texts().toArray(String[]::new), cells.exact());
    }
}

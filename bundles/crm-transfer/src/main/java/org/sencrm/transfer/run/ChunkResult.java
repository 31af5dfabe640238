package org.sencrm.transfer.run;

import java.util.ArrayList;
import java.util.List;
import org.sencrm.transfer.file.Row;

/** What became of the rows of a chunk. */
final class ChunkResult {

    private final List<FailedRow> failed = new ArrayList<>();
    private final List<Row> waiting = new ArrayList<>();
    private Counts counts = Counts.NONE;

    static ChunkResult failed(Row row, RowError error) {
        ChunkResult result = new ChunkResult();
        result.fail(new FailedRow(row, List.of(error)));
        return result;
    }

    void count(RowSaver.Outcome outcome) {
        counts = counts.plus(
                switch (outcome) {
                    case CREATED -> new Counts(1, 0, 0, 0);
                    case UPDATED -> new Counts(0, 1, 0, 0);
                    case SKIPPED -> new Counts(0, 0, 1, 0);
                });
    }

    void fail(FailedRow row) {
        failed.add(row);
        counts = counts.plus(new Counts(0, 0, 0, 1));
    }

    void wait(Row row) {
        waiting.add(row);
    }

    Counts counts() {
        return counts;
    }

    List<FailedRow> failed() {
        return failed;
    }

    /** Rows that point to rows further down, and are not accounted for yet. */
    List<Row> waiting() {
        return waiting;
    }
}

package org.sencrm.transfer.run;

import java.util.List;
import java.util.Objects;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.record.Records;
import org.sencrm.transfer.file.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saves rows and their accounting in one transaction. A row that is refused leaves the others alone. Where the
 * transaction as a whole fails, the chunk is halved until the row that spoils it stands alone, and only that row fails.
 */
final class ChunkSaver {

    private static final Logger LOG = LoggerFactory.getLogger(ChunkSaver.class);

    private final ImportPlan plan;
    private final Records records;
    private final RowReader reader;
    private final Linker linker;
    private final ReferenceFinder finder;
    private final RowSaver saver;
    private final Caller caller;
    private final boolean mayWait;

    /** @param mayWait as for {@link Linker#link} */
    ChunkSaver(
            ImportPlan plan,
            Records records,
            RowReader reader,
            Linker linker,
            ReferenceFinder finder,
            RowSaver saver,
            Caller caller,
            boolean mayWait) {
        this.plan = plan;
        this.records = records;
        this.reader = reader;
        this.linker = linker;
        this.finder = finder;
        this.saver = saver;
        this.caller = caller;
        this.mayWait = mayWait;
    }

    /**
     * @throws Overtaken where the import was stopped
     * @throws StoreFailure where the database is away, or {@link Unavailable}; nothing of the rows in hand is kept
     */
    void save(List<Row> rows, Accounting accounting) {
        Attempt attempt = new Attempt(rows, accounting);
        try {
            attempt.run();
        } catch (Overtaken | Unavailable e) {
            throw e;
        } catch (RuntimeException e) {
            if (rows.size() > 1) {
                int half = rows.size() / 2;
                save(rows.subList(0, half), accounting);
                save(rows.subList(half, rows.size()), accounting);
            } else {
                failAlone(attempt, e);
            }
        }
    }

    /** The reason is the refusal of the row where there was one: it left the transaction unusable. */
    private void failAlone(Attempt attempt, RuntimeException cause) {
        Row row = attempt.rows.get(0);
        ChunkResult result = attempt.result;
        if (result == null || result.failed().isEmpty()) {
            if (cause instanceof StoreFailure) {
                throw cause;
            }
            LOG.error("Row {} of import {} cannot be saved", row.number(), caller.job(), cause);
            result = ChunkResult.failed(row, RowError.of("unexpected", null, null));
        }
        ChunkResult kept = result;
        records.inTransaction(() -> {
            attempt.accounting.store(attempt.rows, kept);
            return null;
        });
        attempt.accounting.committed(attempt.rows, kept);
    }

    /** Thrown inside the transaction of a dry run, so that nothing of it stays. */
    private static final class Undone extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Undone() {
            super("a dry run", null, false, false);
        }
    }

    /** A refused row has left records of other types behind, which must go with it. */
    private static final class Traces extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Traces() {
            super("a refused row left traces", null, false, false);
        }
    }

    /** One try at saving some rows together. */
    private final class Attempt {

        private final List<Row> rows;
        private final Accounting accounting;
        private ChunkResult result;

        Attempt(List<Row> rows, Accounting accounting) {
            this.rows = rows;
            this.accounting = accounting;
        }

        void run() {
            List<ReadRow> read = rows.stream().map(reader::read).toList();
            linker.prefetch(read);
            boolean dry = plan.options().dryRun();
            boolean finished = false;
            try {
                records.inTransaction(() -> {
                    write(read);
                    if (dry) {
                        throw new Undone();
                    }
                    accounting.store(rows, result);
                    return null;
                });
                finished = true;
            } catch (Undone e) {
                records.inTransaction(() -> {
                    accounting.store(rows, result);
                    return null;
                });
            } finally {
                if (!finished) {
                    finder.forgetGrowing();
                }
            }
            accounting.committed(rows, result);
        }

        private void write(List<ReadRow> read) {
            ChunkResult written = new ChunkResult();
            result = written;
            StoredRecords stored = new StoredRecords(plan, records, caller);
            if (plan.key() != null) {
                stored.read(
                        read.stream().map(ReadRow::key).filter(Objects::nonNull).toList());
            }
            for (ReadRow row : read) {
                try {
                    written.count(saver.save(row, stored, mayWait));
                } catch (RefusedRow e) {
                    written.fail(new FailedRow(row.row(), e.errors()));
                    if (linker.hasCreatedForRow() && !plan.options().dryRun()) {
                        throw new Traces();
                    }
                } catch (WaitingRow e) {
                    written.wait(row.row());
                }
            }
        }
    }
}

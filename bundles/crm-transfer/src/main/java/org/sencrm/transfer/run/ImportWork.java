package org.sencrm.transfer.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.job.Job;
import org.sencrm.api.job.Jobs;
import org.sencrm.transfer.file.Row;
import org.sencrm.transfer.file.TableFile;
import org.sencrm.transfer.file.TableRows;
import org.sencrm.transfer.file.UnreadableFile;

/**
 * Does an import, or goes on with it: first once through the file, then over the rows that waited for others, as often
 * as that helps. Ends the import where it comes to an end, and leaves it as it is where it is only stopped.
 */
final class ImportWork {

    private static final int CHUNK = 500;

    private final Services services;
    private final Jobs.Progress progress;
    private final BooleanSupplier stopping;
    private final Caller caller;
    private final DryRunMemory dryRunMemory = new DryRunMemory();
    private StoredImport one;
    private ImportPlan plan;
    private Survey survey;
    private RowReader reader;
    private ReferenceFinder finder;
    private Linker linker;
    private Problems problems;

    /** @param stopping whether the module is about to go */
    ImportWork(Services services, StoredImport one, Jobs.Progress progress, BooleanSupplier stopping) {
        this.services = services;
        this.one = one;
        this.progress = progress;
        this.stopping = stopping;
        this.caller = one.worker();
    }

    /**
     * @throws Fault where the import failed as a whole
     * @throws StoreFailure where the database is away, or {@link Unavailable}: it goes on from where it stands later
     */
    void run() {
        try {
            goThroughFile();
        } catch (UnreadableFile e) {
            throw new InvalidRequest(services.messages().text(caller.locale(), e.key(), e.arguments()));
        }
    }

    private void goThroughFile() {
        Path path = services.uploads().path(one.fileHash());
        TableFile file = TableFile.open(path, reading());
        prepare(file);
        if (survey.isAmbiguous() && !one.options().dryRun()) {
            survey.reportAmbiguous(problems);
            services.imports().problems(one.id(), problems.json());
            throw new InvalidRequest(services.messages().text(caller.locale(), "transfer.ambiguousDates"));
        }
        boolean finished = one.phase() == StoredImport.Phase.WAITING || readRows(file);
        if (finished && saveWaiting()) {
            finish(file);
        }
    }

    private void prepare(TableFile file) {
        try (TableRows table = file.rows()) {
            plan = services.planner().plan(caller, one.type(), table.header(), one.options());
            survey = Survey.of(table, plan, caller.locale(), Long.MAX_VALUE);
        }
        if (one.options().dryRun()) {
            services.imports().restart(one.id());
            one = services.imports().find(one.id());
        }
        services.imports().total(one.id(), survey.rows());
        progress.total(survey.rows());
        problems = Problems.read(one.problems());
        reader = new RowReader(
                plan,
                survey,
                one.columns().size(),
                services.types(),
                services.messages(),
                caller.locale(),
                caller.zone(),
                one.options().currency() == null
                        ? companyCurrency()
                        : one.options().currency());
        finder = new ReferenceFinder(
                services.records(), services.types(), services.access(), caller, Linker.growing(plan));
        linker = new Linker(plan, survey, reader, finder, services.records(), services.types(), caller);
    }

    /** False where it was stopped before the end. */
    private boolean readRows(TableFile file) {
        ChunkSaver saver = saver(true);
        FileAccounting accounting = new FileAccounting();
        try (TableRows table = file.rows()) {
            List<Row> chunk = new ArrayList<>(CHUNK);
            while (table.hasNext()) {
                Row row = table.next();
                if (row.number() > accounting.position) {
                    chunk.add(row);
                }
                if (chunk.size() == CHUNK || !table.hasNext() && !chunk.isEmpty()) {
                    if (isStopped()) {
                        return false;
                    }
                    saver.save(chunk, accounting);
                    chunk = new ArrayList<>(CHUNK);
                }
            }
        }
        enter(StoredImport.Phase.WAITING);
        return true;
    }

    /** In turns down and up the file, so that chains of rows in either order come out soon. False where stopped. */
    private boolean saveWaiting() {
        boolean forward = true;
        while (true) {
            Long settled = waitingRound(saver(true), forward);
            if (settled == null) {
                return false;
            }
            if (settled == 0) {
                // what still waits points to a row that failed, or in a circle
                return waitingRound(saver(false), true) != null;
            }
            forward = !forward;
        }
    }

    /** How many rows it settled; null where it was stopped. */
    private Long waitingRound(ChunkSaver saver, boolean forward) {
        WaitingAccounting accounting = new WaitingAccounting();
        long beyond = forward ? 0 : Long.MAX_VALUE;
        while (true) {
            List<Row> rows = services.rows().waiting(one.id(), forward, beyond, CHUNK);
            if (rows.isEmpty()) {
                return accounting.settled;
            }
            if (isStopped()) {
                return null;
            }
            saver.save(rows, accounting);
            beyond = rows.get(rows.size() - 1).number();
        }
    }

    private void finish(TableFile file) {
        reportReading(file);
        if (one.options().dryRun()) {
            survey.reportNotices(problems);
            linker.created()
                    .forEach((created, count) ->
                            problems.notice("createsTarget", created.column(), null, count, created.type()));
        }
        services.imports().problems(one.id(), json(problems));
        services.imports().end(one.id(), Job.State.DONE, null);
    }

    /** What was found out about the file, and what nobody said and was assumed. */
    private void reportReading(TableFile file) {
        if (file.encoding() != null) {
            String delimiter = "\t".equals(file.delimiter()) ? "tab" : file.delimiter();
            problems.notice("readAs", null, delimiter, survey.rows(), file.encoding());
        }
        survey.reportUnused(problems);
        if (one.options().currency() == null) {
            survey.reportCurrency(problems, companyCurrency());
        }
    }

    private String companyCurrency() {
        return services.settings().currency();
    }

    private void enter(StoredImport.Phase next) {
        services.imports().phase(one, next);
        one = services.imports().find(one.id());
    }

    private ChunkSaver saver(boolean mayWait) {
        RowSaver saver = new RowSaver(plan, linker, finder, services.records(), caller, dryRunMemory);
        return new ChunkSaver(plan, services.records(), reader, linker, finder, saver, caller, mayWait);
    }

    private boolean isStopped() {
        return stopping.getAsBoolean() || progress.cancelled();
    }

    private TableFile.Reading reading() {
        return new TableFile.Reading(
                one.options().encoding(),
                one.options().delimiter(),
                one.options().sheet());
    }

    private String suggestion(RowError error) {
        return switch (error.code()) {
            case "unknownReference" -> error.target() == null ? null : linker.nearest(error.target(), error.value());
            case "unknownChoice" -> reader.nearestOption(error.column(), error.value());
            default -> null;
        };
    }

    private Problems problemsWith(ChunkResult result) {
        if (result.failed().isEmpty()) {
            return problems;
        }
        Problems more = problems.copy();
        result.failed().forEach(row -> more.add(row, this::suggestion));
        return more;
    }

    private String json(Problems known) {
        return known.isEmpty() ? null : known.json();
    }

    /** Rows in the order of the file. */
    private final class FileAccounting implements Accounting {

        private long position = one.lastRow();
        private long done = one.counts().done();
        private Problems pending;

        @Override
        public void store(List<Row> rows, ChunkResult result) {
            pending = problemsWith(result);
            long last = rows.get(rows.size() - 1).number();
            services.rows().addFailed(one.id(), result.failed());
            services.rows().addWaiting(one.id(), result.waiting());
            services.imports().advance(one, position, last, result.counts(), json(pending));
        }

        @Override
        public void committed(List<Row> rows, ChunkResult result) {
            problems = pending;
            position = rows.get(rows.size() - 1).number();
            done += result.counts().done();
            progress.done(done);
        }
    }

    /** Rows that waited for others. */
    private final class WaitingAccounting implements Accounting {

        private long settled;
        private Problems pending;

        @Override
        public void store(List<Row> rows, ChunkResult result) {
            pending = problemsWith(result);
            List<Row> through = rows.stream()
                    .filter(row -> result.waiting().stream().noneMatch(other -> other.number() == row.number()))
                    .toList();
            services.rows().addFailed(one.id(), result.failed());
            services.rows().removeWaiting(one.id(), through);
            services.imports().advance(one, one.lastRow(), one.lastRow(), result.counts(), json(pending));
        }

        @Override
        public void committed(List<Row> rows, ChunkResult result) {
            problems = pending;
            settled += result.counts().done();
        }
    }
}

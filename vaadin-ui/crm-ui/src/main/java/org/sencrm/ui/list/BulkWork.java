package org.sencrm.ui.list;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.job.Jobs;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Records;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.work.TakenBack;

/** Changes or deletes many records as a job of the person, tells how it went and takes it back if asked. */
final class BulkWork {

    private static final String JOB = "bulk";

    private final HostContext context;
    private final RecordType type;
    private final UI ui;

    BulkWork(HostContext context, RecordType type, UI ui) {
        this.context = context;
        this.type = type;
        this.ui = ui;
    }

    /** Gives each record the same values for some fields. */
    void change(Selection selection, Map<String, Object> patch) {
        Records records = context.records();
        String name = type.name();
        start((caller, progress) -> {
            Tally tally = new Tally(progress);
            tally.each(
                    selection.read(records, caller, progress::cancelled),
                    RecordData::id,
                    record -> records.update(caller, name, record.id(), record.version(), patch));
            tell(() -> told("bulk.changed", tally, () -> revert(progress.jobId())));
            return tally.result();
        });
    }

    /** Puts each record into the trash. */
    void delete(Selection selection) {
        Records records = context.records();
        String name = type.name();
        start((caller, progress) -> {
            Tally tally = new Tally(progress);
            tally.each(
                    selection.read(records, caller, progress::cancelled),
                    RecordData::id,
                    record -> records.delete(caller, name, record.id(), record.version()));
            tell(() -> told("bulk.deleted", tally, () -> restore(tally.done)));
            return tally.result();
        });
    }

    private void revert(long job) {
        TakenBack.start(context, job, type.needsProof());
    }

    private void restore(List<Long> ids) {
        Records records = context.records();
        String name = type.name();
        start((caller, progress) -> {
            Tally tally = new Tally(progress);
            tally.each(ids, id -> id, id -> records.restore(caller, name, id));
            tell(() -> context.inform(tally.failed == 0 ? context.text("bulk.undone") : told("bulk.restored", tally)));
            return tally.result();
        });
    }

    private void start(Jobs.Work work) {
        try {
            if (type.needsProof()) {
                // the job itself has nobody to ask
                context.services().access().requireProof(context.caller());
            }
            context.services().jobs().start(context.caller(), JOB, work);
            context.inform(context.text("bulk.started"));
        } catch (Fault refused) {
            context.report(refused, () -> start(work));
        }
    }

    private void told(String key, Tally tally, Runnable undo) {
        context.informWithUndo(told(key, tally), undo);
    }

    private String told(String key, Tally tally) {
        String message = context.text(key, tally.done.size());
        return tally.failed == 0 ? message : message + " " + context.text("bulk.failed", tally.failed, tally.reason);
    }

    /** Runs the work at the person's browser tab, if it is still open. */
    private void tell(Runnable work) {
        try {
            ui.access(work::run);
        } catch (UIDetachedException closed) {
            // the job's result says it too
            return;
        }
    }

    /** Counts what went well and what did not; one refusal does not stop the others. */
    private static final class Tally {

        private final Jobs.Progress progress;
        private final List<Long> done = new ArrayList<>();
        private int failed;
        private String reason = "";

        Tally(Jobs.Progress progress) {
            this.progress = progress;
        }

        <T> void each(List<T> records, ToLongFunction<T> id, Consumer<T> change) {
            progress.total(records.size());
            for (T record : records) {
                if (progress.cancelled()) {
                    return;
                }
                try {
                    change.accept(record);
                    done.add(id.applyAsLong(record));
                } catch (Fault refused) {
                    failed++;
                    reason = refused.getMessage();
                }
                progress.done(done.size() + (long) failed);
            }
        }

        Map<String, Object> result() {
            return Map.of("changed", done.size(), "failed", failed);
        }
    }
}

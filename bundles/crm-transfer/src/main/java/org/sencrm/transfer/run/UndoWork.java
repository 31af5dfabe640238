package org.sencrm.transfer.run;

import java.util.function.BooleanSupplier;
import org.sencrm.api.job.Job;
import org.sencrm.api.job.Jobs;
import org.sencrm.api.record.Records;

/** Takes back what an import did, some changes at a time. */
final class UndoWork {

    private static final int CHUNK = 200;

    private final Services services;
    private final StoredImport one;
    private final Jobs.Progress progress;
    private final BooleanSupplier stopping;

    /** @param stopping whether the module is about to go */
    UndoWork(Services services, StoredImport one, Jobs.Progress progress, BooleanSupplier stopping) {
        this.services = services;
        this.one = one;
        this.progress = progress;
        this.stopping = stopping;
    }

    void run() {
        Records records = services.records();
        long reverted = 0;
        boolean finished = false;
        progress.total(one.counts().created() + one.counts().updated());
        while (!finished) {
            if (stopping.getAsBoolean() || progress.cancelled()) {
                return;
            }
            Records.Reverted some = records.inTransaction(() -> {
                Records.Reverted part = records.revert(one.worker(), one.id(), CHUNK);
                services.imports().kept(one.id(), part.kept());
                return part;
            });
            finished = some.finished();
            reverted += some.reverted();
            progress.done(reverted);
        }
        services.imports().end(one.id(), Job.State.UNDONE, null);
    }
}

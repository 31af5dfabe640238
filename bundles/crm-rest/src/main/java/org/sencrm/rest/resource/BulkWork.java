package org.sencrm.rest.resource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Conflict;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.job.Jobs;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;

/**
 * Changes the records one by one, each in a transaction of its own and with the rights and rules of a single change. One
 * that is refused is counted and the others go on.
 */
final class BulkWork implements Jobs.Work {

    /** After so many it tells how far it is. */
    private static final int STEP = 50;

    /** A record that somebody else changes at the same moment is tried again; more than this means a quarrel of robots. */
    private static final int TRIES = 3;

    private final Records records;
    private final BulkSelection selection;
    private final BulkChange change;

    private long changed;
    private long skipped;
    private long failed;
    private String problem;

    BulkWork(Records records, BulkSelection selection, BulkChange change) {
        this.records = records;
        this.selection = selection;
        this.change = change;
    }

    @Override
    public Map<String, Object> run(Caller caller, Jobs.Progress progress) {
        List<Long> ids = selection.collect(caller, records);
        progress.total(ids.size());
        int done = 0;
        while (done < ids.size() && !progress.cancelled()) {
            int end = Math.min(ids.size(), done + STEP);
            for (long id : ids.subList(done, end)) {
                changeOne(caller, id);
            }
            done = end;
            progress.done(done);
        }
        return result(ids.size());
    }

    private void changeOne(Caller caller, long id) {
        try {
            changeAsStored(caller, id);
            changed++;
        } catch (NotFound gone) {
            skipped++;
        } catch (Unavailable away) {
            throw away;
        } catch (Fault refused) {
            failed++;
            problem = problem == null ? refused.getMessage() : problem;
        }
    }

    private void changeAsStored(Caller caller, long id) {
        for (int tries = 1; ; tries++) {
            RecordData seen = records.get(caller, selection.type(), id);
            try {
                change.apply(caller, records, seen);
                return;
            } catch (Conflict faster) {
                if (tries == TRIES) {
                    throw faster;
                }
            }
        }
    }

    private Map<String, Object> result(int total) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("total", (long) total);
        result.put(change.counted(), changed);
        result.put("skipped", skipped);
        result.put("failed", failed);
        if (problem != null) {
            result.put("problem", problem);
        }
        return result;
    }
}

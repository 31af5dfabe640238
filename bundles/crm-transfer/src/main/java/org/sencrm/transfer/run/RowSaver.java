package org.sencrm.transfer.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Conflict;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.transfer.mapping.Mapping;

/** Makes a record of a row, or changes the one that it has in mind. Works inside the transaction of its chunk. */
final class RowSaver {

    /** What became of a row. */
    enum Outcome {
        CREATED,
        UPDATED,
        SKIPPED
    }

    private final ImportPlan plan;
    private final Linker linker;
    private final ReferenceFinder finder;
    private final Records records;
    private final Caller caller;
    private final DryRunMemory dryRun;

    /** @param dryRun what earlier chunks of a dry run would have left behind */
    RowSaver(
            ImportPlan plan,
            Linker linker,
            ReferenceFinder finder,
            Records records,
            Caller caller,
            DryRunMemory dryRun) {
        this.plan = plan;
        this.linker = linker;
        this.finder = finder;
        this.records = records;
        this.caller = caller;
        this.dryRun = dryRun;
    }

    /** @param mayWait as for {@link Linker#link} */
    Outcome save(ReadRow row, StoredRecords stored, boolean mayWait) throws RefusedRow, WaitingRow {
        if (!row.errors().isEmpty()) {
            throw new RefusedRow(row.errors());
        }
        try {
            Map<String, Object> values = new LinkedHashMap<>(row.values());
            values.putAll(linker.link(row, mayWait));
            RecordData old = old(row, stored);
            Outcome outcome = old == null ? create(row, values, stored) : update(old, values, stored);
            linker.rowSaved();
            return outcome;
        } catch (Unavailable e) {
            throw e;
        } catch (InvalidRecord e) {
            throw new RefusedRow(errors(row, e));
        } catch (Fault e) {
            throw new RefusedRow(RowError.ofRow("refused", e.getMessage()));
        }
    }

    /** The record that the row has in mind; null where there is none and the import makes one. */
    private RecordData old(ReadRow row, StoredRecords stored) throws RefusedRow {
        if (plan.key() == null) {
            return null;
        }
        if (row.key() == null) {
            if (plan.creates()) {
                return null;
            }
            throw new RefusedRow(RowError.of("required", keyColumn(), ""));
        }
        List<RecordData> hits = stored.find(row.key());
        if (hits.size() > 1) {
            throw new RefusedRow(RowError.of("ambiguousReference", keyColumn(), row.key()));
        }
        boolean makesNew = plan.creates() && !plan.key().equals("id");
        if (hits.isEmpty() && !makesNew) {
            throw new RefusedRow(RowError.of("unknownReference", keyColumn(), row.key()));
        }
        if (!hits.isEmpty() && !plan.updates()) {
            throw new RefusedRow(RowError.of("notUnique", keyColumn(), row.key()));
        }
        return hits.isEmpty() ? null : hits.get(0);
    }

    private Outcome create(ReadRow row, Map<String, Object> values, StoredRecords stored) throws RefusedRow {
        if (plan.options().dryRun() && row.key() != null && dryRun.hasKey(row.key())) {
            return againInDryRun(row);
        }
        if (plan.options().dryRun()) {
            dryRun.refuseSecond(plan, row);
        }
        RecordData made = records.create(caller, plan.type().name(), values);
        finder.add(made);
        if (plan.key() != null) {
            stored.put(made);
        }
        if (plan.options().dryRun()) {
            dryRun.remember(plan, row);
        }
        return Outcome.CREATED;
    }

    /** The record was created, and undone again, by an earlier chunk of the dry run. */
    private Outcome againInDryRun(ReadRow row) throws RefusedRow {
        if (!plan.updates()) {
            throw new RefusedRow(RowError.of("notUnique", keyColumn(), row.key()));
        }
        return Outcome.UPDATED;
    }

    private Outcome update(RecordData old, Map<String, Object> values, StoredRecords stored) {
        Map<String, Object> patch = patch(old, values);
        if (patch.isEmpty()) {
            return Outcome.SKIPPED;
        }
        RecordData now = change(old, patch);
        stored.put(now);
        return now.version() == old.version() ? Outcome.SKIPPED : Outcome.UPDATED;
    }

    /** Somebody may change the record between the reading and the writing; their other fields stay as they are. */
    private RecordData change(RecordData old, Map<String, Object> patch) {
        try {
            return records.update(caller, old.type(), old.id(), old.version(), patch);
        } catch (Conflict e) {
            return records.update(caller, old.type(), old.id(), e.version(), patch);
        }
    }

    private static Map<String, Object> patch(RecordData old, Map<String, Object> values) {
        Map<String, Object> patch = new HashMap<>();
        values.forEach((field, value) -> {
            if (!old.values().containsKey(field) || !Sameness.same(old.get(field), value)) {
                patch.put(field, value);
            }
        });
        return patch;
    }

    /** A field that no column is mapped to is told by its own name. */
    private List<RowError> errors(ReadRow row, InvalidRecord refused) {
        List<RowError> errors = new ArrayList<>();
        for (FieldError error : refused.errors()) {
            Mapping.Column column = error.field() == null
                    ? null
                    : plan.mapping().column(error.field()).orElse(null);
            String value = column == null ? null : row.row().text(column.index());
            String name = column == null ? error.field() : column.name();
            errors.add(new RowError(error.code(), name, value, error.message(), null));
        }
        return errors;
    }

    private String keyColumn() {
        return plan.mapping().column(plan.key()).map(Mapping.Column::name).orElse(plan.key());
    }
}

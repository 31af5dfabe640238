package org.sencrm.transfer.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.search.Folding;
import org.sencrm.transfer.file.Row;
import org.sencrm.transfer.mapping.Mapping;
import org.sencrm.transfer.value.BadValue;

/** Turns the names in a row into references, and creates the records behind them where the field allows it. */
final class Linker {

    private final ImportPlan plan;
    private final Survey survey;
    private final RowReader reader;
    private final ReferenceFinder finder;
    private final Records records;
    private final RecordTypes types;
    private final Caller caller;
    private final Map<Created, Set<String>> created = new LinkedHashMap<>();
    private final Map<Created, String> createdForRow = new LinkedHashMap<>();

    /** Names of records that were created for a column. */
    record Created(String column, String type) {}

    Linker(
            ImportPlan plan,
            Survey survey,
            RowReader reader,
            ReferenceFinder finder,
            Records records,
            RecordTypes types,
            Caller caller) {
        this.plan = plan;
        this.survey = survey;
        this.reader = reader;
        this.finder = finder;
        this.records = records;
        this.types = types;
        this.caller = caller;
    }

    /** Types of which an import makes records: its own, where rows point to rows, and those that it creates on the way. */
    static Set<String> growing(ImportPlan plan) {
        Set<String> growing = new HashSet<>();
        if (plan.pointsToItself()) {
            growing.add(plan.type().name());
        }
        for (Mapping.Column column : plan.mapping().columns()) {
            Field field = column.path().field();
            if (field.createsTarget() && field.target() != null) {
                growing.add(field.target());
            }
            if (column.path().isOfTarget()
                    && ImportPlan.isReference(column.path().partField())) {
                growing.addAll(column.path().partField().targets());
            }
        }
        return growing;
    }

    /** Looks all names of some rows up at once. */
    void prefetch(List<ReadRow> rows) {
        Map<String, Set<String>> names = new HashMap<>();
        for (ReadRow row : rows) {
            for (ReferenceCell cell : row.references()) {
                for (String target : cell.targets()) {
                    if (types.find(target).isPresent()) {
                        names.computeIfAbsent(target, k -> new HashSet<>()).addAll(cell.names());
                    }
                }
            }
        }
        names.forEach(finder::prefetch);
    }

    /**
     * The references of a row by field; in a dry run without those to rows of the same file.
     *
     * @param mayWait whether a row further down may still become the record that is missing
     * @throws RefusedRow where a name leads nowhere or to several records
     * @throws WaitingRow where it leads to a row that is not a record yet
     */
    Map<String, Object> link(ReadRow row, boolean mayWait) throws RefusedRow, WaitingRow {
        createdForRow.clear();
        Map<String, Object> links = new LinkedHashMap<>();
        List<RowError> errors = new ArrayList<>();
        boolean waiting = false;
        for (ReferenceCell cell : row.references()) {
            Field field = cell.column().path().field();
            try {
                List<Reference> found = resolve(row.row(), cell, mayWait);
                links.put(field.name(), field.kind() == FieldKind.REFERENCES ? found : found.get(0));
            } catch (RefusedRow e) {
                errors.addAll(e.errors());
            } catch (WaitingRow e) {
                waiting = true;
            }
        }
        if (!errors.isEmpty()) {
            throw new RefusedRow(errors);
        }
        if (waiting && !plan.options().dryRun()) {
            throw new WaitingRow();
        }
        return links;
    }

    /** Whether records were created for the row that was linked last. */
    boolean hasCreatedForRow() {
        return !createdForRow.isEmpty();
    }

    /** The row that was linked last is saved, so what was created for it counts. */
    void rowSaved() {
        createdForRow.forEach((key, name) ->
                created.computeIfAbsent(key, k -> new HashSet<>()).add(name));
        createdForRow.clear();
    }

    /** How many records of other types were created for each column. */
    Map<Created, Integer> created() {
        Map<Created, Integer> counts = new LinkedHashMap<>();
        created.forEach((key, names) -> counts.put(key, names.size()));
        return counts;
    }

    String nearest(String type, String text) {
        return types.find(type).isPresent() ? finder.nearest(type, text) : null;
    }

    private List<Reference> resolve(Row row, ReferenceCell cell, boolean mayWait) throws RefusedRow, WaitingRow {
        List<Reference> found = new ArrayList<>();
        for (String name : cell.names()) {
            Reference one = resolveName(row, cell, name);
            if (one == null) {
                return byIds(cell, name, mayWait);
            }
            if (found.stream().noneMatch(known -> known.id() == one.id())) {
                found.add(one);
            }
        }
        return found;
    }

    /** Null where the name leads nowhere or to several records. */
    private Reference resolveName(Row row, ReferenceCell cell, String name) throws RefusedRow {
        List<Reference> hits = hits(cell.targets(), name);
        if (hits.size() == 1) {
            return hits.get(0);
        }
        boolean creates = hits.isEmpty()
                && cell.column().path().field().createsTarget()
                && cell.targets().size() == 1;
        return creates ? create(row, cell, name) : null;
    }

    private List<Reference> hits(List<String> targets, String name) {
        List<Reference> hits = new ArrayList<>();
        for (String target : targets) {
            if (types.find(target).isPresent()) {
                finder.find(target, name).forEach(id -> hits.add(Reference.to(target, id)));
            }
        }
        return hits;
    }

    /**
     * The ids of our own export count where a name is not clear, and only as long as nobody changed the names beside
     * them: what people typed goes before what the machine wrote.
     */
    private List<Reference> byIds(ReferenceCell cell, String name, boolean mayWait) throws RefusedRow, WaitingRow {
        if (!cell.ids().isEmpty()
                && cell.targets().size() == 1
                && types.find(cell.targets().get(0)).isPresent()) {
            String target = cell.targets().get(0);
            List<String> labels = finder.labels(target, cell.ids());
            String written = String.join(ReferenceCell.SEPARATOR, labels);
            if (labels.size() == cell.ids().size() && Folding.fold(written).equals(Folding.fold(cell.text()))) {
                return cell.ids().stream().map(id -> Reference.to(target, id)).toList();
            }
        }
        boolean several = !hits(cell.targets(), name).isEmpty();
        if (mayWait && !several && cell.targets().contains(plan.type().name()) && survey.hasRowNamed(name)) {
            throw new WaitingRow();
        }
        String target = cell.targets().size() == 1 ? cell.targets().get(0) : null;
        String code = several ? "ambiguousReference" : "unknownReference";
        throw new RefusedRow(new RowError(code, cell.column().name(), name, null, target));
    }

    private Reference create(Row row, ReferenceCell cell, String name) throws RefusedRow {
        Mapping.Column column = cell.column();
        RecordType target = types.get(cell.targets().get(0));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(target.labelField(), name);
        for (Mapping.Column part :
                plan.mapping().partsOfTarget(column.path().field().name())) {
            try {
                Field field = part.path().partField();
                Object value = ImportPlan.isReference(field) ? partReference(row, part) : reader.part(row, part);
                if (value != null) {
                    values.put(field.name(), value);
                }
            } catch (BadValue e) {
                throw new RefusedRow(RowError.of(e.code(), part.name(), row.text(part.index())));
            }
        }
        return create(column.name(), target, name, values);
    }

    private Reference create(String column, RecordType target, String name, Map<String, Object> values) {
        RecordData record = records.create(caller, target.name(), values);
        finder.add(record);
        createdForRow.put(new Created(column, target.name()), Folding.fold(name));
        return Reference.to(target.name(), record.id());
    }

    private Reference partReference(Row row, Mapping.Column part) throws RefusedRow {
        String name = part.replaced(row.text(part.index())).strip();
        if (name.isEmpty()) {
            return null;
        }
        Field field = part.path().partField();
        List<Reference> hits = hits(field.targets(), name);
        if (hits.size() == 1) {
            return hits.get(0);
        }
        boolean sameType = hits.isEmpty()
                && field.target() != null
                && field.target().equals(part.path().field().target());
        if (!sameType) {
            String code = hits.isEmpty() ? "unknownReference" : "ambiguousReference";
            throw new RefusedRow(new RowError(code, part.name(), name, null, field.target()));
        }
        RecordType target = types.get(field.target());
        return create(part.name(), target, name, Map.of(target.labelField(), name));
    }
}

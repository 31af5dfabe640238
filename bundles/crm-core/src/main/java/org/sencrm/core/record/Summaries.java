package org.sencrm.core.record;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Summary;
import org.sencrm.api.record.SummaryQuery;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.gate.Rights;
import org.sencrm.core.store.Column;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.TypeRegistry;

/** Totals behind the gate: one statement for the counts and numbers, one more for each amount. */
final class Summaries {

    private static final int MOST_MEASURES = 10;
    private static final int MOST_GROUPS = 1_000;

    private final Database database;
    private final TypeRegistry types;
    private final Questions questions;
    private final Labels labels;
    private final Faults faults;
    private final Supplier<String> currency;
    private final Rates rates;

    Summaries(
            Database database,
            TypeRegistry types,
            Questions questions,
            Labels labels,
            Faults faults,
            Supplier<String> currency,
            Rates rates) {
        this.database = database;
        this.types = types;
        this.questions = questions;
        this.labels = labels;
        this.faults = faults;
        this.currency = currency;
        this.rates = rates;
    }

    Summary summarize(Caller caller, SummaryQuery query) {
        Rights rights = questions.rights(caller);
        StoredType type = questions.readable(caller, rights, query.type());
        StoredField group = query.group() == null || query.group().isBlank()
                ? null
                : groupable(caller, questions.visible(caller, rights, type, query.group()));
        List<Measure> measures = measures(caller, rights, type, query.measures());
        Sql where = questions.where(
                caller,
                rights,
                type,
                Query.of(type.name()).where(query.filter()).matching(query.text()));
        return database.read(connection -> {
            Map<Object, Tally> tallies = tallies(connection, type, group, measures, where);
            Tally total = new Tally();
            tallies.values().forEach(tally -> total.add(tally, measures));
            Conversion conversion = conversion(connection, total);
            Map<String, String> homes = total.homes(measures, currency.get());
            List<Summary.Group> groups = group == null
                    ? List.of()
                    : groups(
                            caller,
                            type,
                            group,
                            tallies,
                            names(connection, caller, rights, tallies),
                            tally -> tally.totals(measures, homes, conversion));
            return new Summary(groups, total.totals(measures, homes, conversion));
        });
    }

    /** Nothing is converted where all amounts are in the company's currency. */
    private Conversion conversion(Connection connection, Tally total) throws SQLException {
        Set<String> found = total.currencies();
        String company = currency.get();
        boolean isForeign = found.stream().anyMatch(code -> !code.equals(company));
        return new Conversion(company, isForeign ? rates.of(connection, found) : Map.of());
    }

    private StoredField groupable(Caller caller, StoredField field) {
        boolean possible = switch (field.kind()) {
            case CHOICE, REFERENCE, BOOLEAN, DATE, TEXT, PERSON_NAME, EMAIL, PHONE, URL -> !field.isId();
            default -> false;
        };
        if (!possible) {
            throw faults.badRequest(caller, "fault.summary.group", field.name());
        }
        return field;
    }

    private List<Measure> measures(Caller caller, Rights rights, StoredType type, List<String> names) {
        Set<String> wanted = new LinkedHashSet<>(names);
        if (wanted.size() > MOST_MEASURES) {
            throw faults.badRequest(caller, "fault.summary.measure", MOST_MEASURES);
        }
        return wanted.stream().map(name -> measure(caller, rights, type, name)).toList();
    }

    private Measure measure(Caller caller, Rights rights, StoredType type, String name) {
        String[] parts = name.split(":", -1);
        Measure.Function function = Measure.Function.of(parts[0]);
        boolean onField = parts.length == 2 && function != null && function != Measure.Function.COUNT;
        if (!onField && !(function == Measure.Function.COUNT && parts.length == 1)) {
            throw faults.badRequest(caller, "fault.summary.measure", name);
        }
        if (!onField) {
            return new Measure(name, function, null);
        }
        StoredField field = questions.visible(caller, rights, type, parts[1]);
        if (!field.kind().isSummable() && field.kind() != FieldKind.PERCENT) {
            throw faults.badRequest(caller, "fault.summary.measure", name);
        }
        return new Measure(name, function, field);
    }

    /** By the value of the group field; one for null where nothing is grouped. */
    private static Map<Object, Tally> tallies(
            Connection connection, StoredType type, StoredField group, List<Measure> measures, Sql where)
            throws SQLException {
        Map<Object, Tally> tallies = new HashMap<>();
        List<Measure> numbers = measures.stream()
                .filter(measure -> measure.field() != null && !measure.isMoney())
                .toList();
        read(connection, type, group, null, numbers, where, tallies);
        Map<StoredField, List<Measure>> amounts = measures.stream()
                .filter(Measure::isMoney)
                .collect(Collectors.groupingBy(Measure::field, LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<StoredField, List<Measure>> amount : amounts.entrySet()) {
            read(connection, type, group, amount.getKey().second(), amount.getValue(), where, tallies);
        }
        return tallies;
    }

    /** @param currency column by which amounts are kept apart; null for measures that are no amounts, which count, too */
    private static void read(
            Connection connection,
            StoredType type,
            StoredField group,
            Column currency,
            List<Measure> measures,
            Sql where,
            Map<Object, Tally> tallies)
            throws SQLException {
        List<String> keys = new ArrayList<>();
        if (group != null) {
            group.columns().forEach(column -> keys.add(column.name()));
        }
        int end = keys.size() + 1;
        if (currency != null) {
            keys.add(currency.name());
        }
        List<String> columns = new ArrayList<>(keys);
        columns.add("count(*)");
        measures.forEach(measure -> columns.add(measure.sql()));
        Sql statement = Sql.of("select " + String.join(", ", columns) + " from " + type.table())
                .add(where)
                .add(keys.isEmpty() ? "" : " group by " + String.join(", ", keys));
        statement.query(connection, row -> {
            Object key = group == null ? null : group.read(row, 1);
            Tally tally = tallies.computeIfAbsent(key, value -> new Tally());
            String unit = currency == null ? null : row.getString(end);
            int index = currency == null ? end : end + 1;
            if (currency == null) {
                tally.count(row.getLong(index));
            }
            addMeasures(row, index + 1, measures, unit, tally);
            return tally;
        });
    }

    private static void addMeasures(ResultSet row, int from, List<Measure> measures, String unit, Tally tally)
            throws SQLException {
        int index = from;
        for (Measure measure : measures) {
            tally.add(measure, unit, row.getBigDecimal(index), row.getLong(index + 1));
            index += 2;
        }
    }

    private Map<Reference, String> names(
            Connection connection, Caller caller, Rights rights, Map<Object, Tally> tallies) throws SQLException {
        Set<Reference> references = new HashSet<>();
        tallies.keySet().forEach(key -> ReferenceCheck.references(key).forEach(references::add));
        return labels.find(connection, caller, rights, references);
    }

    private List<Summary.Group> groups(
            Caller caller,
            StoredType type,
            StoredField field,
            Map<Object, Tally> tallies,
            Map<Reference, String> names,
            Function<Tally, Summary.Totals> totals) {
        Map<Object, String> ordered = new LinkedHashMap<>();
        for (Choice choice : types.choices(type.name(), field.name(), caller.locale())) {
            ordered.put(choice.code(), choice.label());
        }
        tallies.entrySet().stream()
                .filter(entry -> entry.getKey() != null)
                .sorted(Comparator.comparing((Map.Entry<Object, Tally> entry) ->
                                -entry.getValue().count())
                        .thenComparing(entry -> entry.getKey().toString()))
                .forEach(entry -> ordered.putIfAbsent(entry.getKey(), label(caller, entry.getKey(), names)));
        if (tallies.containsKey(null)) {
            ordered.put(null, "");
        }
        return ordered.entrySet().stream()
                .limit(MOST_GROUPS)
                .map(entry -> new Summary.Group(
                        key(entry.getKey()),
                        entry.getValue(),
                        totals.apply(tallies.getOrDefault(entry.getKey(), new Tally()))))
                .toList();
    }

    private static String key(Object value) {
        return value instanceof Reference reference ? Long.toString(reference.id()) : Objects.toString(value, null);
    }

    private String label(Caller caller, Object value, Map<Reference, String> names) {
        if (value instanceof Reference reference) {
            return Objects.toString(names.get(reference), "");
        } else if (value instanceof Boolean yes) {
            return faults.text(caller, yes ? "record.yes" : "record.no");
        }
        return value.toString();
    }
}

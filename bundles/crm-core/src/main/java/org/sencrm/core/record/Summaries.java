package org.sencrm.core.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
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
import java.util.stream.Stream;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Summary;
import org.sencrm.api.record.SummaryQuery;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.gate.Extent;
import org.sencrm.core.gate.Rights;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.SystemFields;
import org.sencrm.core.type.TypeRegistry;

/** Totals behind the gate. What they come to stays in the database but for the groups that are asked for. */
final class Summaries {

    private static final int MOST_MEASURES = 10;

    private final Database database;
    private final TypeRegistry types;
    private final Questions questions;
    private final Labels labels;
    private final Faults faults;
    private final Supplier<String> currency;
    private final Supplier<ZoneId> zone;

    /**
     * @param currency of the company
     * @param zone of the company
     */
    Summaries(
            Database database,
            TypeRegistry types,
            Questions questions,
            Labels labels,
            Faults faults,
            Supplier<String> currency,
            Supplier<ZoneId> zone) {
        this.database = database;
        this.types = types;
        this.questions = questions;
        this.labels = labels;
        this.faults = faults;
        this.currency = currency;
        this.zone = zone;
    }

    Summary summarize(Caller caller, SummaryQuery query) {
        Rights rights = questions.rights(caller);
        StoredType type = questions.readable(caller, rights, query.type());
        StoredField group = query.group() == null || query.group().isBlank()
                ? null
                : groupable(caller, questions.visible(caller, rights, type, query.group()));
        List<Measure> measures = measures(caller, rights.hidden(type), type, query.measures());
        Sql where = questions.where(
                caller,
                rights,
                type,
                Query.of(type.name()).where(query.filter()).matching(query.text()),
                Extent.ALL);
        Map<String, String> choices = group == null ? Map.of() : choices(caller, rights, type, group);
        Grouping grouping =
                group == null ? Grouping.none(type) : Grouping.by(type, group, List.copyOf(choices.keySet()));
        Map<StoredField, RateDay> days = days(rights, type, measures);
        return database.read(connection -> {
            String company = currency.get();
            Conversion conversion = new Conversion(connection, where, company, days);
            TallyReader.Found found =
                    new TallyReader(connection, where, measures, conversion).read(grouping, query.limit());
            Map<String, String> homes = found.total().homes(measures, company);
            Set<String> mixed = mixed(measures, found.total(), company);
            Function<Tally, Summary.Totals> totals = tally -> tally.totals(measures, homes, company, mixed);
            List<Summary.Group> groups = group == null
                    ? List.of()
                    : groups(
                            caller,
                            choices,
                            grouping.overlaps(),
                            found,
                            names(connection, caller, rights, found.groups().keySet()),
                            totals);
            return new Summary(groups, totals.apply(found.total()), found.more(), rateDays(measures, mixed, days));
        });
    }

    /** The day whose rate counts, by amount: what it is declared to be, else the creation, of what the caller may read. */
    Map<StoredField, RateDay> days(Rights rights, StoredType type, List<Measure> measures) {
        Set<String> hidden = rights.hidden(type);
        Map<StoredField, RateDay> days = new HashMap<>();
        for (Measure measure : measures) {
            if (measure.isConverted()) {
                List<StoredField> fields = Stream.concat(
                                measure.field().ratedOn().stream(), Stream.of(SystemFields.CREATED_AT))
                        .filter(name -> !hidden.contains(name))
                        .map(type::require)
                        .toList();
                if (!fields.isEmpty()) {
                    days.put(measure.field(), new RateDay(fields, zone.get()));
                }
            }
        }
        return days;
    }

    /** Names of the sums that are to be converted: nothing is where all amounts are in the company's currency. */
    static Set<String> mixed(List<Measure> measures, Tally total, String company) {
        return measures.stream()
                .filter(Measure::isConverted)
                .filter(measure -> total.currencies(measure).stream().anyMatch(code -> !code.equals(company)))
                .map(Measure::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static Map<String, List<String>> rateDays(
            List<Measure> measures, Set<String> mixed, Map<StoredField, RateDay> days) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        measures.stream()
                .filter(measure -> mixed.contains(measure.name()) && days.containsKey(measure.field()))
                .forEach(measure ->
                        names.put(measure.name(), days.get(measure.field()).names()));
        return names;
    }

    /** Labels of the choices of a field by their codes, in their order. */
    Map<String, String> choices(Caller caller, Rights rights, StoredType type, StoredField field) {
        Map<String, String> labels = new LinkedHashMap<>();
        types.choices(type.name(), field.name(), caller.locale(), name -> isKnown(rights, name))
                .forEach(choice -> labels.putIfAbsent(choice.code(), choice.label()));
        return labels;
    }

    private boolean isKnown(Rights rights, String type) {
        return types.stored(type).filter(found -> rights.may(Right.READ, found)).isPresent();
    }

    private StoredField groupable(Caller caller, StoredField field) {
        boolean possible = switch (field.kind()) {
            case CHOICE, CHOICES, REFERENCE, BOOLEAN, DATE, TEXT, PERSON_NAME, EMAIL, PHONE, URL -> !field.isId();
            default -> false;
        };
        if (!possible) {
            throw faults.badRequest(caller, "fault.summary.group", field.name());
        }
        return field;
    }

    /** @param hidden names of the fields that may not be asked for */
    List<Measure> measures(Caller caller, Set<String> hidden, StoredType type, List<String> names) {
        Set<String> wanted = new LinkedHashSet<>(names);
        if (wanted.size() > MOST_MEASURES) {
            throw faults.badRequest(caller, "fault.summary.measure", MOST_MEASURES);
        }
        return wanted.stream().map(name -> measure(caller, hidden, type, name)).toList();
    }

    private Measure measure(Caller caller, Set<String> hidden, StoredType type, String name) {
        String[] parts = name.split(":", -1);
        Measure.Function function = Measure.Function.of(parts[0]);
        boolean onField = parts.length == 2 && function != null && function != Measure.Function.COUNT;
        if (!onField && !(function == Measure.Function.COUNT && parts.length == 1)) {
            throw faults.badRequest(caller, "fault.summary.measure", name);
        }
        if (!onField) {
            return new Measure(name, function, null);
        }
        StoredField field = questions.visible(caller, hidden, type, parts[1]);
        if (!field.kind().isSummable() && field.kind() != FieldKind.PERCENT) {
            throw faults.badRequest(caller, "fault.summary.measure", name);
        }
        return new Measure(name, function, field);
    }

    /** Labels of the references among what groups have in common. */
    Map<Reference, String> names(Connection connection, Caller caller, Rights rights, Set<Object> keys)
            throws SQLException {
        Set<Reference> references = new HashSet<>();
        keys.forEach(key -> ReferenceCheck.references(key).forEach(references::add));
        return labels.find(connection, caller, rights, references);
    }

    /**
     * Empty choices are left out where other groups are: nobody could tell which of them are empty.
     *
     * @param overlaps whether the choices are members of lists, which have no order but by their number
     */
    private List<Summary.Group> groups(
            Caller caller,
            Map<String, String> choices,
            boolean overlaps,
            TallyReader.Found found,
            Map<Reference, String> names,
            Function<Tally, Summary.Totals> totals) {
        Map<Object, String> ordered = new LinkedHashMap<>();
        Runnable inOrder = () -> choices.forEach((code, label) -> {
            if (!found.more() || found.groups().containsKey(code)) {
                ordered.putIfAbsent(code, label);
            }
        });
        if (!overlaps) {
            inOrder.run();
        }
        found.groups().keySet().stream()
                .filter(Objects::nonNull)
                .forEach(key -> ordered.putIfAbsent(key, label(caller, key, choices, names)));
        inOrder.run();
        if (found.groups().containsKey(null)) {
            ordered.put(null, "");
        }
        return ordered.entrySet().stream()
                .map(entry -> new Summary.Group(
                        key(entry.getKey()),
                        entry.getValue(),
                        totals.apply(found.groups().getOrDefault(entry.getKey(), new Tally()))))
                .toList();
    }

    static String key(Object value) {
        return value instanceof Reference reference ? Long.toString(reference.id()) : Objects.toString(value, null);
    }

    String label(Caller caller, Object value, Map<String, String> choices, Map<Reference, String> names) {
        if (value instanceof Reference reference) {
            return Objects.toString(names.get(reference), "");
        } else if (value instanceof Boolean yes) {
            return faults.text(caller, yes ? "record.yes" : "record.no");
        }
        return choices.getOrDefault(value.toString(), value.toString());
    }
}

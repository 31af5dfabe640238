package org.sencrm.core.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Summary;
import org.sencrm.api.record.SummaryQuery;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.gate.Rights;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;

/**
 * What all records of a type come to, for those whose role lets totals go beyond what they may read. Nothing can be asked
 * but the total and the table of one field, without any filter: so there are no two questions whose difference is a record.
 */
final class CompanyTotals {

    private final Database database;
    private final Questions questions;
    private final Summaries summaries;
    private final Faults faults;
    private final Supplier<String> currency;
    private final TotalsLimits limits;
    private final RecentTotals recent;

    /** @param currency of the company */
    CompanyTotals(
            Database database,
            Questions questions,
            Summaries summaries,
            Faults faults,
            Supplier<String> currency,
            TotalsLimits limits,
            RecentTotals recent) {
        this.database = database;
        this.questions = questions;
        this.summaries = summaries;
        this.faults = faults;
        this.currency = currency;
        this.limits = limits;
        this.recent = recent;
    }

    Optional<Summary> of(Caller caller, String typeName, String group, List<String> names) {
        Rights rights = questions.rights(caller);
        StoredType type = questions.readable(caller, rights, typeName);
        Optional<Set<String>> hidden = rights.hiddenInTotals(type);
        if (hidden.isEmpty()) {
            return Optional.empty();
        }
        boolean whole = group == null || group.isBlank();
        StoredField field = whole ? null : questions.visible(caller, hidden.get(), type, group);
        List<Measure> measures = summaries.measures(caller, hidden.get(), type, names);
        measures.stream().filter(measure -> !isCountOrSum(measure)).findFirst().ifPresent(measure -> {
            throw faults.badRequest(caller, "fault.summary.measure", measure.name());
        });
        if (field != null && !limits.allowGroups(type, field)) {
            return Optional.empty();
        }
        Asked asked = asked(caller, rights, type, field, measures);
        // what is not committed yet is nobody else's, and may never be
        boolean apart = database.inTransaction();
        return database.read(connection -> {
            Optional<RecentTotals.Told> told =
                    apart ? read(connection, asked) : recent.answer(asked.question(), () -> read(connection, asked));
            return told.isPresent() ? Optional.of(summary(connection, asked, told.get())) : Optional.empty();
        });
    }

    private static boolean isCountOrSum(Measure measure) {
        return measure.function() == Measure.Function.COUNT || measure.function() == Measure.Function.SUM;
    }

    private Asked asked(Caller caller, Rights rights, StoredType type, StoredField field, List<Measure> measures) {
        List<Measure> told = measures.stream().filter(TotalsLimits::allow).toList();
        return new Asked(
                caller,
                rights,
                type,
                field,
                told,
                known(caller, rights, type),
                summaries.days(rights, type, told),
                limits.fewest(),
                currency.get());
    }

    /** What the caller may read, and what the caller made, whoever has it now. */
    private static Sql known(Caller caller, Rights rights, StoredType type) {
        return Sql.of("(").add(rights.condition(Right.READ, type)).add(" or CREATED_BY=?)", caller.userId());
    }

    /**
     * A question that may be asked.
     *
     * @param field null for the total alone
     * @param known the condition under which the caller knows a record
     * @param days whose rates count, by amount
     * @param fewest records that the caller does not know, behind each figure
     * @param company its currency
     */
    private record Asked(
            Caller caller,
            Rights rights,
            StoredType type,
            StoredField field,
            List<Measure> measures,
            Sql known,
            Map<StoredField, RateDay> days,
            int fewest,
            String company) {

        List<Measure> sums() {
            return measures.stream().filter(measure -> measure.field() != null).toList();
        }

        RecentTotals.Question question() {
            Set<String> converted = sums().stream().map(Measure::name).collect(Collectors.toSet());
            return new RecentTotals.Question(
                    type.name(),
                    field == null ? null : field.name(),
                    measures.stream().map(Measure::name).toList(),
                    known.content(),
                    fewest,
                    company,
                    Summaries.rateDays(measures, converted, days));
        }
    }

    private static Optional<RecentTotals.Told> read(Connection connection, Asked asked) throws SQLException {
        Grouping grouping = asked.field() == null
                ? Grouping.none(asked.type())
                : Grouping.by(asked.type(), asked.field(), List.of());
        Sql where = Sql.of(" where DELETED_AT is null");
        ForeignReader.Found foreign = new ForeignReader(connection, where, asked.known(), asked.sums()).read(grouping);
        Foreigners all = FoldedGroups.all(foreign.records().values());
        int least = asked.fewest();
        Optional<FoldedGroups> folded = FoldedGroups.of(foreign.records(), least);
        if (all.count() == 0 || !all.isSafe(least) || folded.isEmpty()) {
            return Optional.empty();
        }
        Predicate<Map<Object, Foreigners>> inTotal =
                figure -> FoldedGroups.all(figure.values()).isSafe(least);
        Set<String> ofTotal = told(asked, foreign, inTotal);
        Set<String> ofGroups =
                told(asked, foreign, inTotal.and(figure -> folded.get().allow(figure, least)));
        CompanyFigures figures = figures(connection, asked, where, grouping);
        Map<Object, Summary.Totals> groups = new LinkedHashMap<>();
        if (asked.field() != null && !figures.found().more()) {
            figures.folded(folded.get()).forEach((key, tally) -> groups.put(key, figures.totals(tally, ofGroups)));
        }
        return Optional.of(new RecentTotals.Told(
                Collections.unmodifiableMap(groups),
                figures.totals(figures.found().total(), ofTotal),
                figures.rateDays(ofTotal)));
    }

    /** Names of the measures of which each figure is safe. */
    private static Set<String> told(Asked asked, ForeignReader.Found foreign, Predicate<Map<Object, Foreigners>> safe) {
        return asked.measures().stream()
                .filter(measure ->
                        measure.field() == null || safe.test(foreign.figures().get(measure)))
                .map(Measure::name)
                .collect(Collectors.toSet());
    }

    private static CompanyFigures figures(Connection connection, Asked asked, Sql where, Grouping grouping)
            throws SQLException {
        Conversion conversion = new Conversion(connection, where, asked.company(), asked.days());
        TallyReader.Found found =
                new TallyReader(connection, where, asked.measures(), conversion).read(grouping, SummaryQuery.MAX_LIMIT);
        return new CompanyFigures(asked.measures(), found, asked.company(), asked.days());
    }

    /** In the caller's words: choices in their order, others by falling count, then what is folded. */
    private Summary summary(Connection connection, Asked asked, RecentTotals.Told told) throws SQLException {
        Map<Object, Summary.Totals> totals = told.groups();
        Map<String, String> choices = asked.field() == null
                ? Map.of()
                : summaries.choices(asked.caller(), asked.rights(), asked.type(), asked.field());
        Map<Reference, String> names = summaries.names(connection, asked.caller(), asked.rights(), totals.keySet());
        Set<Object> keys = new LinkedHashSet<>(choices.keySet());
        keys.addAll(totals.keySet());
        keys.removeIf(key -> key == null || CompanyFigures.OTHERS.equals(key) || !totals.containsKey(key));
        List<Summary.Group> groups = new ArrayList<>();
        for (Object key : keys) {
            String label = summaries.label(asked.caller(), key, choices, names);
            groups.add(new Summary.Group(Summaries.key(key), label, totals.get(key)));
        }
        if (totals.containsKey(null)) {
            groups.add(new Summary.Group(null, "", totals.get(null)));
        }
        if (totals.containsKey(CompanyFigures.OTHERS)) {
            String label = faults.text(asked.caller(), "summary.others");
            groups.add(new Summary.Group(Summary.OTHERS, label, totals.get(CompanyFigures.OTHERS)));
        }
        return new Summary(groups, told.total(), false, told.rateDays());
    }
}

package org.sencrm.core.record;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sencrm.api.record.Summary;
import org.sencrm.core.type.StoredField;

/**
 * What company totals tell of figures: amounts as one, as those in one of several currencies could be a single record's.
 *
 * @param company currency of the company
 * @param days whose rates count, by amount
 */
record CompanyFigures(List<Measure> measures, TallyReader.Found found, String company, Map<StoredField, RateDay> days) {

    /** Key of the groups that are told together; no group has it. */
    static final Object OTHERS = new Object();

    /** What the groups come to, those that are folded as one. */
    Map<Object, Tally> folded(FoldedGroups folded) {
        Map<Object, Tally> tallies = new LinkedHashMap<>();
        found.groups()
                .forEach((key, tally) -> tallies.computeIfAbsent(
                                folded.isFolded(key) ? OTHERS : key, each -> new Tally())
                        .add(tally, measures));
        return tallies;
    }

    /** @param told names of the measures that may be told */
    Summary.Totals totals(Tally tally, Set<String> told) {
        Set<String> mixed = mixed();
        Summary.Totals all = tally.totals(measures, found.total().homes(measures, company), company, mixed);
        Map<String, Object> figures = new HashMap<>();
        all.measures().forEach((name, figure) -> {
            if (told.contains(name)) {
                figures.put(name, mixed.contains(name) ? all.converted().get(name) : figure);
            }
        });
        return new Summary.Totals(all.count(), figures, Map.of());
    }

    Map<String, List<String>> rateDays(Set<String> told) {
        Set<String> mixed = mixed();
        mixed.retainAll(told);
        return Summaries.rateDays(measures, mixed, days);
    }

    private Set<String> mixed() {
        return Summaries.mixed(measures, found.total(), company);
    }
}

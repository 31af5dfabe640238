package org.sencrm.ui.total;

import java.util.List;
import java.util.Optional;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Summary;

/** What all records of a type come to, for those whose role lets totals go beyond what they may open. */
public final class CompanyTotal {

    private CompanyTotal() {}

    /**
     * Reads it; touches no component. Empty where there is nothing to tell beside one's own figures, and where a list shows
     * a part of the records only, as company totals know no filter.
     *
     * @param shown what the figures beside it are about
     * @param group null for the total alone
     */
    public static Optional<Summary> of(
            Records records, Caller caller, Query shown, String group, List<String> measures) {
        boolean everything = shown.filter().isBlank() && shown.text().isBlank() && !shown.trashed();
        try {
            return everything ? records.companyTotals(caller, shown.type(), group, measures) : Optional.empty();
        } catch (Fault unreadable) {
            // one's own figures stand without it
            return Optional.empty();
        }
    }
}

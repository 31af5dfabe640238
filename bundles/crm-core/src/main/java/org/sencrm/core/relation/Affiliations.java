package org.sencrm.core.relation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Rsql;

/** The accounts of a contact, kept in step with the one that stands at the contact itself. */
final class Affiliations {

    static final String TYPE = "affiliations";
    static final String CONTACT = "contact";
    static final String ACCOUNT = "account";
    static final String PRIMARY = "primary";

    private final Records records;

    Affiliations(Records records) {
        this.records = records;
    }

    List<RecordData> of(Caller caller, long contact) {
        Query query = Query.of(TYPE)
                .where(Rsql.equal(CONTACT, contact))
                .reading(ACCOUNT, PRIMARY)
                .limitedTo(Query.MAX_LIMIT);
        return records.list(caller, query).items();
    }

    /**
     * Makes that the primary one which points to this account, and no other. This follows from what somebody did and asks
     * for no right of its own.
     *
     * @param account id; null for none
     */
    void followAccount(Caller caller, long contact, Long account) {
        Caller product = Caller.system().through(caller.through());
        // the new one last: once it is primary nothing is left to follow
        List<RecordData> all = of(product, contact).stream()
                .sorted(Comparator.comparing(affiliation -> stands(affiliation, account)))
                .toList();
        for (RecordData affiliation : all) {
            boolean primary = stands(affiliation, account);
            if (primary != Boolean.TRUE.equals(affiliation.get(PRIMARY))) {
                records.update(product, TYPE, affiliation.id(), affiliation.version(), Map.of(PRIMARY, primary));
            }
        }
    }

    private static boolean stands(RecordData affiliation, Long account) {
        return account != null && affiliation.reference(ACCOUNT).id() == account;
    }
}

package org.sencrm.api.search;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Reference;

/** Search across all record types that the caller may read. */
@ProviderType
public interface Search {

    /**
     * Best first; forgiving of case, accents and small typing errors.
     *
     * @param text what the user typed
     * @param limit how many hits at most, 1 to 100
     */
    List<Hit> find(Caller caller, String text, int limit);

    /**
     * @param record with its label
     * @param detail a second line that tells records of the same name apart; empty for none
     */
    record Hit(Reference record, String detail) {}
}

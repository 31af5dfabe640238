package org.sencrm.api.access;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Answers the question why somebody may see a record, or may not. Thread safe. */
@ProviderType
public interface Explanations {

    /**
     * What the user may do with the record, and by what.
     *
     * @param caller an administrator
     * @param record id of one that is not in the trash
     * @param user id of a user, active or not
     * @throws org.sencrm.api.fault.NotFound where the type, the record or the user is not there for the caller
     * @throws org.sencrm.api.fault.Forbidden where the caller is no administrator
     */
    Explanation explain(Caller caller, String type, long record, long user);

    /**
     * What the user may do with each type of which there is anything that they may do, by name of the type.
     *
     * @param caller an administrator
     * @param user id of a user; for one who is not active the answer is empty
     * @throws org.sencrm.api.fault.NotFound where the user is not there for the caller
     * @throws org.sencrm.api.fault.Forbidden where the caller is no administrator
     * @since 1.6
     */
    List<TypeRights> rights(Caller caller, long user);
}

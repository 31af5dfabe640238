package org.sencrm.core.gate;

import java.util.List;
import java.util.Set;
import org.sencrm.api.record.Reference;

/**
 * An active user and all that follows from their roles and teams, as it was read at one moment.
 *
 * @param outside whether it is a partner or a customer, whose every right ends at their company
 * @param account id of the company that somebody from outside belongs to; 0 for none, as for all who work here
 * @param mainTeam null for none
 * @param teams with their names: those that the user belongs to or manages; none for somebody from outside
 * @param teamIds ids of {@code teams}
 * @param subtreeIds {@code teamIds} and all teams below them
 * @param permissions codes of what modules let the user do
 * @param modulesOff ids of the modules that are switched off for each of the roles
 */
record Member(
        long userId,
        String userName,
        String name,
        String email,
        boolean outside,
        long account,
        boolean administrator,
        Reference mainTeam,
        List<Reference> roles,
        List<Reference> teams,
        Set<Long> teamIds,
        Set<Long> subtreeIds,
        Set<String> modulesOff,
        List<Grant> grants,
        Set<String> permissions) {

    /** One of the roles, with its name. */
    Reference role(long id) {
        return roles.stream().filter(each -> each.id() == id).findFirst().orElseThrow();
    }
}

package org.sencrm.core.share;

import java.time.Instant;
import org.sencrm.api.record.Reference;
import org.sencrm.core.type.SystemFields;

/**
 * One record that is open to one user or one team.
 *
 * @param user 0 where it is open to a team
 * @param team 0 where it is open to a user
 * @param mayChange whether it may be changed too, not only read
 * @param by id of the user who shared it; 0 for the product itself
 */
public record ShareRow(
        long id, String type, long record, long user, long team, boolean mayChange, long by, Instant at) {

    /** @param with a user or a team */
    public static ShareRow of(
            long id, String type, long record, Reference with, boolean mayChange, long by, Instant at) {
        boolean person = SystemFields.USERS.equals(with.type());
        return new ShareRow(id, type, record, person ? with.id() : 0, person ? 0 : with.id(), mayChange, by, at);
    }

    /** The user or team, without a label. */
    public Reference with() {
        return user == 0 ? Reference.to(SystemFields.TEAMS, team) : Reference.to(SystemFields.USERS, user);
    }
}

package org.sencrm.core.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.sencrm.core.filter.ListComparison;
import org.sencrm.core.gate.Kinds;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.SystemFields;
import org.sencrm.core.type.TypeRegistry;

/** Who works here, not being from outside, and belongs to a team or manages it. */
final class TeamMembers {

    private final TypeRegistry types;

    TeamMembers(TypeRegistry types) {
        this.types = types;
    }

    /** Ids of users. */
    Set<Long> of(Connection connection, long team) throws SQLException {
        StoredType users = types.stored(SystemFields.USERS).orElse(null);
        StoredType teams = types.stored(SystemFields.TEAMS).orElse(null);
        if (users == null || teams == null) {
            return Set.of();
        }
        return Set.copyOf(Sql.of(
                        "select ID from " + users.table() + " where DELETED_AT is null and " + column(users, "active")
                                + "=? and " + Kinds.INSIDE + " and (TEAM_ID=? or "
                                + ListComparison.likes(column(users, "teams"), "?"),
                        true,
                        team,
                        ListComparison.pattern(Long.toString(team)))
                .add(" or ID in (select " + column(teams, "manager") + " from " + teams.table() + " where ID=?))", team)
                .query(connection, row -> row.getLong(1)));
    }

    private static String column(StoredType type, String field) {
        return type.require(field).column().name();
    }
}

package org.sencrm.core.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.core.gate.Gate;
import org.sencrm.core.gate.Rights;
import org.sencrm.core.record.PeopleByName;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.SystemFields;
import org.sencrm.core.type.TypeRegistry;

/** People and teams as those with whom records of a type can be shared. */
final class Colleagues {

    private static final String NAME = "name";

    private final TypeRegistry types;
    private final Gate gate;
    private final Records records;
    private final PeopleByName people;

    Colleagues(TypeRegistry types, Gate gate, Records records) {
        this.types = types;
        this.gate = gate;
        this.records = records;
        this.people = new PeopleByName(records);
    }

    /** What stands against sharing with somebody, as the key of a message; null for nothing. */
    String obstacle(Connection connection, Caller asking, StoredType type, Reference with) throws SQLException {
        if (SystemFields.TEAMS.equals(with.type())) {
            return isTeam(connection, with.id()) ? null : "fault.share.nobody";
        }
        Rights rights = SystemFields.USERS.equals(with.type()) ? rights(asking, with.id()) : null;
        if (rights == null || rights.self() == null) {
            return "fault.share.nobody";
        }
        return rights.may(Right.READ, type) ? null : "fault.share.unreadable";
    }

    private Rights rights(Caller asking, long user) {
        return gate.rights(new Caller(user, asking.locale(), asking.zone(), asking.through(), 0));
    }

    private boolean isTeam(Connection connection, long id) throws SQLException {
        StoredType teams = types.stored(SystemFields.TEAMS).orElse(null);
        return teams != null
                && Sql.of("select ID from " + teams.table() + " where DELETED_AT is null and ID=?", id)
                                .first(connection, row -> row.getLong(1))
                        != null;
    }

    /** By name, of which words begin as typed. */
    List<Reference> people(Caller caller, StoredType type, String typed, int limit) {
        return people.find(caller, typed, limit, id -> rights(caller, id).may(Right.READ, type));
    }

    /** By name, of which words begin as typed. */
    List<Reference> teams(Caller caller, String typed, int limit) {
        Query named = Query.of(SystemFields.TEAMS)
                .matching(typed)
                .sortedBy(NAME)
                .reading(NAME)
                .limitedTo(limit);
        return records.list(caller, named).items().stream()
                .map(team -> new Reference(team.type(), team.id(), team.text(NAME)))
                .toList();
    }
}

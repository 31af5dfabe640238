package org.sencrm.core.gate;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sencrm.api.record.Reference;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.SystemFields;

/** All teams and how they hang together. */
final class TeamTree {

    static final TeamTree EMPTY = new TeamTree(List.of());

    private final Map<Long, Team> teams = new LinkedHashMap<>();

    private TeamTree(List<Team> all) {
        all.forEach(team -> teams.put(team.id, team));
    }

    static TeamTree load(Connection connection, StoredType type) throws SQLException {
        String columns = "ID, " + type.label().column().name() + ", "
                + type.require("parent").column().name() + ", "
                + type.require("manager").column().name();
        return new TeamTree(Sql.of("select " + columns + " from " + type.table() + " where DELETED_AT is null")
                .query(connection, TeamTree::team));
    }

    private static Team team(ResultSet row) throws SQLException {
        return new Team(row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4));
    }

    Set<Long> managedBy(long user) {
        Set<Long> managed = new HashSet<>();
        teams.values().stream().filter(team -> team.manager == user).forEach(team -> managed.add(team.id));
        return managed;
    }

    /** These teams and all below them; a ring of teams ends where it began. */
    Set<Long> withAllBelow(Collection<Long> roots) {
        Set<Long> reached = new HashSet<>(roots);
        Deque<Long> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            long parent = open.remove();
            teams.values().stream()
                    .filter(team -> team.parent == parent && reached.add(team.id))
                    .forEach(team -> open.add(team.id));
        }
        return reached;
    }

    Reference reference(long id) {
        Team team = teams.get(id);
        return new Reference(SystemFields.TEAMS, id, team == null ? null : team.name);
    }

    private record Team(long id, String name, long parent, long manager) {}
}

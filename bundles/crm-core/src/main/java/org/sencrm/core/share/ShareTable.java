package org.sencrm.core.share;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.sencrm.api.record.Reference;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.SystemFields;

/** The table {@code CORE_SHARE}. */
public final class ShareTable {

    private static final String COLUMNS =
            "ID, RECORD_TYPE, RECORD_ID, USER_ID, TEAM_ID, MAY_CHANGE, SHARED_BY, SHARED_AT";
    private static final String SELECT = "select " + COLUMNS + " from CORE_SHARE where ";

    public void insert(Connection connection, ShareRow row) throws SQLException {
        Sql.of(
                        "insert into CORE_SHARE (" + COLUMNS + ") values (?,?,?,?,?,?,?,?)",
                        row.id(),
                        row.type(),
                        row.record(),
                        row.user(),
                        row.team(),
                        row.mayChange(),
                        row.by(),
                        row.at())
                .execute(connection);
    }

    /** Oldest first. */
    public List<ShareRow> ofRecord(Connection connection, String type, long record) throws SQLException {
        return Sql.of(SELECT + "RECORD_TYPE=? and RECORD_ID=? order by ID", type, record)
                .query(connection, ShareTable::row);
    }

    /** The record's share with this user or team; null for none. */
    public ShareRow find(Connection connection, String type, long record, Reference with) throws SQLException {
        return ofRecord(connection, type, record).stream()
                .filter(row -> row.with().equals(Reference.to(with.type(), with.id())))
                .findFirst()
                .orElse(null);
    }

    public void change(Connection connection, ShareRow row) throws SQLException {
        Sql.of(
                        "update CORE_SHARE set MAY_CHANGE=?, SHARED_BY=?, SHARED_AT=? where ID=?",
                        row.mayChange(),
                        row.by(),
                        row.at(),
                        row.id())
                .execute(connection);
    }

    public void delete(Connection connection, long id) throws SQLException {
        Sql.of("delete from CORE_SHARE where ID=?", id).execute(connection);
    }

    /** All about a record that is gone for good; where it was a user or a team, also what was open to it. */
    public void forget(Connection connection, String type, long record) throws SQLException {
        Sql.of("delete from CORE_SHARE where RECORD_TYPE=? and RECORD_ID=?", type, record)
                .execute(connection);
        if (SystemFields.USERS.equals(type)) {
            Sql.of("delete from CORE_SHARE where USER_ID=?", record).execute(connection);
        } else if (SystemFields.TEAMS.equals(type)) {
            Sql.of("delete from CORE_SHARE where TEAM_ID=?", record).execute(connection);
        }
    }

    /** Names of the types of which any record is open to the user. */
    public Set<String> typesOfUser(Connection connection, long user) throws SQLException {
        return types(connection, withUser(user));
    }

    /** Names of the types of which any record is open to one of the teams. */
    public Set<String> typesOfTeams(Connection connection, Collection<Long> teams) throws SQLException {
        return teams.isEmpty() ? Set.of() : types(connection, withTeams(teams));
    }

    private static Set<String> types(Connection connection, Sql with) throws SQLException {
        return Set.copyOf(Sql.of("select distinct RECORD_TYPE from CORE_SHARE where ")
                .add(with)
                .query(connection, row -> row.getString(1)));
    }

    /** The ids of the records of the type that are open to the user. */
    public static Sql recordsOfUser(String type, long user) {
        return records(type, withUser(user));
    }

    /** The ids of the records of the type that are open to one of the teams. */
    public static Sql recordsOfTeams(String type, Collection<Long> teams) {
        return records(type, withTeams(teams));
    }

    private static Sql records(String type, Sql with) {
        return Sql.of("select RECORD_ID from CORE_SHARE where ").add(with).add(" and RECORD_TYPE=?", type);
    }

    private static Sql withUser(long user) {
        return Sql.of("USER_ID=?", user);
    }

    private static Sql withTeams(Collection<Long> teams) {
        return Sql.of("TEAM_ID in ").list(ColumnType.LONG, teams);
    }

    private static ShareRow row(ResultSet row) throws SQLException {
        return new ShareRow(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getBoolean(6),
                row.getLong(7),
                (Instant) ColumnType.TIMESTAMP.read(row, 8));
    }
}

package org.sencrm.core.policy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Sql;
import org.sencrm.core.value.ListText;

/** What the tables of policies tell beside what the engine reads of them. */
final class PolicyTable {

    private static final String COUNTING =
            "select v.ID, v.POLICY_ID, p.NAME, v.VERSION_NUMBER, v.IN_FORCE_FROM, v.DECIDED_AT, p.ROLE_IDS, v.STATE, v.WITHDRAWN_AT"
                    + " from CORE_POLICY_VERSION v join CORE_POLICY p on p.ID=v.POLICY_ID"
                    + " where v.DELETED_AT is null and p.DELETED_AT is null and v.STATE<>? and v.IN_FORCE_FROM<=?"
                    + " order by v.POLICY_ID, v.VERSION_NUMBER desc";

    /**
     * What counts on a day, by name: of each policy the version of the highest number, unless that one is withdrawn. What was
     * withdrawn before its day never counted.
     */
    List<InForce> inForce(Connection connection, LocalDate today, ZoneId zone) throws SQLException {
        Map<Long, InForce> newest = new LinkedHashMap<>();
        Set<Long> withdrawn = new HashSet<>();
        Sql.of(COUNTING, PolicyFields.DRAFT, today).query(connection, row -> {
            InForce version = version(row, zone);
            Instant withdrawnAt = (Instant) ColumnType.TIMESTAMP.read(row, 9);
            if (withdrawnAt != null && withdrawnAt.isBefore(version.begin(zone))) {
                return version;
            }
            boolean isNewest = newest.putIfAbsent(version.policy(), version) == null;
            if (isNewest && PolicyFields.WITHDRAWN.equals(row.getString(8))) {
                withdrawn.add(version.policy());
            }
            return version;
        });
        newest.keySet().removeAll(withdrawn);
        List<InForce> all = new ArrayList<>(newest.values());
        all.sort((one, other) -> one.name().compareTo(other.name()));
        return all;
    }

    private static InForce version(ResultSet row, ZoneId zone) throws SQLException {
        LocalDate from = (LocalDate) ColumnType.DATE.read(row, 5);
        Instant decided = (Instant) ColumnType.TIMESTAMP.read(row, 6);
        Instant begin = from.atStartOfDay(zone).toInstant();
        String roles = row.getString(7);
        return new InForce(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getInt(4),
                from,
                decided != null && decided.isAfter(begin) ? decided : begin,
                roles == null
                        ? Set.of()
                        : ListText.split(roles).stream().map(Long::valueOf).collect(Collectors.toSet()));
    }

    /** The versions that somebody agreed to. */
    Set<Long> acceptedBy(Connection connection, long user) throws SQLException {
        return new HashSet<>(Sql.of("select POLICY_VERSION_ID from CORE_POLICY_ACCEPTANCE where USER_ID=?", user)
                .query(connection, row -> row.getLong(1)));
    }

    /** Those who agreed to a version. */
    Set<Long> whoAccepted(Connection connection, long version) throws SQLException {
        return new HashSet<>(Sql.of("select USER_ID from CORE_POLICY_ACCEPTANCE where POLICY_VERSION_ID=?", version)
                .query(connection, row -> row.getLong(1)));
    }

    /** Lets nobody else agree to a version until the end of the transaction. */
    void lock(Connection connection, long version) throws SQLException {
        Sql.of("update CORE_POLICY_VERSION set VERSION=VERSION where ID=?", version)
                .execute(connection);
    }

    /** The number for a new version; nobody else gets one for this policy until the end of the transaction. */
    int nextNumber(Connection connection, long policy) throws SQLException {
        Sql.of("update CORE_POLICY set VERSION=VERSION where ID=?", policy).execute(connection);
        Integer last = Sql.of("select max(VERSION_NUMBER) from CORE_POLICY_VERSION where POLICY_ID=?", policy)
                .first(connection, row -> row.getInt(1));
        return last == null ? 1 : last + 1;
    }

    /** Empty where there is no such policy. */
    String name(Connection connection, long policy) throws SQLException {
        String name =
                Sql.of("select NAME from CORE_POLICY where ID=?", policy).first(connection, row -> row.getString(1));
        return name == null ? "" : name;
    }

    /** Whether anybody may ever have been asked to agree to it. */
    boolean wasInForce(Connection connection, long policy) throws SQLException {
        return Sql.of("select ID from CORE_POLICY_VERSION where POLICY_ID=? and STATE<>?", policy, PolicyFields.DRAFT)
                        .first(connection, row -> row.getLong(1))
                != null;
    }

    /** When an API token was made; null where there is none. */
    Instant tokenMade(Connection connection, String digest) throws SQLException {
        return Sql.of("select CREATED_AT from CORE_TOKEN where SECRET_HASH=?", digest)
                .first(connection, row -> (Instant) ColumnType.TIMESTAMP.read(row, 1));
    }
}

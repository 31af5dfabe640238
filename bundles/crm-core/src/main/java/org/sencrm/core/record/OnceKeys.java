package org.sencrm.core.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.Reference;
import org.sencrm.core.store.Sql;
import org.sencrm.core.value.Digest;

/** The table {@code CORE_ONCE}: keys under which records were created, kept for a day. */
final class OnceKeys {

    private static final Duration KEPT = Duration.ofHours(24);

    private final Clock clock;

    OnceKeys(Clock clock) {
        this.clock = clock;
    }

    /** What was created under the key within the last day; null for nothing. */
    Use find(Connection connection, long user, String key) throws SQLException {
        return Sql.of(
                        "select RECORD_TYPE, RECORD_ID, VALUES_HASH from CORE_ONCE"
                                + " where ONCE_KEY=? and CREATED_AT>?",
                        hash(user, key),
                        clock.instant().minus(KEPT))
                .first(connection, row -> new Use(row.getString(1), row.getLong(2), row.getString(3)));
    }

    /** Takes the key; fails on its primary key where somebody else takes it at the same time. */
    void take(Connection connection, long user, String key, Use use) throws SQLException {
        String hash = hash(user, key);
        Instant now = clock.instant();
        Sql.of("delete from CORE_ONCE where ONCE_KEY=? and CREATED_AT<=?", hash, now.minus(KEPT))
                .execute(connection);
        Sql.of(
                        "insert into CORE_ONCE (ONCE_KEY, RECORD_TYPE, RECORD_ID, VALUES_HASH, CREATED_AT) values (?,?,?,?,?)",
                        hash,
                        use.type(),
                        use.recordId(),
                        use.valuesHash(),
                        now)
                .execute(connection);
    }

    /** The same for the same type and values, whatever their order and whether they are Java values or as in JSON. */
    static String hashOf(String type, Map<String, ?> values) {
        return Digest.sha256(type + " " + canonical(values));
    }

    private static String hash(long user, String key) {
        return Digest.sha256(user + " " + key);
    }

    private static String canonical(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, String> members = new TreeMap<>();
            map.forEach((name, member) -> members.put(String.valueOf(name), canonical(member)));
            return members.entrySet().stream()
                    .map(member -> quote(member.getKey()) + ":" + member.getValue())
                    .collect(Collectors.joining(",", "{", "}"));
        } else if (value instanceof Collection<?> list) {
            return list.stream().map(OnceKeys::canonical).collect(Collectors.joining(",", "[", "]"));
        } else if (value instanceof Reference reference) {
            return canonical(Map.of("type", reference.type(), "id", Long.toString(reference.id())));
        } else if (value instanceof Money money) {
            return canonical(Map.of("amount", money.amount().toPlainString(), "currency", money.currency()));
        }
        return value == null ? "null" : quote(value.toString());
    }

    private static String quote(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** What a key was used for. */
    record Use(String type, long recordId, String valuesHash) {}
}

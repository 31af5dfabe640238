package org.sencrm.core.privacy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sencrm.api.privacy.Consents;
import org.sencrm.api.privacy.Consents.Fact;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Sql;

/** Reads the facts of {@code CORE_CONSENT}, newest first; which of two was said later decides, then which was written down later. */
final class ConsentTable {

    private static final String SELECT =
            "select PERSON_ID, ID, PURPOSE, CHANNEL, STATE, STATED_AT, ORIGIN, TEXT_VERSION"
                    + " from CORE_CONSENT where DELETED_AT is null and PERSON_TYPE=?";
    private static final String NEWEST_FIRST = " order by STATED_AT desc, ID desc";

    /**
     * What one person said.
     *
     * @param granted which facts the reader may see; empty for all
     */
    List<Fact> of(Connection connection, String type, long person, Sql granted) throws SQLException {
        Sql some = Sql.of(SELECT + " and PERSON_ID=?", type, person);
        if (!granted.isEmpty()) {
            some.add(" and ").add(granted);
        }
        return some.add(NEWEST_FIRST).query(connection, ConsentTable::fact);
    }

    /** All that these, at least one, said to a purpose; who said nothing is not in it. */
    Map<Long, List<Fact>> of(Connection connection, String type, Collection<Long> persons, String purpose)
            throws SQLException {
        Map<Long, List<Fact>> facts = new HashMap<>();
        Sql.of(SELECT + " and PURPOSE=? and PERSON_ID in ", type, purpose)
                .list(ColumnType.LONG, persons)
                .add(NEWEST_FIRST)
                .query(
                        connection,
                        row -> facts.computeIfAbsent(row.getLong(1), person -> new ArrayList<>())
                                .add(fact(row)));
        return facts;
    }

    private static Fact fact(ResultSet row) throws SQLException {
        return new Fact(
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                Consents.GIVEN.equals(row.getString(5)),
                (Instant) ColumnType.TIMESTAMP.read(row, 6),
                row.getString(7),
                row.getString(8));
    }
}

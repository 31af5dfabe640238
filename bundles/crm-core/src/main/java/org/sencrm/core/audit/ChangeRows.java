package org.sencrm.core.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Sql;

/** The rows of the change log, as far as their digests need them. */
final class ChangeRows {

    private static final String SELECT = "select ID, CHANGED_AT, CHANGED_BY, THROUGH, JOB_ID, RECORD_TYPE, RECORD_ID,"
            + " KIND, VERSION, FIELDS from CORE_CHANGE where ";

    /** Whether there is any behind that one, up to the other. */
    boolean any(Connection connection, long from, long to) throws SQLException {
        return Sql.of("select ID from CORE_CHANGE where ID > ? and ID <= ? fetch first 1 rows only", from, to)
                        .first(connection, row -> row.getLong(1))
                != null;
    }

    /** Those behind that one, up to the other, oldest first. */
    List<Row> between(Connection connection, long from, long to, int limit) throws SQLException {
        return Sql.of(SELECT + "ID > ? and ID <= ? order by ID fetch first " + limit + " rows only", from, to)
                .query(connection, Row::new);
    }

    /** Those that are still there, oldest first. */
    List<Row> of(Connection connection, Collection<Long> ids) throws SQLException {
        return Sql.of(SELECT + "ID in ")
                .list(ColumnType.LONG, ids)
                .add(" order by ID")
                .query(connection, Row::new);
    }

    /** Counts rows and goes over all that they say. */
    static final class Sum {

        private final Canonical canonical = new Canonical();
        private long count;

        void add(List<Row> rows, Set<Long> without) {
            for (Row row : rows) {
                if (!without.contains(row.id)) {
                    row.addTo(canonical);
                    count++;
                }
            }
        }

        long count() {
            return count;
        }

        /** Of all that was added; this is over then. */
        String digest() {
            return canonical.digest();
        }
    }

    /** One change as it is stored. */
    static final class Row {

        private final long id;
        private final Instant at;
        private final long by;
        private final String through;
        private final long job;
        private final String type;
        private final long record;
        private final String kind;
        private final long version;
        private final String fields;

        private Row(ResultSet row) throws SQLException {
            id = row.getLong(1);
            at = (Instant) ColumnType.TIMESTAMP.read(row, 2);
            by = row.getLong(3);
            through = row.getString(4);
            job = row.getLong(5);
            type = row.getString(6);
            record = row.getLong(7);
            kind = row.getString(8);
            version = row.getLong(9);
            fields = row.getString(10);
        }

        long id() {
            return id;
        }

        private void addTo(Canonical canonical) {
            canonical
                    .add(id)
                    .add(at)
                    .add(by)
                    .add(through)
                    .add(job)
                    .add(type)
                    .add(record)
                    .add(kind)
                    .add(version)
                    .add(fields);
        }
    }
}

package org.sencrm.core.set;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;

/** Who is in a static set. */
final class SetMembers {

    private static final int ROWS = 100;

    private final Database database;

    SetMembers(Database database) {
        this.database = database;
    }

    /** How many of these were not yet in it; each call names at most a page of records. */
    int add(long set, List<Long> records) {
        if (records.isEmpty()) {
            return 0;
        }
        return database.write(connection -> {
            Sql known = Sql.of("select RECORD_ID from CORE_SET_MEMBER where SET_ID=? and RECORD_ID in ", set)
                    .list(ColumnType.LONG, records);
            Set<Long> there = new HashSet<>(known.query(connection, row -> row.getLong(1)));
            List<Long> fresh = records.stream()
                    .distinct()
                    .filter(record -> !there.contains(record))
                    .toList();
            for (List<Long> rows : parts(fresh)) {
                Sql insert = Sql.of("insert into CORE_SET_MEMBER (SET_ID, RECORD_ID) values "
                        + "(?,?),".repeat(rows.size() - 1) + "(?,?)");
                rows.forEach(record -> insert.bind(ColumnType.LONG, set).bind(ColumnType.LONG, record));
                insert.execute(connection);
            }
            return fresh.size();
        });
    }

    int remove(long set, List<Long> records) {
        if (records.isEmpty()) {
            return 0;
        }
        Sql delete = Sql.of("delete from CORE_SET_MEMBER where SET_ID=? and RECORD_ID in ", set)
                .list(ColumnType.LONG, records);
        return database.write(delete::execute);
    }

    void clear(long set) {
        Sql delete = Sql.of("delete from CORE_SET_MEMBER where SET_ID=?", set);
        database.write(delete::execute);
    }

    long count(long set) {
        Sql count = Sql.of("select count(*) from CORE_SET_MEMBER where SET_ID=?", set);
        return database.read(connection -> count.first(connection, row -> row.getLong(1)));
    }

    private static List<List<Long>> parts(List<Long> all) {
        List<List<Long>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += ROWS) {
            parts.add(all.subList(from, Math.min(all.size(), from + ROWS)));
        }
        return parts;
    }
}

package org.sencrm.core.gate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.sencrm.api.access.Right;
import org.sencrm.core.share.ShareRow;
import org.sencrm.core.share.ShareTable;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Dialect;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredType;

/**
 * The records that others share with one member. Which they are is asked in every statement anew; only the types of which
 * there are any are remembered, so that whoever has none pays nothing.
 */
final class OpenedRecords {

    /** What a share opens, where a role grants it at all. An export reads. */
    private static final Set<Right> OPENED = Set.of(Right.READ, Right.EXPORT, Right.UPDATE);

    private static final ShareTable SHARES = new ShareTable();

    private final Database database;
    private final Member member;
    private final Set<String> types;

    private OpenedRecords(Database database, Member member, Set<String> types) {
        this.database = database;
        this.member = member;
        this.types = types;
    }

    static OpenedRecords load(Database database, Connection connection, Member member) throws SQLException {
        return new OpenedRecords(
                database, member, Set.copyOf(SHARES.types(connection, member.userId(), member.teamIds())));
    }

    /** Whether a share may open the right to any record of the type. */
    boolean any(Right right, StoredType type) {
        return OPENED.contains(right) && types.contains(type.name());
    }

    /** The shares that open the right to the record. */
    List<ShareRow> of(Right right, StoredType type, long record) {
        return any(right, type)
                ? database.read(connection -> SHARES.ofRecord(connection, type.name(), record)).stream()
                        .filter(share -> right != Right.UPDATE || share.mayChange())
                        .filter(share -> share.user() == member.userId()
                                || member.teamIds().contains(share.team()))
                        .toList()
                : List.of();
    }

    /** The condition under which a record is opened, for the user and for the teams. */
    Sql condition(Right right, StoredType type, Extent extent) {
        Sql condition = among(right, type, extent, Sql.of("USER_ID=?", member.userId()));
        return member.teamIds().isEmpty()
                ? condition
                : condition
                        .add(" or ")
                        .add(among(right, type, extent, Sql.of("TEAM_ID in ").list(ColumnType.LONG, member.teamIds())));
    }

    /**
     * PostgreSQL uses the index of the records only where the ids are an array: an IN it would hash, and read every record.
     * On the way to a page it would compare each record that it passes with all the ids; so it looks into the index of the
     * shares first, which {@code offset 0} keeps it from turning into a join. {@code ID} is the record's, as OPENED has none.
     * To read all records it needs no such look, and with it would not read them on several processors.
     *
     * <p>Derby would ask anew for every record that it passes, so that there the ids are read first.
     */
    private Sql among(Right right, StoredType type, Extent extent, Sql with) {
        Sql shared = Sql.of("select RECORD_ID from CORE_SHARE where ").add(with).add(" and RECORD_TYPE=?", type.name());
        if (right == Right.UPDATE) {
            shared.add(" and MAY_CHANGE=?", true);
        }
        if (database.dialect() == Dialect.POSTGRESQL) {
            Sql ids = Sql.of("ID=any(array(").add(shared).add("))");
            return extent == Extent.ALL
                    ? ids
                    : Sql.of("(exists(select 1 from (")
                            .add(shared)
                            .add(") OPENED where RECORD_ID=ID offset 0) and ")
                            .add(ids)
                            .add(")");
        }
        List<Long> ids = database.read(connection -> shared.query(connection, row -> row.getLong(1)));
        return ids.isEmpty() ? Sql.of("1=0") : Sql.of("ID in ").list(ColumnType.LONG, ids);
    }
}

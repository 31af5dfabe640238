package org.sencrm.core.gate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sencrm.api.access.Right;
import org.sencrm.core.share.ShareRow;
import org.sencrm.core.share.ShareTable;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Dialect;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredType;

/**
 * The records that others share with one member. Which they are is asked in every statement anew; remembered are only the
 * types of which there are any, so that whoever has none pays nothing, and which records need not be looked up on the way to
 * a page.
 */
final class OpenedRecords {

    /** What a share opens, where a role grants it at all. An export reads. */
    private static final Set<Right> OPENED = Set.of(Right.READ, Right.EXPORT, Right.UPDATE);

    private static final ShareTable SHARES = new ShareTable();

    private final Database database;
    private final Member member;
    private final Set<String> withUser;
    private final Set<String> withTeams;
    /** By type; none where it would let too much through. */
    private final Map<String, Optional<Sieve>> sieves = new ConcurrentHashMap<>();

    private OpenedRecords(Database database, Member member, Set<String> withUser, Set<String> withTeams) {
        this.database = database;
        this.member = member;
        this.withUser = withUser;
        this.withTeams = withTeams;
    }

    static OpenedRecords load(Database database, Connection connection, Member member) throws SQLException {
        return new OpenedRecords(
                database,
                member,
                SHARES.typesOfUser(connection, member.userId()),
                SHARES.typesOfTeams(connection, member.teamIds()));
    }

    /** Whether a share may open the right to any record of the type. */
    boolean any(Right right, StoredType type) {
        return OPENED.contains(right) && (withUser.contains(type.name()) || withTeams.contains(type.name()));
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

    /** The condition under which a record is opened, for the user and for the teams; only where {@link #any} says so. */
    Sql condition(Right right, StoredType type, Extent extent) {
        Sql opened = new Sql();
        for (Sql shared : shared(type.name(), extent)) {
            opened.add(opened.isEmpty() ? "" : " or ").add(among(right, extent, shared));
        }
        return extent == Extent.PAGE && isPostgresql()
                ? sieve(type.name())
                        .map(sieve -> Sql.of("(")
                                .add(sieve.condition())
                                .add(" and (")
                                .add(opened)
                                .add("))"))
                        .orElse(opened)
                : opened;
    }

    /**
     * What asks for the records' ids. On a page without the part of which there was nothing; what is named or counted is found
     * though another node has just shared the first of its kind.
     */
    private List<Sql> shared(String type, Extent extent) {
        List<Sql> shared = new ArrayList<>();
        if (extent != Extent.PAGE || withUser.contains(type)) {
            shared.add(ShareTable.recordsOfUser(type, member.userId()));
        }
        if (!member.teamIds().isEmpty() && (extent != Extent.PAGE || withTeams.contains(type))) {
            shared.add(ShareTable.recordsOfTeams(type, member.teamIds()));
        }
        return shared;
    }

    /**
     * PostgreSQL uses the index of the records only where the ids are an array: an IN it would hash, and read every record.
     * On the way to a page it would compare each record that it passes with all the ids; so it looks into the index of the
     * shares first, which {@code offset 0} keeps it from turning into a join. {@code ID} is the record's, as OPENED has none.
     * To read all records it needs no such look, and with it would not read them on several processors.
     *
     * <p>Derby would ask anew for every record that it passes, so that there the ids are read first.
     */
    private Sql among(Right right, Extent extent, Sql shared) {
        if (right == Right.UPDATE) {
            shared.add(" and MAY_CHANGE=?", true);
        }
        if (isPostgresql()) {
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

    /**
     * Knows every share that was there when it was made; one of another node, not told here yet, is passed over on a page. None
     * in a transaction, whose own shares nobody was told of yet, and which may take back what it did.
     */
    private Optional<Sieve> sieve(String type) {
        if (database.inTransaction()) {
            return Optional.empty();
        }
        Optional<Sieve> known = sieves.get(type);
        if (known == null) {
            // made twice rather than waited for
            known = database.read(connection -> makeSieve(connection, type));
            sieves.put(type, known);
        }
        return known;
    }

    private Optional<Sieve> makeSieve(Connection connection, String type) throws SQLException {
        List<Long> ids = new ArrayList<>();
        for (Sql shared : shared(type, Extent.PAGE)) {
            shared.add(" fetch first " + (Sieve.MOST + 1) + " rows only");
            ids.addAll(shared.query(connection, row -> row.getLong(1)));
        }
        return ids.size() > Sieve.MOST ? Optional.empty() : Optional.of(Sieve.of(ids));
    }

    private boolean isPostgresql() {
        return database.dialect() == Dialect.POSTGRESQL;
    }
}

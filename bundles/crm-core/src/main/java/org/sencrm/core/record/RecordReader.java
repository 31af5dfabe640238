package org.sencrm.core.record;

import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.Page;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.filter.Order;
import org.sencrm.core.filter.OrderParser;
import org.sencrm.core.gate.Extent;
import org.sencrm.core.gate.Rights;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.SystemFields;

/**
 * Reads records: one statement on one table, then one for each type that the records point to. Never a join: Derby would
 * read the whole of both tables to order them.
 */
final class RecordReader {

    private final Database database;
    private final Questions questions;
    private final Labels labels;
    private final OrderParser orders;
    private final Faults faults;

    RecordReader(Database database, Questions questions, Labels labels, Faults faults) {
        this.database = database;
        this.questions = questions;
        this.labels = labels;
        this.orders = new OrderParser(faults, database.dialect());
        this.faults = faults;
    }

    /** @param right which the caller needs beside that to read; {@link Right#READ} for no other */
    Page list(Caller caller, Right right, Query query) {
        if (query.limit() < 1 || query.limit() > Query.MAX_LIMIT) {
            throw faults.badRequest(caller, "fault.limit", Query.MAX_LIMIT);
        }
        Rights rights = questions.rights(caller);
        StoredType type = questions.readable(caller, rights, query.type());
        questions.allowed(caller, rights, right, query.type());
        Selection selection = new Selection(type, questions.visible(caller, rights, type, query.fields()));
        Order asked = orders.parse(caller, rights, type, query.sort());
        boolean named = questions.looksUp(caller, rights, type, query);
        Order order = named ? asked.sorting() : asked;
        List<Sql> stretches = query.cursor() == null ? order.stretches() : order.stretchesBehind(query.cursor());
        if (stretches == null) {
            throw faults.badRequest(caller, "fault.cursor");
        }
        Sql where = questions.where(caller, rights, type, query, named ? Extent.NAMED : Extent.PAGE);
        if (right != Right.READ) {
            Questions.and(where, rights.condition(right, type));
        }
        return database.read(connection -> {
            PageRows page = new PageRows(selection, order, query.limit());
            for (Sql stretch : stretches) {
                page.read(connection, type, where, stretch);
            }
            labels.attach(connection, caller, rights, page.rows());
            return new Page(
                    page.rows().stream().map(row -> data(type.name(), row)).toList(), page.next());
        });
    }

    long count(Caller caller, Query query) {
        Rights rights = questions.rights(caller);
        StoredType type = questions.readable(caller, rights, query.type());
        Sql statement = Sql.of("select count(*) from " + type.table())
                .add(questions.where(caller, rights, type, query, Extent.ALL));
        return database.read(connection -> statement.first(connection, row -> row.getLong(1)));
    }

    /** Reads no further than one record more than that. */
    long countUpTo(Caller caller, Query query, long most) {
        Rights rights = questions.rights(caller);
        StoredType type = questions.readable(caller, rights, query.type());
        Sql statement = Sql.of("select count(*) from (select ID from " + type.table())
                .add(questions.where(caller, rights, type, query, Extent.PAGE))
                .add(" fetch first " + (most + 1) + " rows only) HITS");
        return database.read(connection -> statement.first(connection, row -> row.getLong(1)));
    }

    RecordData get(Caller caller, String typeName, long id) {
        Rights rights = questions.rights(caller);
        StoredType type = questions.readable(caller, rights, typeName);
        return one(caller, rights, type, Sql.of(" where ID=? and DELETED_AT is null", id));
    }

    /** Makes sure that the caller may see the record, be it in the trash or not. */
    void requireVisible(Caller caller, Rights rights, StoredType type, long id) {
        Sql statement = Sql.of("select ID from " + type.table() + " where ID=?", id);
        Questions.and(statement, rights.condition(Right.READ, type));
        if (database.read(connection -> statement.first(connection, row -> row.getLong(1))) == null) {
            throw faults.noRecord(caller);
        }
    }

    /** Also where the record is in the trash. */
    RecordData getAnyway(Caller caller, String typeName, long id) {
        Rights rights = questions.rights(caller);
        StoredType type = questions.readable(caller, rights, typeName);
        return one(caller, rights, type, Sql.of(" where ID=?", id));
    }

    RecordData byExternalId(Caller caller, String typeName, String externalId) {
        Rights rights = questions.rights(caller);
        StoredType type = questions.readable(caller, rights, typeName);
        questions.visible(caller, rights, type, SystemFields.EXTERNAL_ID);
        return find(caller, rights, type, Sql.of(" where EXTERNAL_ID=? and DELETED_AT is null", externalId));
    }

    private RecordData one(Caller caller, Rights rights, StoredType type, Sql where) {
        RecordData found = find(caller, rights, type, where);
        if (found == null) {
            throw faults.noRecord(caller);
        }
        return found;
    }

    private RecordData find(Caller caller, Rights rights, StoredType type, Sql where) {
        Questions.and(where, rights.condition(Right.READ, type));
        Selection selection = Selection.everything(type);
        Sql statement = Sql.of("select " + selection.columns() + " from " + type.table())
                .add(where)
                .add(" order by ID desc fetch first 1 rows only");
        return database.read(connection -> {
            StoredRow row = statement.first(connection, selection::read);
            if (row == null) {
                return null;
            }
            row.values().keySet().removeAll(rights.hidden(type, row.values()));
            labels.attach(connection, caller, rights, List.of(row));
            return data(type.name(), row);
        });
    }

    static RecordData data(String type, StoredRow row) {
        return new RecordData(type, row.id(), row.version(), row.values());
    }
}

package org.sencrm.core.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sencrm.api.webhook.Delivery;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;
import org.sencrm.core.value.Json;

/** The table {@code CORE_DELIVERY}: one row a delivery, written at its first try and changed at each further one. */
final class DeliveryTable {

    private static final Duration KEEP = Duration.ofDays(30);
    private static final Duration PRUNE_EVERY = Duration.ofHours(1);
    private static final String SELECT = "select ID, WEBHOOK_ID, PAYLOAD, STATE, ANSWER, MILLIS, TRIES, PROBLEM,"
            + " CREATED_AT, TRIED_AT from CORE_DELIVERY where WEBHOOK_ID=? and ";

    private final Database database;
    private volatile Instant pruned = Instant.MIN;

    DeliveryTable(Database database) {
        this.database = database;
    }

    /** What is known of it now; takes the place of what was. */
    void store(Delivery delivery, Event event) {
        database.write(connection -> {
            Sql change = result(
                            Sql.of(
                                            "update CORE_DELIVERY set STATE=?, TRIES=?",
                                            delivery.state().name(),
                                            delivery.tries())
                                    .add(", ANSWER=?, MILLIS=?, PROBLEM=?, TRIED_AT=?"),
                            delivery)
                    .add(" where ID=?", delivery.id());
            return change.execute(connection) > 0
                    ? 0
                    : result(
                                    Sql.of(
                                            "insert into CORE_DELIVERY (ID, WEBHOOK_ID, PAYLOAD, STATE, TRIES, CREATED_AT,"
                                                    + " ANSWER, MILLIS, PROBLEM, TRIED_AT) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                            delivery.id(),
                                            delivery.webhook(),
                                            Json.write(event.payload()),
                                            delivery.state().name(),
                                            delivery.tries(),
                                            delivery.createdAt()),
                                    delivery)
                            .execute(connection);
        });
    }

    private static Sql result(Sql statement, Delivery delivery) {
        return statement
                .bind(ColumnType.INTEGER, delivery.status())
                .bind(ColumnType.INTEGER, delivery.millis())
                .bind(ColumnType.TEXT, delivery.problem())
                .bind(ColumnType.TIMESTAMP, delivery.triedAt());
    }

    /** Newest first, only those with a smaller id. */
    List<Delivery> of(long webhook, long before, int limit) {
        Sql some = Sql.of(SELECT + "ID<? order by ID desc fetch first " + limit + " rows only", webhook, before);
        return database.read(connection -> some.query(connection, DeliveryTable::delivery));
    }

    /** What it was about; null where there is no such delivery of the webhook. */
    Event event(long webhook, long id) {
        Sql one = Sql.of(SELECT + "ID=?", webhook, id);
        return database.read(connection -> one.first(connection, DeliveryTable::event));
    }

    /** Forgets what is older than a month, once an hour. */
    void prune(Instant now) {
        if (pruned.isBefore(now.minus(PRUNE_EVERY))) {
            pruned = now;
            database.write(Sql.of("delete from CORE_DELIVERY where CREATED_AT<?", now.minus(KEEP))::execute);
        }
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        Event event = event(row);
        Long answer = (Long) ColumnType.INTEGER.read(row, 5);
        Long millis = (Long) ColumnType.INTEGER.read(row, 6);
        return new Delivery(
                row.getLong(1),
                row.getLong(2),
                event.name(),
                event.id(),
                event.reference(),
                Delivery.State.valueOf(row.getString(4)),
                answer == null ? null : answer.intValue(),
                millis == null ? null : millis.intValue(),
                row.getInt(7),
                row.getString(8),
                (Instant) ColumnType.TIMESTAMP.read(row, 9),
                (Instant) ColumnType.TIMESTAMP.read(row, 10));
    }

    @SuppressWarnings("unchecked")
    private static Event event(ResultSet row) throws SQLException {
        return Event.read((Map<String, Object>) Json.read(row.getString(3)));
    }
}

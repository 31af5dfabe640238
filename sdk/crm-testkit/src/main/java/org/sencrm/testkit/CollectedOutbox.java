package org.sencrm.testkit;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.sencrm.api.outbox.Outbox;
import org.sencrm.api.outbox.Parcel;
import org.sencrm.core.store.Database;

/** An outbox from which nothing leaves: it keeps what was committed, as the senders would get it. Thread safe. */
public final class CollectedOutbox implements Outbox {

    private final Database database;
    private final Clock clock;
    private final AtomicLong ids = new AtomicLong();
    private final List<Parcel> parcels = new CopyOnWriteArrayList<>();

    CollectedOutbox(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public long put(String kind, String target, Map<String, ?> payload) {
        Parcel parcel =
                new Parcel(ids.incrementAndGet(), kind, target, new LinkedHashMap<>(payload), 1, clock.instant());
        database.afterCommit(() -> parcels.add(parcel));
        return parcel.id();
    }

    /** What was put in and committed, oldest first. */
    public List<Parcel> parcels() {
        return List.copyOf(parcels);
    }

    /** Those of one kind. */
    public List<Parcel> parcels(String kind) {
        return parcels.stream().filter(parcel -> parcel.kind().equals(kind)).toList();
    }
}

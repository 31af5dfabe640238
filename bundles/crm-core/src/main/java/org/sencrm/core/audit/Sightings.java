package org.sencrm.core.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.ClientAddress;
import org.sencrm.api.audit.AuditEvent;
import org.sencrm.core.store.Database;

/**
 * Who looked at what: each person, thing and hour once on a node. Kept in memory for a second or two and then written down
 * together, so that nobody who opens something waits for a write; what a killed node saw last is lost. Thread safe.
 */
@Component(service = Sightings.class)
public final class Sightings {

    /** Channels on which the product reads in the name of somebody who is not there. */
    private static final Set<String> NOBODY_LOOKS = Set.of("webhook", "automation");

    private static final int MOST_REMEMBERED = 50_000;
    private static final int AT_ONCE = 500;

    private final Database database;
    private final AuditLog log;
    private final Map<Seen, Long> hours = new ConcurrentHashMap<>();
    private final Queue<Sighting> waiting = new ConcurrentLinkedQueue<>();

    @Activate
    public Sightings(@Reference Database database, @Reference AuditLog log) {
        this.database = database;
        this.log = log;
    }

    /** A record was read as a whole. */
    public void record(Caller caller, String type, long id) {
        note(caller, AuditEvent.of("record.opened").on(type, id));
    }

    /** The content of a file was read. */
    public void file(Caller caller, long id, String type, long record) {
        String of = type + '/' + record;
        note(caller, AuditEvent.of("file.read").on("files", id).with("record", of));
    }

    void note(Caller caller, AuditEvent event) {
        if (caller.isSystem() || caller.job() != 0 || NOBODY_LOOKS.contains(caller.through())) {
            return;
        }
        long hour = System.currentTimeMillis() / TimeUnit.HOURS.toMillis(1);
        Seen seen = new Seen(caller.userId(), event.kind(), event.type(), event.subject());
        Long before = hours.put(seen, hour);
        if (before == null || before < hour) {
            waiting.add(new Sighting(caller, ClientAddress.served(), event));
        }
    }

    /** Writes down what waits. */
    synchronized void write() {
        List<Sighting> some = some();
        while (!some.isEmpty()) {
            write(some);
            some = some();
        }
        if (hours.size() > MOST_REMEMBERED) {
            hours.clear();
        }
    }

    /** What could not be written waits on. */
    private void write(List<Sighting> some) {
        try {
            database.write(connection -> {
                for (Sighting one : some) {
                    log.put(connection, one.caller.userId(), one.address, one.caller.through(), one.event);
                }
                return null;
            });
        } catch (RuntimeException e) {
            waiting.addAll(some);
            throw e;
        }
    }

    private List<Sighting> some() {
        List<Sighting> some = new ArrayList<>();
        for (Sighting next = waiting.poll(); next != null; next = waiting.poll()) {
            some.add(next);
            if (some.size() == AT_ONCE) {
                break;
            }
        }
        return some;
    }

    private record Seen(long user, String kind, String type, String subject) {}

    private record Sighting(Caller caller, String address, AuditEvent event) {}
}

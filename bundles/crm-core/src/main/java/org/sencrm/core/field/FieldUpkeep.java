package org.sencrm.core.field;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.text.Messages;
import org.sencrm.core.computed.ComputedFields;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.store.Database;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.TypeRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every two seconds whether another node changed fields, takes in the fields of modules as they come and go, takes the
 * values of removed fields out of their columns, and gives older records the values of computed ones. What a node that was killed left behind is done at its next start.
 */
@Component(service = FieldUpkeep.class)
public final class FieldUpkeep {

    private static final Logger LOG = LoggerFactory.getLogger(FieldUpkeep.class);
    private static final long PAUSE_SECONDS = 2;
    private static final long STOP_MILLIS = 5_000;

    private final Database database;
    private final TypeRegistry types;
    private final AddedFields fields;
    private final ContributedFields contributed;
    private final Settlement settlement;
    private final Backlog backlog;
    private final Clock clock;
    private final FieldTable table = new FieldTable();
    private final Cleaner cleaner = new Cleaner();
    private final List<Runnable> looks = new CopyOnWriteArrayList<>();
    private final Semaphore calls = new Semaphore(0);
    private volatile boolean stopping;
    private final Thread thread = new Thread(this::run, "crm-fields");

    @Activate
    public FieldUpkeep(
            @Reference Database database,
            @Reference TypeRegistry types,
            @Reference AddedFields fields,
            @Reference ContributedFields contributed,
            @Reference ComputedFields computed,
            @Reference Messages messages) {
        this(database, types, fields, contributed, computed, messages, Clock.systemUTC());
    }

    public FieldUpkeep(
            Database database,
            TypeRegistry types,
            AddedFields fields,
            ContributedFields contributed,
            ComputedFields computed,
            Messages messages,
            Clock clock) {
        this.database = database;
        this.types = types;
        this.fields = fields;
        this.contributed = contributed;
        this.clock = clock;
        TableChange change = new TableChange(database, types, new Faults(messages));
        this.settlement = new Settlement(database, types, contributed, new Columns(table, clock), change);
        this.backlog = new Backlog(database, types, fields, computed);
        contributed.follow(this::wake);
    }

    @Activate
    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    @Deactivate
    void stop() throws InterruptedException {
        // not by an interrupt, which the embedded database would take for a broken file
        contributed.follow(() -> {});
        stopping = true;
        calls.release();
        thread.join(STOP_MILLIS);
    }

    /** Has this run at each look, before anything else: for what other nodes may have changed, too. */
    public void follow(Runnable look) {
        looks.add(look);
    }

    public void leave(Runnable look) {
        looks.remove(look);
    }

    /** Has it look at once. */
    void wake() {
        calls.release();
    }

    private void run() {
        try {
            while (!stopping) {
                work();
                calls.tryAcquire(PAUSE_SECONDS, TimeUnit.SECONDS);
                calls.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does what there is to do now. */
    public void work() {
        try {
            looks.forEach(Runnable::run);
            follow();
            settle();
            for (FieldTable.Free free : database.read(table::uncleared)) {
                clear(free);
            }
            while (!stopping && backlog.work()) {
                follow();
            }
        } catch (RuntimeException e) {
            LOG.debug("Added fields are looked after at the next try", e);
        }
    }

    private void settle() {
        contributed.ask();
        for (String type : contributed.takeChanged()) {
            try {
                settlement.settle(type);
            } catch (NotNow e) {
                // too many are at work with its records; the next round tries again
                contributed.later(type);
            } catch (RuntimeException e) {
                LOG.warn("The fields of modules for {} could not be looked at; it is tried again", type, e);
                contributed.later(type);
            }
        }
    }

    private void follow() {
        Map<String, Long> generations = database.read(table::generations);
        List<String> changed = types.stored().stream()
                .map(StoredType::name)
                .filter(type -> fields.generation(type) != generations.getOrDefault(type, 0L))
                .toList();
        changed.forEach(types::refresh);
    }

    private void clear(FieldTable.Free free) {
        StoredType type = types.stored(free.type()).orElse(null);
        if (type == null) {
            return;
        }
        boolean foundAny = true;
        while (foundAny && !stopping) {
            // from the beginning again, until there is nothing: what was changed meanwhile was passed over
            foundAny = false;
            Long last = next(type, free, 0);
            while (last != null && !stopping) {
                foundAny = true;
                last = next(type, free, last);
            }
        }
        if (stopping) {
            return;
        }
        database.write(connection -> {
            table.clearedAt(connection, free, clock.instant());
            return null;
        });
        LOG.info("The values of a removed field of {} are gone", type);
    }

    private Long next(StoredType type, FieldTable.Free free, long behind) {
        return database.write(connection -> cleaner.clear(connection, types.hold(database, type), free, behind));
    }
}

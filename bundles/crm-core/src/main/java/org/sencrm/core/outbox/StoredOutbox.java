package org.sencrm.core.outbox;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sencrm.api.outbox.Outbox;
import org.sencrm.api.outbox.Parcel;
import org.sencrm.api.outbox.Sender;
import org.sencrm.core.extension.Contribution;
import org.sencrm.core.extension.Contributions;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Ids;

/** The outbox in the table {@code CORE_OUTBOX}. Senders are fetched when there is something to send and not before. */
@Component(service = Outbox.class)
public final class StoredOutbox implements Outbox {

    private static final int LONGEST_KIND = 40;
    private static final int LONGEST_TARGET = 100;

    private final BundleContext context;
    private final Database database;
    private final Clock clock;
    private final OutboxTable table;
    private final Contributions<Sender> senders = new Contributions<>();
    private final Dispatcher dispatcher;

    @Activate
    public StoredOutbox(BundleContext context, @Reference Database database) {
        this(context, database, Clock.systemUTC());
    }

    /** Outside of a container: senders are added by hand. */
    public StoredOutbox(Database database, Clock clock) {
        this(null, database, clock);
    }

    private StoredOutbox(BundleContext context, Database database, Clock clock) {
        this.context = context;
        this.database = database;
        this.clock = clock;
        this.table = new OutboxTable(database);
        this.dispatcher = new Dispatcher(table, clock, () -> senders.values(Sender.KIND), this::sender);
        dispatcher.start();
    }

    @Deactivate
    public void close() throws InterruptedException {
        dispatcher.close();
    }

    @Override
    public long put(String kind, String target, Map<String, ?> payload) {
        if (kind.length() > LONGEST_KIND || target.length() > LONGEST_TARGET) {
            throw new IllegalArgumentException("kind or target of a parcel is too long");
        }
        long id = Ids.next();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        table.insert(new Parcel(id, kind, target, new LinkedHashMap<>(payload), 0, now));
        database.afterCommit(dispatcher::signal);
        return id;
    }

    /** Looks at once what is due. */
    public void wake() {
        dispatcher.signal();
    }

    public void add(Contribution<Sender> sender) {
        senders.add(sender);
        dispatcher.signal();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindSender(ServiceReference<Sender> sender) {
        add(Contribution.of(context, sender, found -> found));
    }

    void unbindSender(ServiceReference<Sender> sender) {
        senders.remove(sender);
    }

    private Sender sender(String kind) {
        return senders.first(Sender.KIND, kind).orElse(null);
    }
}

package org.sencrm.core.audit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.audit.AuditCheck;
import org.sencrm.api.audit.AuditEntry;
import org.sencrm.api.audit.AuditEvent;
import org.sencrm.api.audit.AuditQuery;
import org.sencrm.api.audit.AuditTrail;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.text.Messages;
import org.sencrm.core.store.Database;

/** The trail for those who may read it, and the thread that seals it. */
@Component(service = AuditTrail.class, immediate = true)
public final class StoredAuditTrail implements AuditTrail {

    /** No commit takes as long: only a transaction that names its changes is later. */
    private static final Duration SETTLED = Duration.ofMinutes(2);

    private static final int PAGE = 1_000;
    private static final Pattern KIND = Pattern.compile("[A-Za-z0-9.-]{1,60}");
    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9_-]{1,50}");
    private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9._:/-]{1,100}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final String TRAIL = "audit";

    private final Database database;
    private final AuditLog log;
    private final Sightings sightings;
    private final Access access;
    private final Messages messages;
    private final Sealer sealer;
    private final SealingThread thread;
    private final AuditTable table = new AuditTable();
    /** One walk along the chain at a time is enough for this node. */
    private final AtomicBoolean checking = new AtomicBoolean();

    @Activate
    public StoredAuditTrail(
            @Reference Database database,
            @Reference AuditLog log,
            @Reference Sightings sightings,
            @Reference Access access,
            @Reference Messages messages) {
        this(database, log, sightings, access, messages, new Sealer(database, SETTLED, Clock.systemUTC()));
        thread.start();
    }

    StoredAuditTrail(
            Database database, AuditLog log, Sightings sightings, Access access, Messages messages, Sealer sealer) {
        this.database = database;
        this.log = log;
        this.sightings = sightings;
        this.access = access;
        this.messages = messages;
        this.sealer = sealer;
        this.thread = new SealingThread(sightings, sealer, log);
    }

    @Deactivate
    void close() throws InterruptedException {
        thread.close();
    }

    @Override
    public void note(Caller caller, AuditEvent event) {
        if (event.kind().startsWith(ChangeSpan.OWN)) {
            throw new IllegalArgumentException("kinds of the trail itself: " + event.kind());
        }
        log.note(caller, event);
    }

    @Override
    public List<AuditEntry> find(Caller caller, AuditQuery query) {
        requireReader(caller);
        if (query.limit() < 1 || query.limit() > MOST || query.before() < 0) {
            throw new InvalidRequest(messages.text(caller.locale(), "audit.badLimit", MOST));
        }
        requireSense(caller, query);
        sightings.note(caller, AuditEvent.of("audit.read").on(TRAIL));
        seal();
        return page(query, query.limit());
    }

    @Override
    public long write(Caller caller, AuditQuery query, OutputStream csv) {
        requireReader(caller);
        requireSense(caller, query);
        log.note(
                caller,
                AuditEvent.of("audit.exported")
                        .on(TRAIL)
                        .with("user", query.user())
                        .with("kind", query.kind())
                        .with("type", query.type())
                        .with("subject", query.subject())
                        .with("from", query.from() == null ? null : query.from().toString())
                        .with(
                                "until",
                                query.until() == null ? null : query.until().toString()));
        seal();
        try {
            Writer out = new BufferedWriter(new OutputStreamWriter(csv, StandardCharsets.UTF_8));
            long written = write(query, new TrailCsv(out));
            out.flush();
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long write(AuditQuery query, TrailCsv lines) throws IOException {
        lines.head();
        long written = 0;
        List<AuditEntry> page = page(query, PAGE);
        while (!page.isEmpty()) {
            lines.lines(page);
            written += page.size();
            page = page(query.before(page.get(page.size() - 1).number()), PAGE);
        }
        return written;
    }

    @Override
    public AuditCheck verify(Caller caller, String expected) {
        requireReader(caller);
        if (expected != null && !HASH.matcher(expected).matches()) {
            throw new InvalidRequest(messages.text(caller.locale(), "audit.badHash"));
        }
        if (!checking.compareAndSet(false, true)) {
            throw new NotNow(messages.text(caller.locale(), "audit.busy"));
        }
        AuditCheck check;
        try {
            seal();
            check = database.write(connection ->
                            new ChainCheck(database::read, table.lock(connection), table.last(connection), expected))
                    .run();
        } finally {
            checking.set(false);
        }
        log.note(
                caller,
                AuditEvent.of("audit.verified")
                        .on(TRAIL)
                        .with("entries", check.entries())
                        .with("flaw", check.flaw() == null ? null : check.flaw().code())
                        .with("entry", check.flaw() == null ? null : check.entry()));
        return check;
    }

    /** So that what just happened is seen. */
    private void seal() {
        sightings.write();
        sealer.sealEvents();
    }

    private List<AuditEntry> page(AuditQuery query, int limit) {
        return database.read(connection -> table.find(connection, query, limit, StoredAuditTrail::entry));
    }

    private static AuditEntry entry(Sealed link, String userName) {
        Unsealed event = link.event();
        return new AuditEntry(
                link.number(),
                event.at(),
                event.user(),
                userName,
                event.address(),
                event.channel(),
                event.kind(),
                event.type(),
                event.subject(),
                AuditLog.details(event),
                link.hash());
    }

    private void requireReader(Caller caller) {
        if (!access.allows(caller, PERMISSION)) {
            throw new Forbidden(messages.text(caller.locale(), "audit.forbidden"));
        }
    }

    private void requireSense(Caller caller, AuditQuery query) {
        if (query.kind() != null && !KIND.matcher(query.kind()).matches()) {
            throw new InvalidRequest(messages.text(caller.locale(), "audit.badKind"));
        }
        if (query.type() != null && !TYPE.matcher(query.type()).matches()
                || query.subject() != null && !SUBJECT.matcher(query.subject()).matches()) {
            throw new InvalidRequest(messages.text(caller.locale(), "audit.badSubject"));
        }
    }
}

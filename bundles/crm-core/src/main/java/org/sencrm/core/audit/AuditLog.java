package org.sencrm.core.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.ClientAddress;
import org.sencrm.api.audit.AuditEvent;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Ids;
import org.sencrm.core.value.Json;

/** Where the parts of the core write down what happened: one row beside its cause, which waits for its place in the chain. */
@Component(service = AuditLog.class)
public final class AuditLog {

    private static final Pattern KIND = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]*(\\.[a-zA-Z][a-zA-Z0-9-]*)*");
    private static final int LONGEST_KIND = 60;
    private static final int LONGEST_TYPE = 50;
    private static final int LONGEST_SUBJECT = 100;
    private static final int LONGEST_DETAILS = 3_500;
    private static final int LONGEST_ADDRESS = 45;
    private static final int LONGEST_CHANNEL = 40;

    private final Database database;
    private final Clock clock;
    private final AuditTable table = new AuditTable();
    private volatile long covered = Long.MIN_VALUE;

    @Activate
    public AuditLog(@Reference Database database) {
        this(database, Clock.systemUTC());
    }

    public AuditLog(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether a change with this id comes too late for the span in which it lies, as far as this node knows. */
    boolean covers(long change) {
        return change <= covered;
    }

    /** @param to id up to which changes are sealed */
    void covered(long to) {
        covered = to;
    }

    /** Tells that the changes of records of a type go for good. To be called before they do. */
    public void purging(String module, String type) {
        note(
                Caller.system(),
                AuditEvent.of(ChangeSpan.PURGED).on("modules", module).with("type", type));
    }

    /** In the thread's transaction, else in one of its own. */
    public void note(Caller caller, AuditEvent event) {
        note(caller.userId(), ClientAddress.served(), caller.through(), event);
    }

    /**
     * As above, where nobody is signed in.
     *
     * @param user null where it is not known who did it
     * @param address null for none
     */
    public void note(Long user, String address, String through, AuditEvent event) {
        Unsealed row = row(user, address, through, event);
        database.write(connection -> {
            table.put(connection, row);
            return null;
        });
    }

    /** As above, as a part of the transaction. */
    void put(Connection connection, Long user, String address, String through, AuditEvent event) throws SQLException {
        table.put(connection, row(user, address, through, event));
    }

    private Unsealed row(Long user, String address, String through, AuditEvent event) {
        String details = Json.write(event.details());
        require(
                event.kind().length() <= LONGEST_KIND
                        && KIND.matcher(event.kind()).matches(),
                "kind");
        require(event.type() == null || event.type().length() <= LONGEST_TYPE, "type");
        require(event.subject() == null || event.subject().length() <= LONGEST_SUBJECT, "subject");
        require(details.length() <= LONGEST_DETAILS, "details");
        return new Unsealed(
                Ids.next(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                user,
                address == null || address.isEmpty() ? null : cut(address, LONGEST_ADDRESS),
                cut(through, LONGEST_CHANNEL),
                event.kind(),
                event.type(),
                event.subject(),
                details);
    }

    /** The details of an entry as they were given. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> details(Unsealed event) {
        return (Map<String, Object>) Json.read(event.details());
    }

    private static void require(boolean fits, String what) {
        if (!fits) {
            throw new IllegalArgumentException("an entry of the audit trail cannot have this " + what);
        }
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(longest, text.length()));
    }
}

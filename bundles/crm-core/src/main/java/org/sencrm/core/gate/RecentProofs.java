package org.sencrm.core.gate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.signin.ProofRequired;
import org.sencrm.api.signin.Proofs;
import org.sencrm.api.text.Messages;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;

/**
 * When the person at each browser last proved who they are, and whether ever with a second factor. In memory only, as the
 * sessions of browsers are. The setting is
 * read each time: settings themselves stand behind the gate, and what is dangerous is rare. Thread safe.
 */
@Component(service = RecentProofs.class)
public final class RecentProofs {

    private static final int MOST_MINUTES = 1_440;

    private final Database database;
    private final Messages messages;
    private final Clock clock;
    private final Map<Long, Instant> bySession = new ConcurrentHashMap<>();
    private final Set<Long> withSecondFactor = ConcurrentHashMap.newKeySet();

    @Activate
    public RecentProofs(@Reference Database database, @Reference Messages messages) {
        this(database, messages, Clock.systemUTC());
    }

    public RecentProofs(Database database, Messages messages, Clock clock) {
        this.database = database;
        this.messages = messages;
        this.clock = clock;
    }

    /** Somebody signed in at the browser, or proved it again. */
    public void noted(long session) {
        bySession.put(session, clock.instant());
    }

    public void over(long session) {
        bySession.remove(session);
        withSecondFactor.remove(session);
    }

    /** Somebody gave a right answer of a second factor at the browser. */
    public void secondFactorGiven(long session) {
        withSecondFactor.add(session);
    }

    /** Whether the caller came in with a second factor, or gave one at the browser since. */
    public boolean hadSecondFactor(Caller caller) {
        return caller.entry().secondFactor()
                || withSecondFactor.contains(caller.entry().session());
    }

    /** Whether the caller proved it lately, or sits at no browser and so cannot be asked. A token with a limit never did. */
    public boolean isRecent(Caller caller) {
        if (!caller.entry().isSession()) {
            return !caller.entry().scopes().isLimited();
        }
        Instant last = bySession.get(caller.entry().session());
        return last != null && clock.instant().isBefore(last.plus(Duration.ofMinutes(minutes())));
    }

    public void require(Caller caller) {
        if (caller.entry().scopes().isLimited()) {
            throw new Forbidden(messages.text(caller.locale(), "token.limited"));
        }
        if (!isRecent(caller)) {
            throw new ProofRequired(messages.text(caller.locale(), "proof.required"));
        }
    }

    private int minutes() {
        Sql one = Sql.of(
                "select CONTENT from CORE_SETTING where USER_ID = ? and NAME = ?", Caller.SYSTEM_ID, Proofs.MINUTES);
        String set = database.read(connection -> one.first(connection, row -> row.getString(1)));
        try {
            return set == null ? Proofs.USUAL_MINUTES : Math.max(1, Math.min(MOST_MINUTES, Integer.parseInt(set)));
        } catch (NumberFormatException nonsense) {
            return Proofs.USUAL_MINUTES;
        }
    }
}

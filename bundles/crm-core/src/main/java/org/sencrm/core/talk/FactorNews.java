package org.sencrm.core.talk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.signin.Factor;
import org.sencrm.api.signin.FactorListener;
import org.sencrm.api.talk.Notification.Kind;
import org.sencrm.core.extension.Extensions;
import org.sencrm.core.store.Database;
import org.sencrm.core.type.SystemFields;

/** Tells people what becomes of their second factors, so that nobody changes them behind their backs. */
@Component(service = FactorListener.class)
public final class FactorNews implements FactorListener {

    /** So long before a factor ends its owner is told at each sign-in with it. */
    private static final Duration SOON = Duration.ofDays(30);

    private final Database database;
    private final Teller teller;
    private final Clock clock;

    @Activate
    public FactorNews(@Reference Database database, @Reference Extensions extensions) {
        this(database, extensions, Clock.systemUTC());
    }

    FactorNews(Database database, Extensions extensions, Clock clock) {
        this.database = database;
        this.teller = new Teller(database, extensions);
        this.clock = clock;
    }

    @Override
    public void changed(Event event, Factor factor, Caller by) {
        if (event != Event.USED) {
            tell(Kind.FACTORS_CHANGED, factor.user(), by.userId());
        } else if (factor.validUntil() != null
                && factor.validUntil().isBefore(clock.instant().plus(SOON))) {
            tell(Kind.FACTOR_ENDING, factor.user(), Caller.SYSTEM_ID);
        }
    }

    @Override
    public void needed(long user, Instant until) {
        tell(Kind.FACTOR_NEEDED, user, Caller.SYSTEM_ID);
    }

    @Override
    public void copied(Factor factor) {
        tell(Kind.FACTOR_COPIED, factor.user(), Caller.SYSTEM_ID);
    }

    @Override
    public void resetAsked(long user, Set<Long> administrators, Caller by) {
        Set<Long> others = new HashSet<>(administrators);
        others.remove(by.userId());
        others.add(user);
        tell(Kind.FACTOR_RESET_ASKED, others, user, by.userId());
    }

    private void tell(Kind kind, long user, long by) {
        tell(kind, Set.of(user), user, by);
    }

    private void tell(Kind kind, Set<Long> whom, long user, long by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        database.write(connection -> {
            teller.tell(
                    connection, whom, new NotificationTable.Row(0, kind, SystemFields.USERS, user, 0, by, now, null));
            return null;
        });
    }
}

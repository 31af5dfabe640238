package org.sencrm.core.privacy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.privacy.Consents;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.RecordHook;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.core.store.Database;

/**
 * What a person said stays as it was said: nobody changes it, and only whoever just wrote it down takes it back. It goes with
 * the person, though, where two records become one, and with its owner to a colleague.
 */
@Component(property = RecordHook.TYPE + "=" + Consents.TYPE)
public final class ConsentRules implements RecordHook {

    private static final String AT = "statedAt";

    /** Enough for a wrong click. */
    private static final Duration TAKEN_BACK_WITHIN = Duration.ofMinutes(10);
    /** Clocks differ. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final Set<String> NOBODYS_WORD = Set.of("owner", "team");

    private final Database database;
    private final RecordTypes types;
    private final People people;
    private final Clock clock;
    private final Merges merges = new Merges();

    @Activate
    public ConsentRules(@Reference Database database, @Reference RecordTypes types) {
        this(database, types, Clock.systemUTC());
    }

    ConsentRules(Database database, RecordTypes types, Clock clock) {
        this.database = database;
        this.types = types;
        this.people = new People(types);
        this.clock = clock;
    }

    @Override
    public void beforeSave(Draft draft) {
        if (draft.isNew()) {
            begin(draft);
        } else {
            Set<String> changed = new TreeSet<>(draft.changes());
            changed.removeAll(NOBODYS_WORD);
            if (!changed.isEmpty() && !(changed.equals(Set.of(People.PERSON)) && isMerged(draft))) {
                draft.refuse(null, "consents.final");
            }
        }
    }

    /** Other work than a merge runs as a job, too, and must not make one person say what another one said. */
    private boolean isMerged(Draft draft) {
        return draft.old(People.PERSON) instanceof org.sencrm.api.record.Reference going
                && draft.get(People.PERSON) instanceof org.sencrm.api.record.Reference staying
                && database.read(
                        connection -> merges.is(connection, draft.caller().job(), going, staying));
    }

    private void begin(Draft draft) {
        people.check(draft);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (draft.get(AT) == null) {
            draft.set(AT, now);
        } else if (draft.get(AT) instanceof Instant at && at.isAfter(now.plus(AHEAD))) {
            draft.refuse(AT, "consents.statedAt.future");
        }
        Object purpose = draft.get("purpose");
        Object state = draft.get("state");
        if (purpose != null && state != null) {
            draft.set("name", label(draft, "purpose", purpose) + ": " + label(draft, "state", state));
        }
    }

    private String label(Draft draft, String field, Object code) {
        Locale locale = draft.caller().locale();
        return types.choices(draft.type(), field, locale).stream()
                .filter(choice -> choice.code().equals(code))
                .findFirst()
                .map(Choice::label)
                .orElse(code.toString());
    }

    @Override
    public void beforeDelete(Draft draft) {
        boolean isFresh = draft.old("createdAt") instanceof Instant made
                && made.isAfter(clock.instant().minus(TAKEN_BACK_WITHIN));
        boolean isOwn = draft.old("createdBy") instanceof org.sencrm.api.record.Reference by
                && by.id() == draft.caller().userId();
        if (!draft.caller().isSystem() && !(isFresh && isOwn)) {
            draft.refuse(null, "consents.stays");
        }
    }
}

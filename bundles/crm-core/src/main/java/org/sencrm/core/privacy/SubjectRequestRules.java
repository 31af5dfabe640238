package org.sencrm.core.privacy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.privacy.PersonalData;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.RecordHook;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.text.Messages;

/** A request came today, is open and due in thirty days unless somebody says otherwise; a certificate is final. */
@Component(property = RecordHook.TYPE + "=" + PersonalData.REQUESTS)
public final class SubjectRequestRules implements RecordHook {

    static final String KIND = "kind";
    static final String STATE = "state";
    static final String OPEN = "open";
    static final String ERASED_AT = "erasedAt";

    private static final String RECEIVED = "receivedOn";
    private static final String DUE = "dueOn";
    private static final int DAYS = 30;

    private final Settings settings;
    private final Messages messages;
    private final Clock clock;
    private final People people;

    @Activate
    public SubjectRequestRules(
            @Reference Settings settings, @Reference Messages messages, @Reference RecordTypes types) {
        this(settings, messages, types, Clock.systemUTC());
    }

    SubjectRequestRules(Settings settings, Messages messages, RecordTypes types, Clock clock) {
        this.settings = settings;
        this.messages = messages;
        this.people = new People(types);
        this.clock = clock;
    }

    @Override
    public void beforeSave(Draft draft) {
        if (!draft.isNew() && draft.old(ERASED_AT) != null) {
            refuseAfterwards(draft);
            return;
        }
        people.check(draft);
        if (draft.isNew() && draft.get(STATE) == null) {
            draft.set(STATE, OPEN);
        }
        if (draft.get(RECEIVED) == null) {
            draft.set(RECEIVED, LocalDate.ofInstant(clock.instant(), ZoneId.of(settings.get(Settings.ZONE, "UTC"))));
        }
        LocalDate received = (LocalDate) draft.get(RECEIVED);
        if (draft.get(DUE) == null) {
            draft.set(DUE, received.plusDays(DAYS));
        } else if (((LocalDate) draft.get(DUE)).isBefore(received)) {
            draft.refuse(DUE, "subjectrequests.dueOn.early");
        }
        if (draft.get(KIND) != null) {
            Locale locale = draft.caller().locale();
            draft.set("name", messages.text(locale, "subjectrequests.kind." + draft.get(KIND)) + ", " + received);
        }
    }

    /** What a certificate certifies does not change; a note may be added, and it may get another owner. */
    private static void refuseAfterwards(Draft draft) {
        if (draft.changed(KIND) || draft.changed(STATE) || draft.changed(People.PERSON)) {
            draft.refuse(null, "subjectrequests.final");
        }
    }

    @Override
    public void beforeDelete(Draft draft) {
        if (draft.old(ERASED_AT) != null) {
            draft.refuse(null, "subjectrequests.stays");
        }
    }
}

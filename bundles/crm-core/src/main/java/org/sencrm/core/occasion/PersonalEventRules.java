package org.sencrm.core.occasion;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.RecordHook;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.text.Messages;

/** Names an event by its kind where nobody does, and knows when it comes next. */
@Component(property = RecordHook.TYPE + "=personalevents")
public final class PersonalEventRules implements RecordHook {

    private static final Set<String> USUALLY_YEARLY = Set.of("birthday", "wedding", "childBorn", "anniversary");

    private final CompanyDay day;
    private final Messages messages;

    @Activate
    public PersonalEventRules(@Reference Settings settings, @Reference Messages messages) {
        this(settings, messages, Clock.systemUTC());
    }

    public PersonalEventRules(Settings settings, Messages messages, Clock clock) {
        this.day = new CompanyDay(settings, clock);
        this.messages = messages;
    }

    @Override
    public void beforeSave(Draft draft) {
        String kind = (String) draft.get("kind");
        if (draft.get("name") == null && kind != null) {
            draft.set("name", messages.text(draft.caller().locale(), "personalevents.kind." + kind));
        }
        if (draft.isNew() && draft.get("yearly") == null) {
            draft.set("yearly", kind != null && USUALLY_YEARLY.contains(kind));
        }
        LocalDate next = next((LocalDate) draft.get("date"), Boolean.TRUE.equals(draft.get("yearly")), day.today());
        if (!Objects.equals(next, draft.get("nextOn"))) {
            draft.set("nextOn", next);
        }
    }

    /** The first time from today on; null where there is none. */
    static LocalDate next(LocalDate date, boolean yearly, LocalDate today) {
        if (date == null || !yearly || !date.isBefore(today)) {
            return date == null || date.isBefore(today) ? null : date;
        }
        // counted from the first day, so that the 29th of February comes back in leap years
        long years = ChronoUnit.YEARS.between(date, today);
        LocalDate latest = date.plusYears(years);
        return latest.isBefore(today) ? date.plusYears(years + 1) : latest;
    }
}

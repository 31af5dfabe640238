package org.sencrm.core.occasion;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.RecordHook;
import org.sencrm.api.setting.Settings;

/** A contact is as old as the birthday says, and neither children nor a household are fewer than none. */
@Component(property = RecordHook.TYPE + "=contacts")
public final class ContactRules implements RecordHook {

    private static final List<String> COUNTS = List.of("householdSize", "children");

    private final CompanyDay day;

    @Activate
    public ContactRules(@Reference Settings settings) {
        this(settings, Clock.systemUTC());
    }

    public ContactRules(Settings settings, Clock clock) {
        this.day = new CompanyDay(settings, clock);
    }

    @Override
    public void beforeSave(Draft draft) {
        BigDecimal age = age((LocalDate) draft.get("birthday"));
        if (age == null || !(draft.get("age") instanceof BigDecimal known) || known.compareTo(age) != 0) {
            draft.set("age", age);
        }
        for (String count : COUNTS) {
            if (draft.changed(count) && draft.get(count) instanceof BigDecimal number && number.signum() < 0) {
                draft.refuse(count, "contacts.count.negative");
            }
        }
    }

    /** Null where it is unknown, or where somebody is yet to be born. */
    private BigDecimal age(LocalDate birthday) {
        if (birthday == null) {
            return null;
        }
        LocalDate today = day.today();
        return birthday.isAfter(today)
                ? null
                : BigDecimal.valueOf(Period.between(birthday, today).getYears());
    }
}

package org.sencrm.core.model;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.RecordHook;

/** Refuses numbers that no account can have. What is stored already may stay as it is. */
@Component(property = RecordHook.TYPE + "=accounts")
public final class AccountRules implements RecordHook {

    /** The oldest firms at work go back to the sixth century. */
    private static final int FIRST_YEAR = 500;

    private final Clock clock;

    @Activate
    public AccountRules() {
        this(Clock.systemUTC());
    }

    AccountRules(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void beforeSave(Draft draft) {
        if (draft.changed("employees") && draft.get("employees") instanceof BigDecimal number && number.signum() < 0) {
            draft.refuse("employees", "accounts.employees.negative");
        }
        if (draft.changed("foundedYear") && draft.get("foundedYear") instanceof BigDecimal year) {
            int thisYear =
                    LocalDate.ofInstant(clock.instant(), draft.caller().zone()).getYear();
            if (year.compareTo(BigDecimal.valueOf(FIRST_YEAR)) < 0
                    || year.compareTo(BigDecimal.valueOf(thisYear)) > 0) {
                // as text, as a year has no thousands
                draft.refuse(
                        "foundedYear",
                        "accounts.foundedYear.range",
                        Integer.toString(FIRST_YEAR),
                        Integer.toString(thisYear));
            }
        }
    }
}

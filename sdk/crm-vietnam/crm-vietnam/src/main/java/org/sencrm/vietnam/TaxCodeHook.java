package org.sencrm.vietnam;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.RecordHook;
import org.sencrm.api.setting.Settings;
import org.sencrm.vietnam.tax.TaxCode;

/**
 * Refuses tax codes that no authority can have given, and writes the others as usual. What is stored already may stay as it is.
 * Where the setting {@link #MODE} says {@code warn} a wrong code is taken, and the page of the account shows that it is wrong.
 */
@Component(property = RecordHook.TYPE + "=accounts")
public final class TaxCodeHook implements RecordHook {

    /** {@code refuse} or {@code warn}. */
    static final String MODE = "vietnam.taxCode";

    private static final String FIELD = "taxCode";

    private final Settings settings;
    private final Clock clock;

    @Activate
    public TaxCodeHook(@Reference Settings settings) {
        this(settings, Clock.systemUTC());
    }

    TaxCodeHook(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void beforeSave(Draft draft) {
        if (!draft.changed(FIELD) || !(draft.get(FIELD) instanceof String written)) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), draft.caller().zone());
        TaxCode code = TaxCode.read(written, today);
        if (code.kind().isValid()) {
            draft.set(FIELD, code.text());
        } else if (!"warn".equals(settings.get(MODE, "refuse"))) {
            draft.refuse(FIELD, "vietnam.taxCode." + code.kind().name().toLowerCase(Locale.ROOT), code.text());
        }
    }
}

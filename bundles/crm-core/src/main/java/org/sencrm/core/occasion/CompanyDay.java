package org.sencrm.core.occasion;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.sencrm.api.setting.Settings;

/** Which day it is where the company works: the same for everybody, wherever they sit. */
final class CompanyDay {

    private final Settings settings;
    private final Clock clock;

    CompanyDay(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of(settings.get(Settings.ZONE, "UTC")));
    }
}

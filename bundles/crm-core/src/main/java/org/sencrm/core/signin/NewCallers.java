package org.sencrm.core.signin;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import org.sencrm.api.access.Caller;
import org.sencrm.api.setting.Settings;
import org.sencrm.core.setting.StoredSettings;

/** Callers as they come in: they speak their own language, where they chose one, and work in the company's zone. */
final class NewCallers {

    private final Settings settings;

    NewCallers(Settings settings) {
        this.settings = settings;
    }

    Caller of(long userId, String through) {
        Caller caller = new Caller(userId, language(), zone(), through, 0);
        String own = settings.own(caller, StoredSettings.OWN_LANGUAGE, null);
        return own == null ? caller : caller.speaking(Locale.forLanguageTag(own));
    }

    /** In which somebody is answered of whom nothing is known yet. */
    Locale language() {
        return Locale.forLanguageTag(settings.get(Settings.LANGUAGE, "en"));
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(settings.get(Settings.ZONE, "UTC"));
        } catch (DateTimeException e) {
            return ZoneId.of("UTC");
        }
    }
}

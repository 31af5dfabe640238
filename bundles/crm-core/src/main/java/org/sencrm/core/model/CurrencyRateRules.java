package org.sencrm.core.model;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.RecordHook;
import org.sencrm.api.setting.Settings;

/** A rate is above zero, of a currency that there is and that is not the company's own; it holds from today on. */
@Component(property = RecordHook.TYPE + "=currencyrates")
public final class CurrencyRateRules implements RecordHook {

    private final Settings settings;
    private final Clock clock;

    @Activate
    public CurrencyRateRules(@Reference Settings settings) {
        this(settings, Clock.systemUTC());
    }

    public CurrencyRateRules(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void beforeSave(Draft draft) {
        String base = settings.currency();
        if (draft.isNew()) {
            draft.set("base", base);
            if (draft.get("day") == null) {
                ZoneId zone = ZoneId.of(settings.get(Settings.ZONE, "UTC"));
                draft.set("day", LocalDate.ofInstant(clock.instant(), zone));
            }
        }
        if (draft.get("currency") instanceof String typed && draft.changed("currency")) {
            String code = typed.toUpperCase(Locale.ROOT);
            if (!isKnown(code) || code.equals(draft.get("base"))) {
                draft.refuse("currency", "currencyrates.currency.other", base);
            } else {
                draft.set("currency", code);
            }
        }
        if (draft.get("rate") instanceof BigDecimal rate && rate.signum() <= 0) {
            draft.refuse("rate", "currencyrates.rate.positive");
        }
    }

    private static boolean isKnown(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }
}

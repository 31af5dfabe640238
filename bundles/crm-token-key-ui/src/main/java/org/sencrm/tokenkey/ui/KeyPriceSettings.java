package org.sencrm.tokenkey.ui;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.setting.Setting;
import org.sencrm.ui.api.ScreenContext;
import org.sencrm.ui.api.SettingsPage;

/** What a key costs that the company gives out, and what it has to check; for administrators. */
@Component
public final class KeyPriceSettings implements SettingsPage {

    private static final String CURRENCY = "tokenKey.currency";
    private static final long DEAREST = 100_000_000;

    @Override
    public String path() {
        return "token-key-price";
    }

    @Override
    public String icon() {
        return "money";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.number("tokenKey.price", 0, DEAREST).otherwise("28").required(),
                Setting.text(CURRENCY).otherwise("USD").required(),
                Setting.choice("tokenKey.userVerification", "preferred", "required")
                        .otherwise("preferred")
                        .required());
    }

    @Override
    public List<FieldError> check(ScreenContext context, Map<String, String> values) {
        String code = values.getOrDefault(CURRENCY, "");
        boolean known = Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
        return known
                ? List.of()
                : List.of(new FieldError(CURRENCY, "unknown", context.text("tokenKey.currency.unknown")));
    }
}

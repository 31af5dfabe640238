package org.sencrm.tokenkey.ui;

import com.vaadin.flow.component.Component;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.setting.Setting;
import org.sencrm.api.signin.Factors;
import org.sencrm.ui.api.ScreenContext;
import org.sencrm.ui.api.SettingsPage;

/** Everybody's own second factors; for administrators also what a key costs. */
@org.osgi.service.component.annotations.Component
public final class TokenKeySettings implements SettingsPage {

    private static final String CURRENCY = "tokenKey.currency";
    private static final long DEAREST = 100_000_000;

    private final Factors factors;

    @Activate
    public TokenKeySettings(@Reference Factors factors) {
        this.factors = factors;
    }

    @Override
    public String path() {
        return "token-key";
    }

    @Override
    public String icon() {
        return "shield";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.number("tokenKey.price", 0, DEAREST).otherwise("28").required(),
                Setting.text(CURRENCY).otherwise("USD").required());
    }

    @Override
    public List<FieldError> check(ScreenContext context, Map<String, String> values) {
        String code = values.getOrDefault(CURRENCY, "");
        boolean known = code.equals(code.toUpperCase(Locale.ROOT))
                && Currency.getAvailableCurrencies().stream()
                        .anyMatch(currency -> currency.getCurrencyCode().equals(code));
        return known
                ? List.of()
                : List.of(new FieldError(CURRENCY, "unknown", context.text("tokenKey.currency.unknown")));
    }

    @Override
    public Optional<Component> create(ScreenContext context) {
        return Optional.of(new OwnKeys(context, factors));
    }
}

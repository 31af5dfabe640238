package org.sencrm.tokenkey;

import java.math.BigDecimal;
import org.sencrm.api.record.Money;
import org.sencrm.api.setting.Settings;

/** What a key costs that the company gives out, until its record says otherwise. */
final class KeyPrice {

    static final String PRICE = "tokenKey.price";
    static final String CURRENCY = "tokenKey.currency";
    static final String USUAL_PRICE = "28";
    static final String USUAL_CURRENCY = "USD";

    private KeyPrice() {}

    static Money now(Settings settings) {
        return new Money(new BigDecimal(settings.get(PRICE, USUAL_PRICE)), settings.get(CURRENCY, USUAL_CURRENCY));
    }
}

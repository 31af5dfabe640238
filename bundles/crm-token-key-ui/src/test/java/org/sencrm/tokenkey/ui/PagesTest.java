package org.sencrm.tokenkey.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sencrm.api.setting.Setting;
import org.sencrm.ui.api.ScreenContext;

class PagesTest {

    /** Answers every text with its key. */
    private final ScreenContext context = (ScreenContext) Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {ScreenContext.class},
            (proxy, method, arguments) -> arguments[0].toString());

    private static final KeyPriceSettings PRICE = new KeyPriceSettings();

    @ParameterizedTest
    @ValueSource(strings = {"USD", "VND", "EUR"})
    void aCurrencyThatThereIsIsTaken(String code) {
        assertEquals(List.of(), PRICE.check(context, Map.of("tokenKey.currency", code)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"usd", "Dollar", "XX", ""})
    void anythingElseIsRefusedAtItsField(String code) {
        assertEquals(
                "tokenKey.currency",
                PRICE.check(context, Map.of("tokenKey.currency", code)).get(0).field());
    }

    /** A page on which there are only settings of the company is offered to nobody but administrators. */
    @Test
    void everybodyHasThePageOfOnesOwnKeysAndAdministratorsThePrice() {
        assertTrue(new OwnKeysPage(null).settings().isEmpty());
        assertTrue(PRICE.settings().stream().allMatch(setting -> setting.scope() == Setting.Scope.COMPANY));
    }
}

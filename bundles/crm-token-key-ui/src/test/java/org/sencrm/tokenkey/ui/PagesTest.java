package org.sencrm.tokenkey.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sencrm.api.outbound.Outbound;
import org.sencrm.api.outbound.OutboundFailure;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                CertificateSettings.AUTHORITIES,
                CertificateSettings.LIST,
                CertificateSettings.VOUCHER,
                CertificateSettings.ADDRESSES
            })
    void whatCannotBeUsedForCertificatesIsRefusedAtItsField(String key) {
        CertificateSettings page = new CertificateSettings(new NoDoor());

        assertEquals(List.of(), page.check(context, Map.of()));
        assertEquals(key, page.check(context, Map.of(key, "nothing")).get(0).field());
    }

    /** Lets nobody out. */
    private static final class NoDoor implements Outbound {

        @Override
        public Answer send(Request request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void check(String address) throws OutboundFailure {
            throw new OutboundFailure(OutboundFailure.Reason.BAD_ADDRESS, "refused");
        }

        @Override
        public Socket connect(String host, int port, Duration longest) {
            throw new UnsupportedOperationException();
        }
    }

    /** A page on which there are only settings of the company is offered to nobody but administrators. */
    @Test
    void everybodyHasThePageOfOnesOwnKeysAndAdministratorsThePrice() {
        assertTrue(new OwnKeysPage(null).settings().isEmpty());
        assertTrue(PRICE.settings().stream().allMatch(setting -> setting.scope() == Setting.Scope.COMPANY));
        assertTrue(new CertificateSettings(new NoDoor())
                .settings().stream().allMatch(setting -> setting.scope() == Setting.Scope.COMPANY));
    }
}

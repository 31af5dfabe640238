package org.sencrm.core.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.setting.Settings;
import org.sencrm.core.schema.TestSchema;
import org.sencrm.core.store.LocalDatabase;
import org.sencrm.core.support.Callers;
import org.sencrm.core.support.FakeAccess;
import org.sencrm.core.text.FileMessages;

class StoredSettingsTest {

    private static final Caller ADMINISTRATOR = Callers.user(1);
    private static final Caller SELLER = Callers.user(7);

    private final LocalDatabase database = TestSchema.fresh();
    private final StoredSettings settings = settings();

    @Test
    void anInstallationBeginsWithDefaults() {
        assertEquals("USD", settings.currency());
        assertEquals("Asia/Ho_Chi_Minh", settings.get(Settings.ZONE, null));
        assertEquals("vi", settings.get(Settings.LANGUAGE, null));
        assertEquals("none", settings.get("mail.host", "none"));
        assertFalse(settings.isSet(Settings.CURRENCY));
    }

    @Test
    void aSettingIsKeptAcrossARestart() {
        settings.set(ADMINISTRATOR, Settings.CURRENCY, "VND");

        assertEquals("VND", settings.currency());
        assertEquals("VND", settings().get(Settings.CURRENCY, null));
        assertTrue(settings.isSet(Settings.CURRENCY));
    }

    @Test
    void nullTakesASettingAway() {
        settings.set(ADMINISTRATOR, Settings.CURRENCY, "VND");

        settings.set(ADMINISTRATOR, Settings.CURRENCY, null);

        assertEquals("USD", settings.get(Settings.CURRENCY, null));
    }

    @Test
    void onlyAdministratorsSetWhatHoldsForAll() {
        assertThrows(Forbidden.class, () -> settings.set(SELLER, Settings.CURRENCY, "VND"));
        assertEquals("USD", settings.get(Settings.CURRENCY, null));
    }

    @Test
    void eachUserHasSettingsOfItsOwn() {
        settings.setOwn(SELLER, "ui.theme", "dark");

        assertEquals("dark", settings.own(SELLER, "ui.theme", "light"));
        assertEquals("light", settings.own(ADMINISTRATOR, "ui.theme", "light"));
        assertNull(settings.get("ui.theme", null));
    }

    @Test
    void ofAUserWhoIsGoneNothingStays() {
        settings.setOwn(SELLER, "ui.theme", "dark");

        settings.forget(SELLER.userId());

        assertEquals("light", settings.own(SELLER, "ui.theme", "light"));
    }

    @Test
    void ofAModuleThatIsPurgedNoSettingStays() {
        settings.set(ADMINISTRATOR, "sales.target", "100");
        settings.set(ADMINISTRATOR, "salesforce.key", "x");
        settings.setOwn(SELLER, "sales.board", "wide");

        settings.forgetWord("sales");

        assertNull(settings.get("sales.target", null));
        assertEquals("narrow", settings.own(SELLER, "sales.board", "narrow"));
        assertEquals("x", settings.get("salesforce.key", null));
    }

    @Test
    void whatIsRolledBackIsNeverSeen() {
        assertThrows(
                IllegalStateException.class,
                () -> database.write(connection -> {
                    settings.set(ADMINISTRATOR, Settings.CURRENCY, "EUR");
                    settings.get(Settings.CURRENCY, null);
                    throw new IllegalStateException("the work around it failed");
                }));

        assertEquals("USD", settings.get(Settings.CURRENCY, null));
    }

    @Test
    void aKeyThatIsNoneIsRefused() {
        assertThrows(InvalidRequest.class, () -> settings.setOwn(SELLER, "no key", "x"));
        assertThrows(InvalidRequest.class, () -> settings.setOwn(SELLER, "ui.text", "x".repeat(8001)));
    }

    private StoredSettings settings() {
        return new StoredSettings(database, new FakeAccess(1L), new FileMessages());
    }
}

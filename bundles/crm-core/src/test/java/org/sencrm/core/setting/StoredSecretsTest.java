package org.sencrm.core.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.core.schema.TestSchema;
import org.sencrm.core.secret.Secrets;
import org.sencrm.core.support.Callers;
import org.sencrm.core.support.FakeAccess;
import org.sencrm.core.text.FileMessages;

class StoredSecretsTest {

    private static final Caller ADMINISTRATOR = Callers.user(1);
    private static final Caller SELLER = Callers.user(7);

    @TempDir
    private Path home;

    private StoredSettings settings;
    private StoredSecrets secrets;

    @BeforeEach
    void open() {
        settings = new StoredSettings(TestSchema.fresh(), new FakeAccess(1L), new FileMessages());
        secrets = new StoredSecrets(settings, new Secrets(home), new FileMessages());
    }

    @Test
    void aSecretIsFoundAgainAndStandsNowhereInClear() {
        secrets.set(ADMINISTRATOR, "zalo.token", "mật khẩu");

        assertEquals(Optional.of("mật khẩu"), secrets.find("zalo.token"));
        assertFalse(settings.get("zalo.token", "").contains("mật"));
    }

    @Test
    void nullTakesItAway() {
        secrets.set(ADMINISTRATOR, "zalo.token", "x");

        secrets.set(ADMINISTRATOR, "zalo.token", null);

        assertEquals(Optional.empty(), secrets.find("zalo.token"));
    }

    @Test
    void onlyAdministratorsSetOneOfTheCompany() {
        assertThrows(Forbidden.class, () -> secrets.set(SELLER, "zalo.token", "x"));
        assertEquals(Optional.empty(), secrets.find("zalo.token"));
    }

    @Test
    void everybodyHasSecretsOfTheirOwn() {
        secrets.setOwn(SELLER, "mail.password", "x");

        assertEquals(Optional.of("x"), secrets.findOwn(SELLER, "mail.password"));
        assertEquals(Optional.empty(), secrets.findOwn(ADMINISTRATOR, "mail.password"));
        assertEquals(Optional.empty(), secrets.find("mail.password"));
    }

    @Test
    void oneThatWasCopiedToAnotherPlaceCannotBeReadThere() {
        secrets.set(ADMINISTRATOR, "zalo.token", "x");
        settings.set(ADMINISTRATOR, "other.token", settings.get("zalo.token", null));
        settings.setOwn(SELLER, "zalo.token", settings.get("zalo.token", null));

        assertEquals(Optional.empty(), secrets.find("other.token"));
        assertEquals(Optional.empty(), secrets.findOwn(SELLER, "zalo.token"));
    }

    @Test
    void whatIsTooLongIsRefused() {
        assertThrows(InvalidRequest.class, () -> secrets.set(ADMINISTRATOR, "x.key", "x".repeat(4001)));
        secrets.set(ADMINISTRATOR, "x.key", "x".repeat(4000));
        assertEquals(4000, secrets.find("x.key").orElseThrow().length());
    }
}

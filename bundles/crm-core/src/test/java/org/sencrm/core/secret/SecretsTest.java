package org.sencrm.core.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path home;

    @TempDir
    private Path otherHome;

    @Test
    void aSecretIsReadAgainAfterARestart() {
        String stored = new Secrets(home).encrypt("mật khẩu", "webhook:1");

        assertFalse(stored.contains("mật"));
        assertEquals("mật khẩu", new Secrets(home).decrypt(stored, "webhook:1"));
    }

    @Test
    void withAnotherKeyOrForAnotherPurposeThereIsNothingToRead() {
        Secrets secrets = new Secrets(home);
        String stored = secrets.encrypt("secret", "webhook:1");

        assertNull(secrets.decrypt(stored, "webhook:2"));
        assertNull(new Secrets(otherHome).decrypt(stored, "webhook:1"));
        assertNull(secrets.decrypt(stored.substring(0, stored.length() - 8), "webhook:1"));
        assertNull(secrets.decrypt("v1:AAAA", "webhook:1"));
        assertNull(secrets.decrypt("secret", "webhook:1"));
    }

    @Test
    void theSameSecretNeverLooksTheSame() {
        Secrets secrets = new Secrets(home);

        assertNotEquals(secrets.encrypt("secret", "a"), secrets.encrypt("secret", "a"));
    }

    @Test
    void theKeyIsForTheProductsOwnAccountOnly() throws Exception {
        new Secrets(home).encrypt("secret", "a");

        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("keys/secrets.key"))));
    }
}

package org.sencrm.core.secret;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Encrypts secrets that the product itself has to know again, so that they can be kept in the database: AES-256-GCM under
 * the key in {@code keys/secrets.key} of the home, which is made at the first use and is for the product's own account
 * only. Several nodes on one database need the same file. Thread safe.
 */
@Component(service = Secrets.class)
public final class Secrets {

    private static final String FORMAT = "v1:";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final HomeFile file;
    private final SecureRandom random = new SecureRandom();
    private SecretKey key;

    @Activate
    public Secrets(BundleContext context) {
        this(Path.of(context.getProperty("sencrm.home")));
    }

    public Secrets(Path home) {
        this.file = new HomeFile(home.resolve("keys").resolve("secrets.key"));
    }

    /** @param purpose whose secret it is; one that was copied to another place cannot be read there */
    public String encrypt(String secret, String purpose) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] hidden =
                    cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] both = Arrays.copyOf(nonce, nonce.length + hidden.length);
            System.arraycopy(hidden, 0, both, nonce.length, hidden.length);
            return FORMAT + Base64.getEncoder().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret cannot be encrypted", e);
        }
    }

    /** The secret; null where it was encrypted under another key or for another purpose. */
    public String decrypt(String stored, String purpose) {
        if (!stored.startsWith(FORMAT)) {
            return null;
        }
        try {
            byte[] both = Base64.getDecoder().decode(stored.substring(FORMAT.length()));
            byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
            byte[] secret = cipher(Cipher.DECRYPT_MODE, nonce, purpose)
                    .doFinal(both, NONCE_BYTES, Math.max(0, both.length - NONCE_BYTES));
            return new String(secret, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return null;
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private synchronized SecretKey key() {
        if (key == null) {
            String stored = file.read();
            if (stored == null) {
                byte[] fresh = new byte[KEY_BYTES];
                random.nextBytes(fresh);
                stored = Base64.getEncoder().encodeToString(fresh);
                file.write(stored);
            }
            key = new SecretKeySpec(Base64.getDecoder().decode(stored), "AES");
        }
        return key;
    }
}

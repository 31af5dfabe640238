package org.sencrm.tokenkey;

import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.exception.Base64UrlException;
import java.util.Optional;

/**
 * The registration of a security key that waits for the key's answer, as it stands in the state of the factor.
 *
 * @param host to which the key is going to be bound
 * @param handle by which the key will know its person
 * @param challenge that the answer has to hold
 */
record PendingKey(String host, ByteArray handle, ByteArray challenge) {

    private static final String MARK = "new";
    private static final int PARTS = 4;

    /** @return empty for the state of a confirmed key */
    static Optional<PendingKey> read(String state) {
        String[] parts = state.split(" ");
        if (parts.length != PARTS || !parts[0].equals(MARK)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new PendingKey(parts[1], ByteArray.fromBase64Url(parts[2]), ByteArray.fromBase64Url(parts[3])));
        } catch (Base64UrlException e) {
            throw new IllegalStateException("the state of a security key is damaged", e);
        }
    }

    String state() {
        return String.join(" ", MARK, host, handle.getBase64Url(), challenge.getBase64Url());
    }
}

package org.sencrm.tokenkey;

import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import com.yubico.webauthn.data.exception.Base64UrlException;
import java.util.Optional;

/**
 * A security key that somebody registered, as it stands in the state of the factor. It holds no secret: that never leaves the
 * key.
 *
 * @param host to which it is bound
 * @param handle by which the key knows its person, the same for all keys of one
 * @param id of the credential
 * @param publicKey in COSE
 * @param count how often it signed as far as it told; 0 for a key that does not count
 */
record SecurityKey(String host, ByteArray handle, ByteArray id, ByteArray publicKey, long count) {

    private static final String MARK = "key";
    private static final int PARTS = 6;

    /** @return empty for the state of a key that is not confirmed yet */
    static Optional<SecurityKey> read(String state) {
        String[] parts = state.split(" ");
        if (parts.length != PARTS || !parts[0].equals(MARK)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SecurityKey(
                    parts[1],
                    ByteArray.fromBase64Url(parts[2]),
                    ByteArray.fromBase64Url(parts[3]),
                    ByteArray.fromBase64Url(parts[4]),
                    Long.parseLong(parts[5])));
        } catch (Base64UrlException e) {
            throw new IllegalStateException("the state of a security key is damaged", e);
        }
    }

    String state() {
        return String.join(
                " ",
                MARK,
                host,
                handle.getBase64Url(),
                id.getBase64Url(),
                publicKey.getBase64Url(),
                Long.toString(count));
    }

    SecurityKey counted(long now) {
        return new SecurityKey(host, handle, id, publicKey, now);
    }

    PublicKeyCredentialDescriptor descriptor() {
        return PublicKeyCredentialDescriptor.builder().id(id).build();
    }

    RegisteredCredential credential() {
        return RegisteredCredential.builder()
                .credentialId(id)
                .userHandle(handle)
                .publicKeyCose(publicKey)
                .signatureCount(count)
                .build();
    }
}

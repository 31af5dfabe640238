package org.sencrm.tokenkey;

import com.yubico.webauthn.CredentialRepository;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The keys of the one person whose answer is looked at: who that is was proved by the password. */
final class KnownKeys implements CredentialRepository {

    /** The library asks by name; there is one. */
    static final String PERSON = "person";

    private final List<SecurityKey> keys;

    KnownKeys(List<SecurityKey> keys) {
        this.keys = keys;
    }

    @Override
    public Set<PublicKeyCredentialDescriptor> getCredentialIdsForUsername(String person) {
        return keys.stream().map(SecurityKey::descriptor).collect(Collectors.toSet());
    }

    @Override
    public Optional<ByteArray> getUserHandleForUsername(String person) {
        return keys.stream().map(SecurityKey::handle).findFirst();
    }

    @Override
    public Optional<String> getUsernameForUserHandle(ByteArray handle) {
        return keys.stream().anyMatch(key -> key.handle().equals(handle)) ? Optional.of(PERSON) : Optional.empty();
    }

    @Override
    public Optional<RegisteredCredential> lookup(ByteArray id, ByteArray handle) {
        return keys.stream()
                .filter(key -> key.id().equals(id) && key.handle().equals(handle))
                .map(SecurityKey::credential)
                .findFirst();
    }

    @Override
    public Set<RegisteredCredential> lookupAll(ByteArray id) {
        return keys.stream()
                .filter(key -> key.id().equals(id))
                .map(SecurityKey::credential)
                .collect(Collectors.toSet());
    }
}

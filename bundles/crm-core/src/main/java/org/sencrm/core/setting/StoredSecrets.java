package org.sencrm.core.setting;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.setting.SecretSettings;
import org.sencrm.api.text.Messages;
import org.sencrm.core.secret.Secrets;

/** Settings whose content is encrypted; the key and the owner are part of the encryption, so that none can be exchanged. */
@Component(service = SecretSettings.class)
public final class StoredSecrets implements SecretSettings {

    private static final int MAX_BYTES = 4000;

    private final StoredSettings settings;
    private final Secrets secrets;
    private final Messages messages;

    @Activate
    public StoredSecrets(@Reference StoredSettings settings, @Reference Secrets secrets, @Reference Messages messages) {
        this.settings = settings;
        this.secrets = secrets;
        this.messages = messages;
    }

    @Override
    public Optional<String> find(String key) {
        return decrypted(settings.get(key, null), purpose(Caller.SYSTEM_ID, key));
    }

    @Override
    public void set(Caller caller, String key, String secret) {
        settings.set(caller, key, encrypted(caller, secret, purpose(Caller.SYSTEM_ID, key)));
    }

    @Override
    public Optional<String> findOwn(Caller caller, String key) {
        return decrypted(settings.own(caller, key, null), purpose(caller.userId(), key));
    }

    @Override
    public void setOwn(Caller caller, String key, String secret) {
        settings.setOwn(caller, key, encrypted(caller, secret, purpose(caller.userId(), key)));
    }

    private Optional<String> decrypted(String stored, String purpose) {
        return Optional.ofNullable(stored).map(hidden -> secrets.decrypt(hidden, purpose));
    }

    private String encrypted(Caller caller, String secret, String purpose) {
        if (secret == null) {
            return null;
        }
        if (secret.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new InvalidRequest(messages.text(caller.locale(), "setting.tooLong", MAX_BYTES));
        }
        return secrets.encrypt(secret, purpose);
    }

    private static String purpose(long user, String key) {
        return "setting:" + user + ":" + key;
    }
}

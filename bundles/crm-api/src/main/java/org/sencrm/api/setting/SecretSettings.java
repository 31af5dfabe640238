package org.sencrm.api.setting;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.access.Caller;

/**
 * Settings that must not be readable by whoever gets hold of the database or of a backup of it, such as keys of outside
 * services: encrypted under the installation's own key. Keys are those of {@link Settings} and share its rules; a key is
 * used for one or the other. No screen and no REST call tells a secret again; the code that needs it asks for it here. Thread
 * safe.
 */
@ProviderType
public interface SecretSettings {

    /** The secret; empty where none is set, or where it was encrypted under the key of another installation. */
    Optional<String> find(String key);

    /**
     * Only administrators and the product itself; null takes the secret away.
     *
     * @throws org.sencrm.api.fault.Forbidden for anybody else
     * @throws org.sencrm.api.fault.InvalidRequest for a key that is none, or a secret of more than 4,000 bytes in UTF-8
     */
    void set(Caller caller, String key, String secret);

    /** As {@link #find}, of the caller's own. */
    Optional<String> findOwn(Caller caller, String key);

    /** As {@link #set}, of the caller's own. */
    void setOwn(Caller caller, String key, String secret);
}

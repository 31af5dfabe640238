package org.sencrm.ui.settings;

import org.sencrm.api.access.Caller;
import org.sencrm.api.setting.SecretSettings;
import org.sencrm.api.setting.Setting;
import org.sencrm.api.setting.Settings;

/** Where the values of described settings are kept: each with its scope, secrets encrypted. Thread safe. */
final class SettingStore {

    private final Settings settings;
    private final SecretSettings secrets;

    SettingStore(Settings settings, SecretSettings secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    /** What somebody set; null where nobody did. */
    String read(Caller caller, Setting setting) {
        boolean own = setting.scope() == Setting.Scope.USER;
        if (setting.isSecret()) {
            return (own ? secrets.findOwn(caller, setting.key()) : secrets.find(setting.key())).orElse(null);
        }
        return own ? settings.own(caller, setting.key(), null) : settings.get(setting.key(), null);
    }

    /**
     * @param value null takes it away
     * @throws org.sencrm.api.fault.Forbidden where the caller may not set it
     */
    void write(Caller caller, Setting setting, String value) {
        boolean own = setting.scope() == Setting.Scope.USER;
        if (setting.isSecret() && own) {
            secrets.setOwn(caller, setting.key(), value);
        } else if (setting.isSecret()) {
            secrets.set(caller, setting.key(), value);
        } else if (own) {
            settings.setOwn(caller, setting.key(), value);
        } else {
            settings.set(caller, setting.key(), value);
        }
    }
}

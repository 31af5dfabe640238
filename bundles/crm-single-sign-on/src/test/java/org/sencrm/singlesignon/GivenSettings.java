package org.sencrm.singlesignon;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sencrm.api.access.Caller;
import org.sencrm.api.setting.SecretSettings;
import org.sencrm.api.setting.Settings;

/** Settings of a test, and its secrets. */
final class GivenSettings implements Settings, SecretSettings {

    private final Map<String, String> values = new HashMap<>();

    GivenSettings with(String key, String value) {
        values.put(key, value);
        return this;
    }

    @Override
    public String get(String key, String otherwise) {
        return values.getOrDefault(key, otherwise);
    }

    @Override
    public void set(Caller caller, String key, String value) {
        values.put(key, value);
    }

    @Override
    public Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    @Override
    public String own(Caller caller, String key, String otherwise) {
        return otherwise;
    }

    @Override
    public void setOwn(Caller caller, String key, String value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<String> findOwn(Caller caller, String key) {
        return Optional.empty();
    }
}

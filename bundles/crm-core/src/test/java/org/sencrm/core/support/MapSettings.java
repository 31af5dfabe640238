package org.sencrm.core.support;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sencrm.api.access.Caller;
import org.sencrm.api.setting.Settings;

/** Settings of the installation in a map, for what needs no database. */
public final class MapSettings implements Settings {

    private final Map<String, String> values = new ConcurrentHashMap<>();

    @Override
    public String get(String key, String otherwise) {
        return values.getOrDefault(key, otherwise);
    }

    @Override
    public void set(Caller caller, String key, String value) {
        values.put(key, value);
    }

    @Override
    public String own(Caller caller, String key, String otherwise) {
        return otherwise;
    }

    @Override
    public void setOwn(Caller caller, String key, String value) {
        throw new UnsupportedOperationException();
    }
}

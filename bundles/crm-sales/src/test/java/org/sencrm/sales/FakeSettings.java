package org.sencrm.sales;

import java.util.HashMap;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.setting.Settings;

/** Settings of the company in a map; nobody has any of their own. */
final class FakeSettings implements Settings {

    final Map<String, String> values = new HashMap<>();

    @Override
    public String get(String key, String otherwise) {
        return values.getOrDefault(key, otherwise);
    }

    @Override
    public void set(Caller caller, String key, String value) {
        throw new UnsupportedOperationException();
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

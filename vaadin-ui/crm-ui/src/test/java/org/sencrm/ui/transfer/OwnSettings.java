package org.sencrm.ui.transfer;

import java.util.HashMap;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.setting.Settings;

/** Settings of each user, in memory, with the greatest length that the product's have. */
final class OwnSettings implements Settings {

    private static final int LONGEST = 8000;

    private final Map<String, String> byUserAndKey = new HashMap<>();

    @Override
    public String get(String key, String otherwise) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void set(Caller caller, String key, String value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String own(Caller caller, String key, String otherwise) {
        return byUserAndKey.getOrDefault(caller.userId() + key, otherwise);
    }

    @Override
    public void setOwn(Caller caller, String key, String value) {
        if (value == null) {
            byUserAndKey.remove(caller.userId() + key);
        } else if (value.length() > LONGEST) {
            throw new InvalidRequest("too long");
        } else {
            byUserAndKey.put(caller.userId() + key, value);
        }
    }

    int size() {
        return byUserAndKey.size();
    }
}

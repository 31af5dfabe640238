package org.sencrm.transfer.support;

import org.sencrm.api.access.Caller;
import org.sencrm.api.setting.Settings;

/** Settings that nobody has changed. */
public final class PlainSettings implements Settings {

    @Override
    public String get(String key, String otherwise) {
        return key.equals(CURRENCY) ? "USD" : otherwise;
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

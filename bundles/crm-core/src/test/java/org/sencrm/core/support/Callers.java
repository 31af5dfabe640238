package org.sencrm.core.support;

import java.time.ZoneId;
import java.util.Locale;
import org.sencrm.api.access.Caller;

/** Callers of tests. */
public final class Callers {

    private Callers() {}

    /** A user who speaks English. */
    public static Caller user(long id) {
        return new Caller(id, Locale.ENGLISH, ZoneId.of("Asia/Ho_Chi_Minh"), "rest", 0);
    }
}

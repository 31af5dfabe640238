package org.sencrm.api.duplicate;

import java.util.Locale;

/** Whose value a merge keeps. */
public enum Side {
    /** Of the record that stays. */
    MINE,
    /** Of the record that goes. */
    THEIRS;

    /** The name in REST, e.g. {@code mine}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

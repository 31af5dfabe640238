package org.sencrm.modules.pack;

import java.util.Locale;

/**
 * On what terms a package is read.
 *
 * @param locale language of the refusal
 * @param developmentKeys whether the key of a developer's machine is enough
 * @param production whether this is a system that people rely on: then no developer's key is ever enough
 * @param rollback whether an older version than the installed one is wanted
 */
public record Terms(Locale locale, boolean developmentKeys, boolean production, boolean rollback) {

    /** Nothing is allowed beyond the rule. */
    public static Terms strict(Locale locale) {
        return new Terms(locale, false, true, false);
    }
}

package org.sencrm.ui.home;

import java.util.Locale;

/** How a person is greeted. */
final class GivenName {

    private GivenName() {}

    /** In Vietnamese the last word of a full name, by which people call each other; else the full name. */
    static String of(String fullName, Locale locale) {
        String name = fullName.strip();
        return locale.getLanguage().equals("vi") ? name.substring(name.lastIndexOf(' ') + 1) : name;
    }
}

package org.sencrm.api.module;

import java.util.Dictionary;

/** Tells which module a bundle is part of. */
public final class ModuleId {

    private static final String MODULE = "CRM-Module";
    private static final String NAME = "Bundle-SymbolicName";
    private static final String UI = "-ui";

    private ModuleId() {}

    /**
     * The module that the header {@code CRM-Module} names, else the one of the same name as the bundle; the screens of a
     * module are in a bundle of its name and {@code -ui}.
     *
     * @param headers of the bundle
     */
    public static String of(Dictionary<String, String> headers) {
        String module = headers.get(MODULE);
        if (module != null) {
            return module;
        }
        String name = headers.get(NAME).split(";")[0].trim();
        return name.endsWith(UI) ? name.substring(0, name.length() - UI.length()) : name;
    }
}

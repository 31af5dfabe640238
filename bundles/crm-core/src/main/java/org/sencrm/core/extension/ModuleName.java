package org.sencrm.core.extension;

import org.osgi.framework.Bundle;

/** Which module a bundle belongs to. */
public final class ModuleName {

    private static final String HEADER = "CRM-Module";
    private static final String UI = "-ui";

    private ModuleName() {}

    /** The id of its module, e.g. {@code crm-sales}, also for the bundle with the module's screens. */
    public static String of(Bundle bundle) {
        String module = bundle.getHeaders("").get(HEADER);
        String name = bundle.getSymbolicName();
        if (module != null) {
            return module;
        }
        return name.endsWith(UI) ? name.substring(0, name.length() - UI.length()) : name;
    }
}

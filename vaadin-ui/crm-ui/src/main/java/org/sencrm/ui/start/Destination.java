package org.sencrm.ui.start;

import java.util.regex.Pattern;
import org.sencrm.ui.host.Addresses;

/** Where a person goes after the sign-in: a page of the product, whatever an address asks for. */
final class Destination {

    static final String HOME = Addresses.UI + "/";

    private static final int LONGEST = 2_000;
    private static final String SIGNS = "[A-Za-z0-9._~%/+=&;,:@!'()*-]*";
    private static final Pattern PAGE = Pattern.compile(Addresses.UI + "(/" + SIGNS + "([?]" + SIGNS + ")?)?");
    private static final String OUTSIDE = Addresses.UI + "/" + Addresses.OUTSIDE;

    private Destination() {}

    /** @param asked null for none */
    static String of(String asked) {
        boolean page = asked != null
                && asked.length() <= LONGEST
                && PAGE.matcher(asked).matches()
                && !asked.startsWith(OUTSIDE);
        return page ? asked : HOME;
    }
}

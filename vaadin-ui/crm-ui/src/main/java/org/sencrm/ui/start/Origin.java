package org.sencrm.ui.start;

import java.net.URI;

/** Tells requests that another site made a browser send from our own. */
final class Origin {

    private Origin() {}

    /**
     * @param origin header {@code Origin}; null where the browser sent none, as for plain links
     * @param host header {@code Host}
     */
    static boolean isForeign(String origin, String host) {
        if (origin == null) {
            return false;
        }
        try {
            String authority = URI.create(origin).getAuthority();
            return authority == null || !authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException malformed) {
            return true;
        }
    }
}

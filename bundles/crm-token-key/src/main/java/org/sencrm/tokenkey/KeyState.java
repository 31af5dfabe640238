package org.sencrm.tokenkey;

import java.util.Set;

/** The codes of a key's state. */
final class KeyState {

    /** In the drawer. */
    static final String ISSUED = "issued";
    /** Given to somebody who has not signed in with it yet. */
    static final String ASSIGNED = "assigned";
    /** It lets its holder in. */
    static final String ACTIVE = "active";

    static final String REVOKED = "revoked";
    static final String LOST = "lost";
    static final String REPLACED = "replaced";

    private static final Set<String> ENDED = Set.of(REVOKED, LOST, REPLACED);

    private KeyState() {}

    /** Whether it lets nobody in any more. */
    static boolean isEnded(Object state) {
        return state != null && ENDED.contains(state.toString());
    }

    /** Whether it has ended and is still there, so that somebody else can get it. */
    static boolean comesBack(Object state) {
        return isEnded(state) && !LOST.equals(state);
    }
}

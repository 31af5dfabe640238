package org.sencrm.ui.light;

import com.vaadin.flow.server.VaadinSession;
import java.security.SecureRandom;
import java.util.Base64;

/** What each form carries so that no other site can send it: known to the session and its pages alone. */
record FormMark(String value) {

    static final String NAME = "mark";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 18;

    /** The mark of a session, which is locked. */
    static FormMark of(VaadinSession session) {
        FormMark known = session.getAttribute(FormMark.class);
        if (known != null) {
            return known;
        }
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        FormMark made = new FormMark(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        session.setAttribute(FormMark.class, made);
        return made;
    }
}

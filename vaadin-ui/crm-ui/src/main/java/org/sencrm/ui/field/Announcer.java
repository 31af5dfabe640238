package org.sencrm.ui.field;

import com.vaadin.flow.component.html.Div;

/** Reads out to screen readers what happened on the page without moving the focus. */
public final class Announcer extends Div {

    private static final long serialVersionUID = 1L;

    public Announcer() {
        addClassName("sr-only");
        getElement().setAttribute("role", "status");
        getElement().setAttribute("aria-live", "polite");
    }

    public void say(String words) {
        setText(words);
    }
}

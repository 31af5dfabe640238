package org.sencrm.ui.frame;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import org.sencrm.ui.look.Icons;

/** A link to a place; knows whether the page shown now belongs to it. */
final class PlaceLink extends Anchor {

    private static final long serialVersionUID = 1L;

    private final String address;

    PlaceLink(Place place) {
        address = place.address();
        setHref(address);
        getElement().setAttribute("router-link", true).setAttribute("title", place.label());
        Span label = new Span(place.label());
        label.addClassName("label");
        add(Icons.icon(place.icon()), label);
    }

    /** @param path of the page shown now */
    void follow(String path) {
        boolean here = address.isEmpty() ? path.isEmpty() : path.equals(address) || path.startsWith(address + "/");
        if (here) {
            getElement().setAttribute("aria-current", "page");
        } else {
            getElement().removeAttribute("aria-current");
        }
    }
}

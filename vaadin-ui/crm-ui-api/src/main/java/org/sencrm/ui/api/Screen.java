package org.sencrm.ui.api;

import com.vaadin.flow.component.Component;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A whole screen of a module, published as a service. The host gives it an address ({@code /ui/screen/<path>}), an entry
 * in the navigation named by the message {@code screen.<path>}, and takes both away with the service.
 */
@ConsumerType
public interface Screen {

    /** Last part of the address: lower case words with hyphens. */
    String path();

    /** Name of an icon of the product's family. */
    String icon();

    /** Message key of the navigation group. */
    String group();

    /** Place within the group, small first. */
    int order();

    /** Whether this person has the screen. */
    default boolean offered(ScreenContext context) {
        return true;
    }

    /** Creates the content for one browser tab. */
    Component create(ScreenContext context);
}

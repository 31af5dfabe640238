package org.sencrm.ui.api;

import com.vaadin.flow.component.Component;
import org.osgi.annotation.versioning.ConsumerType;

/** A tile on the home page, published as a service. The host draws the frame; the tile brings title and content. */
@ConsumerType
public interface HomeTile {

    /** Place among the tiles, small first. */
    int order();

    default boolean offered(ScreenContext context) {
        return true;
    }

    Component create(ScreenContext context);
}

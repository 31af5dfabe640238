package org.sencrm.ui.api;

import com.vaadin.flow.component.Component;
import org.osgi.annotation.versioning.ConsumerType;
import org.sencrm.api.record.RecordData;

/** A panel in the right column of record pages, published as a service. */
@ConsumerType
public interface RecordPanel {

    /**
     * Stands for every type: {@link #offered} says then on which pages it is shown.
     *
     * @since 1.5
     */
    String ANY = "*";

    /** Name of the record type, of this or another module; {@link #ANY} for all. */
    String type();

    /** Place among the panels, small first. */
    int order();

    default boolean offered(ScreenContext context, RecordData record) {
        return true;
    }

    Component create(ScreenContext context, RecordData record);
}

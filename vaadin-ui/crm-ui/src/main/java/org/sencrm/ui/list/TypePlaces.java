package org.sencrm.ui.list;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import org.sencrm.ui.host.Addresses;

/** Ways from a list to other pages about its type. */
final class TypePlaces {

    private TypePlaces() {}

    static void openImport(String type) {
        UI.getCurrent().navigate(Addresses.IMPORT, QueryParameters.simple(Map.of("type", type)));
    }
}

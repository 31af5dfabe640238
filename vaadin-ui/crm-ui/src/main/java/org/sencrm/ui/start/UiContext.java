package org.sencrm.ui.start;

import org.osgi.framework.Bundle;
import org.osgi.service.http.context.ServletContextHelper;
import org.sencrm.ui.host.Addresses;

/**
 * A servlet context of the UI's own. In the shared context {@code /} every servlet that comes or goes may restart the
 * context, and with it the WebSocket container that push needs.
 */
final class UiContext extends ServletContextHelper {

    static final String NAME = "crm-ui";
    static final String PATH = Addresses.UI;
    static final String SELECT = "(osgi.http.whiteboard.context.name=" + NAME + ")";

    UiContext(Bundle bundle) {
        super(bundle);
    }
}

package org.sencrm.ui.home;

import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import org.sencrm.ui.api.HomeTile;
import org.sencrm.ui.host.HostContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tiles that modules bring. A tile that fails is left out and named in the log. */
final class Tiles extends Aside {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Tiles.class);

    Tiles(HostContext context) {
        addClassName("tiles");
        getElement().setAttribute("aria-label", context.text("home.tiles"));
        for (HomeTile tile : context.services().tiles()) {
            try {
                if (tile.offered(context)) {
                    Div card = new Div(tile.create(context));
                    card.addClassNames("card", "pad");
                    add(card);
                }
            } catch (RuntimeException | LinkageError brokenModule) {
                LOG.warn("Tile {} is left out of the home page", tile.getClass().getName(), brokenModule);
            }
        }
    }
}

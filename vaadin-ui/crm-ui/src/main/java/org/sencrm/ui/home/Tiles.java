package org.sencrm.ui.home;

import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.sencrm.ui.api.HomeTile;
import org.sencrm.ui.host.HostContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tiles that modules bring; they come and go with them. A tile that fails is left out and named in the log.
 */
final class Tiles extends Aside {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Tiles.class);

    private final transient HostContext context;
    /** Which tiles are shown, without keeping hold of them. */
    private List<Integer> shown = List.of();

    Tiles(HostContext context) {
        this.context = context;
        addClassName("tiles");
        getElement().setAttribute("aria-label", context.text("home.tiles"));
        follow();
        context.whenModulesChanged(this, this::follow);
    }

    private void follow() {
        List<HomeTile> tiles = context.services().tiles();
        List<Integer> now = tiles.stream().map(System::identityHashCode).toList();
        if (!now.equals(shown)) {
            shown = now;
            removeAll();
            tiles.forEach(this::show);
        }
    }

    private void show(HomeTile tile) {
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

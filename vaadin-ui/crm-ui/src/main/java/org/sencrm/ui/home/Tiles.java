package org.sencrm.ui.home;

import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.sencrm.ui.api.HomeTile;
import org.sencrm.ui.host.Contribution;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.view.BrokenNotice;

/** The tiles that modules bring; they come and go with them. In place of a tile that fails stands which module it is. */
final class Tiles extends Aside {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    /** Which tiles are shown, without keeping hold of them. */
    private List<Long> shown = List.of();

    Tiles(HostContext context) {
        this.context = context;
        addClassName("tiles");
        getElement().setAttribute("aria-label", context.text("home.tiles"));
        follow();
        context.whenModulesChanged(this, this::follow);
    }

    private void follow() {
        List<Contribution<HomeTile>> tiles = context.offers().tiles();
        List<Long> now = tiles.stream().map(Contribution::id).toList();
        if (!now.equals(shown)) {
            shown = now;
            removeAll();
            tiles.forEach(this::show);
        }
    }

    private void show(Contribution<HomeTile> tile) {
        Div card = new Div(BrokenNotice.insteadOf(context, () -> tile.content().create(context)));
        card.addClassNames("card", "pad");
        add(card);
    }
}

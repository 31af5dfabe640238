package org.sencrm.ui.frame;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;

/** The navigation of the phone: home, the first three places, and everything else under "More". */
final class BottomBar extends Nav {

    private static final long serialVersionUID = 1L;
    private static final int PLACES_BEFORE_MORE = 4;

    private final transient HostContext context;
    private final List<PlaceLink> links = new ArrayList<>();

    BottomBar(HostContext context) {
        this.context = context;
        addClassName("bottom");
        getElement().setAttribute("aria-label", context.text("nav.places"));
    }

    void show(Places places, String path) {
        removeAll();
        links.clear();
        places.all().stream().limit(PLACES_BEFORE_MORE).forEach(place -> {
            PlaceLink link = new PlaceLink(place);
            links.add(link);
            add(link);
        });
        add(moreButton());
        follow(path);
    }

    void follow(String path) {
        links.forEach(link -> link.follow(path));
    }

    private NativeButton moreButton() {
        Span label = new Span(context.text("nav.more"));
        label.addClassName("label");
        NativeButton more = new NativeButton();
        more.addClickListener(event -> openAll());
        more.add(Icons.icon("menu"), label);
        return more;
    }

    private void openAll() {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(context.text("nav.label"));
        Div list = new Div();
        list.addClassName("places");
        Places places = new Places(context);
        list.add(closing(dialog, places.home()));
        places.byGroup().forEach((group, members) -> {
            Div heading = new Div();
            heading.setText(context.text(group.isEmpty() ? "group.other" : group));
            heading.addClassName("group");
            list.add(heading);
            members.forEach(place -> list.add(closing(dialog, place)));
        });
        dialog.add(list);
        dialog.open();
    }

    private static PlaceLink closing(Dialog dialog, Place place) {
        PlaceLink link = new PlaceLink(place);
        link.getElement().addEventListener("click", event -> dialog.close());
        return link;
    }
}

package org.sencrm.ui.frame;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Brand;
import org.sencrm.ui.look.Icons;

/** The navigation at the left edge: one link for each place, by group, administration at the bottom. */
final class Navigation extends Nav {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient Runnable fold;
    private final List<PlaceLink> links = new ArrayList<>();

    /** @param fold makes the navigation narrow or wide again */
    Navigation(HostContext context, Runnable fold) {
        this.context = context;
        this.fold = fold;
        addClassName("nav");
        getElement().setAttribute("aria-label", context.text("nav.label"));
    }

    void show(Places places, String path, boolean narrow) {
        removeAll();
        links.clear();
        add(Brand.withName(context.text("product.name")));
        add(link(places.home()));
        Div gap = new Div();
        gap.addClassName("grow");
        places.byGroup().forEach((group, members) -> {
            if (group.equals(Places.ADMINISTRATION)) {
                add(gap);
            }
            addGroup(group, members);
        });
        if (gap.getParent().isEmpty()) {
            add(gap);
        }
        add(foldButton(narrow));
        follow(path);
    }

    void follow(String path) {
        links.forEach(link -> link.follow(path));
    }

    private void addGroup(String group, List<Place> members) {
        Div heading = new Div();
        heading.addClassName("group");
        heading.setText(context.text(group.isEmpty() ? "group.other" : group));
        add(heading);
        members.forEach(place -> add(link(place)));
    }

    private PlaceLink link(Place place) {
        PlaceLink link = new PlaceLink(place);
        links.add(link);
        return link;
    }

    private NativeButton foldButton(boolean narrow) {
        String name = context.text(narrow ? "nav.unfold" : "nav.fold");
        Span label = new Span(name);
        label.addClassName("label");
        NativeButton button = new NativeButton();
        button.addClickListener(event -> fold.run());
        button.addClassName("fold");
        button.getElement().setAttribute("aria-label", name).setAttribute("title", name);
        button.add(Icons.icon("menu"), label);
        return button;
    }
}

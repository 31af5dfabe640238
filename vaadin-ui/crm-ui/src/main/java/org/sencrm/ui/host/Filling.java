package org.sencrm.ui.host;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Consumer;

/** One question of which the answer fills a place of the page. The place knows the newest one; the others came too late. */
final class Filling<P extends Component & HasComponents> {

    private static final String BUSY = "aria-busy";

    private final P place;

    private Filling(P place) {
        this.place = place;
    }

    static <P extends Component & HasComponents> Filling<P> begin(P place) {
        Filling<P> filling = new Filling<>(place);
        ComponentUtil.setData(place, Filling.class, filling);
        place.getElement().setAttribute(BUSY, "true");
        if (place.getElement().getChildCount() == 0) {
            place.add(waiting(), waiting(), waiting());
        }
        return filling;
    }

    <T> void end(T found, Consumer<T> show) {
        if (ComponentUtil.getData(place, Filling.class) == this) {
            ComponentUtil.setData(place, Filling.class, null);
            place.getElement().removeAttribute(BUSY);
            place.removeAll();
            show.accept(found);
        }
    }

    /** Says in the place why it could not be filled. */
    void fail(String why) {
        end(why, words -> place.add(new Paragraph(words)));
    }

    /** The theme lets them appear where it takes a while only. */
    private static Div waiting() {
        Div line = new Div();
        line.addClassNames("skeleton", "late");
        return line;
    }
}

package org.sencrm.ui.list;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.function.LongConsumer;

/** The cards of one column of a board, or of one day. They are dragged in the browser; nothing moves before the server has moved it. */
@Tag("crm-cards")
@JsModule("./crm-cards.ts")
public final class CardList extends HtmlContainer {

    private static final long serialVersionUID = 1L;

    private static final String RECORD = "event.detail.record";

    /**
     * @param fixed whether the cards stay where they are
     * @param onDrop told which record was dropped here from another column
     */
    public CardList(String label, boolean fixed, LongConsumer onDrop) {
        addClassName("col-cards");
        getElement().setAttribute("role", "list").setAttribute("aria-label", label);
        getElement().setAttribute("fixed", fixed);
        getElement()
                .addEventListener(
                        "card-dropped",
                        event -> onDrop.accept(
                                Long.parseLong(event.getEventData().getString(RECORD))))
                .addEventData(RECORD);
    }
}

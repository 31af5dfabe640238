package org.sencrm.ui.calendar;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.list.CardList;

/** The records of one day; the first few until somebody asks for all. */
final class CalendarDay extends Section {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final int shown;
    private final CardList cards;

    /**
     * @param shown how many records are seen at once
     * @param fixed whether the records stay where they are
     * @param onDrop told which record was dropped on this day
     */
    CalendarDay(HostContext context, LocalDate day, int shown, boolean fixed, LongConsumer onDrop) {
        this.context = context;
        this.shown = shown;
        addClassNames("col", "day");
        String name = context.formats().longDay(day);
        Span number = new Span(Integer.toString(day.getDayOfMonth()));
        number.addClassName("day-number");
        number.getElement().setAttribute("aria-hidden", "true");
        Span whole = new Span(name);
        whole.addClassName("day-name");
        H3 title = new H3(number, whole);
        cards = new CardList(name, fixed, onDrop);
        add(new Header(title), cards);
    }

    void show(List<CalendarCard> all) {
        setClassName("empty-day", all.isEmpty());
        List<CalendarCard> hidden = new ArrayList<>();
        for (CalendarCard card : all) {
            cards.add(card);
            if (cards.getElement().getChildCount() > shown) {
                card.setVisible(false);
                hidden.add(card);
            }
        }
        if (!hidden.isEmpty()) {
            Button more = new Button(context.text("calendar.more", hidden.size()));
            more.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
            more.addClickListener(event -> {
                hidden.forEach(card -> card.setVisible(true));
                remove(more);
                hidden.get(0).focus();
            });
            add(more);
        }
    }
}

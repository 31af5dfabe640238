package org.sencrm.ui.calendar;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.field.ValueView;
import org.sencrm.ui.host.HostContext;

/** One record on its day: dragged to another, or moved with the arrow keys while Ctrl is held. */
final class CalendarCard extends Div implements Focusable<CalendarCard> {

    private static final long serialVersionUID = 1L;

    private static final String KEYS = "event.target === element && event.ctrlKey && event.key.startsWith('Arrow')"
            + " && (event.preventDefault() || true)";
    private static final int WEEK = 7;

    /** @param onMove told to which day; null where the person may not move it */
    CalendarCard(HostContext context, CalendarShape shape, RecordData record, Consumer<LocalDate> onMove) {
        String name = context.format(record.get(shape.type().labelField()));
        addClassNames("deal", "day-card");
        getElement().setAttribute("role", "listitem").setAttribute("data-record", Long.toString(record.id()));
        if (record.get(shape.by().name()) instanceof Instant instant) {
            Span time = new Span(context.formats().time(instant));
            time.addClassName("muted");
            add(time);
        }
        Anchor link = ValueView.recordLink(new Reference(shape.type().name(), record.id(), name));
        link.addClassName("cut");
        link.getElement().setAttribute("draggable", "false").setAttribute("title", name);
        add(link);
        if (onMove != null) {
            LocalDate day = shape.day(record);
            setTabIndex(0);
            getElement().setAttribute("aria-label", context.text("calendar.card", name, context.format(day)));
            getElement()
                    .addEventListener(
                            "keydown",
                            event -> onMove.accept(
                                    day.plusDays(step(event.getEventData().getString("event.key")))))
                    .setFilter(KEYS)
                    .addEventData("event.key");
        }
    }

    private static int step(String key) {
        return switch (key) {
            case "ArrowLeft" -> -1;
            case "ArrowRight" -> 1;
            case "ArrowUp" -> -WEEK;
            default -> WEEK;
        };
    }
}

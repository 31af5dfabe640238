package org.sencrm.vietnam.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Rsql;
import org.sencrm.ui.api.ScreenContext;
import org.sencrm.vietnam.calendar.Holiday;
import org.sencrm.vietnam.calendar.Holidays;

/** The content of {@link HolidayTile}. */
final class HolidayView extends Div {

    private static final long serialVersionUID = 1L;

    private static final String ACTIVITIES = "activities";
    private static final int SHOWN = 3;

    private final transient ScreenContext context;
    private final transient Access access;
    private final transient Holidays holidays;
    private final Div content = new Div();

    HolidayView(ScreenContext context, Access access, Holidays holidays) {
        this.context = context;
        this.access = access;
        this.holidays = holidays;
        addClassName("stack");
        content.addClassName("stack");
        add(new H2(context.text("vietnam.holidays")), content);
        fill();
        context.whenChanged(this, ACTIVITIES, this::fill);
    }

    private void fill() {
        Caller caller = context.caller();
        Records records = context.records();
        LocalDate today = LocalDate.now(caller.zone());
        context.fill(
                content,
                () -> holidays.next(today, SHOWN).stream()
                        .map(holiday -> new Coming(holiday, due(records, caller, holiday)))
                        .toList(),
                coming -> show(coming, today));
    }

    private void show(List<Coming> holidays, LocalDate today) {
        Paragraph lunar = new Paragraph(context.text("vietnam.today", new LunarTexts(context).whole(today)));
        lunar.addClassName("muted");
        UnorderedList list = new UnorderedList();
        list.getStyle().set("list-style", "none").set("padding", "0").set("margin", "0");
        list.addClassName("stack");
        holidays.forEach(coming -> list.add(item(coming, today)));
        content.add(lunar, list);
    }

    private ListItem item(Coming coming, LocalDate today) {
        Holiday holiday = coming.holiday();
        Span name = new Span(context.text(holiday.name().key()));
        name.addClassName("strong");
        Div heading = new Div(name, until(holiday, today));
        heading.addClassName("row");
        heading.getStyle().set("justify-content", "space-between");
        Paragraph days = new Paragraph(days(holiday));
        days.addClassNames("muted", "small");
        ListItem item = new ListItem(heading, days);
        if (coming.due() > 0) {
            item.add(dueThen(holiday, coming.due()));
        }
        return item;
    }

    private Component until(Holiday holiday, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, holiday.first());
        Span until = new Span(
                days <= 0 ? context.text("vietnam.holidays.now") : context.text("vietnam.holidays.inDays", days));
        until.addClassNames("nowrap", "small", "muted");
        return until;
    }

    private String days(Holiday holiday) {
        String days = holiday.first().equals(holiday.last())
                ? context.format(holiday.first())
                : context.text(
                        "vietnam.holidays.range", context.format(holiday.first()), context.format(holiday.last()));
        return days + " · " + new LunarTexts(context).brief(holiday.day());
    }

    private Component dueThen(Holiday holiday, long count) {
        Button link = new Button(
                context.text("vietnam.holidays.due", count),
                event -> context.openList(ACTIVITIES, filter(context.caller(), holiday)));
        link.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        return link;
    }

    private long due(Records records, Caller caller, Holiday holiday) {
        try {
            return access.may(caller, Right.READ, ACTIVITIES)
                    ? records.count(caller, Query.of(ACTIVITIES).where(filter(caller, holiday)))
                    : 0;
        } catch (Fault unreadable) {
            return 0;
        }
    }

    private static String filter(Caller caller, Holiday holiday) {
        ZoneId zone = caller.zone();
        return Rsql.equal("owner", caller.userId())
                + ";doneAt=isnull=true;dueAt=ge="
                + Rsql.quote(holiday.first().atStartOfDay(zone).toInstant().toString())
                + ";dueAt=lt="
                + Rsql.quote(holiday.last()
                        .plusDays(1)
                        .atStartOfDay(zone)
                        .toInstant()
                        .toString());
    }

    /** @param due how many open activities of this person are due while nobody works */
    private record Coming(Holiday holiday, long due) {}
}

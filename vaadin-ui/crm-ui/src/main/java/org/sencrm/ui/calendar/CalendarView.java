package org.sencrm.ui.calendar;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.Page;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.ui.field.AriaName;
import org.sencrm.ui.field.Editors;
import org.sencrm.ui.field.FieldText;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.host.HostServices;
import org.sencrm.ui.list.FilterBar;
import org.sencrm.ui.list.TypeView;

/** The records of a type by the day of one of their fields, at {@code /ui/<type>/calendar}. */
public final class CalendarView extends TypeView {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN_IN_MONTH = 3;
    private static final int SHOWN_IN_WEEK = 30;

    private final Div days = new Div();
    private final H2 title = new H2();
    private final Paragraph note = new Paragraph();
    private final transient Map<Long, RecordData> shown = new HashMap<>();
    private Select<Field> by;
    private Select<Boolean> week;
    private transient CalendarShape shape;
    private int reading;

    public CalendarView(HostServices services, HostContext context) {
        super(services, context, "calendar");
    }

    @Override
    protected String address(String typeName) {
        return Addresses.calendar(typeName);
    }

    @Override
    protected Component createBody(FilterBar bar) {
        days.addClassNames("board", "calendar");
        note.addClassNames("faint", "calendar-note");
        note.getElement().setAttribute("aria-live", "polite");
        Div body = new Div(toolbar(), note, days);
        body.addClassName("calendar-body");
        return body;
    }

    private Div toolbar() {
        FieldText words = new FieldText(context());
        by = new Select<>();
        by.setItems(CalendarShape.possible(
                type(), services().access().hiddenFields(context().caller(), type().name())));
        by.setItemLabelGenerator(field -> words.label(type(), field));
        AriaName.give(by, text("calendar.by"));
        by.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go(state().groupedBy(event.getValue().name()));
            }
        });
        week = new Select<>();
        week.setItems(false, true);
        week.setItemLabelGenerator(one -> text(one ? "calendar.week" : "calendar.month"));
        AriaName.give(week, text("calendar.span"));
        week.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                LocalDate day = span().holds(today()) ? today() : span().first();
                go(event.getValue() ? Span.weekOf(day) : Span.monthOf(day));
            }
        });
        title.getElement().setAttribute("aria-live", "polite");
        com.vaadin.flow.component.html.Span gap = new com.vaadin.flow.component.html.Span();
        gap.addClassName("grow");
        Button now = new Button(text("calendar.today"), event -> {
            go(week.getValue() ? Span.weekOf(today()) : Span.monthOf(today()));
        });
        Div bar = new Div(step("‹", "calendar.before", -1), now, step("›", "calendar.after", 1), title, gap, by, week);
        bar.addClassNames("row", "calendar-bar");
        return bar;
    }

    private Button step(String sign, String key, int step) {
        Button button = new Button(sign, event -> go(span().moved(step)));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        button.getElement().setAttribute("aria-label", text(key)).setAttribute("title", text(key));
        return button;
    }

    private void go(Span span) {
        go(state().showingDay(span.written()));
    }

    private LocalDate today() {
        return LocalDate.now(context().caller().zone());
    }

    private Span span() {
        return Span.of(state().day(), today());
    }

    @Override
    protected void showRecords() {
        List<Field> possible = by.getListDataView().getItems().toList();
        CalendarShape.chosen(possible, state().by())
                .ifPresentOrElse(this::showBy, () -> note.setText(text("calendar.none")));
    }

    private void showBy(Field field) {
        by.setValue(field);
        shape = new CalendarShape(type(), field, context().caller().zone());
        Span span = span();
        week.setValue(span.week());
        title.setText(
                span.week()
                        ? context().format(span.first()) + " – "
                                + context().format(span.first().plusDays(6))
                        : span.first()
                                        .getMonth()
                                        .getDisplayName(
                                                TextStyle.FULL_STANDALONE,
                                                context().locale()) + " "
                                + span.first().getYear());
        int mine = ++reading;
        Query asked = shownQuery();
        var records = context().records();
        var caller = context().caller();
        context().background(() -> records.list(caller, asked), page -> {
            if (mine == reading) {
                show(span, page);
            }
        });
    }

    /** What the days show, so that a file holds the same. */
    @Override
    protected Query shownQuery() {
        return shape == null ? query() : shape.query(query(), span().days());
    }

    private void show(Span span, Page page) {
        days.removeAll();
        shown.clear();
        Map<LocalDate, List<CalendarCard>> cards = new HashMap<>();
        for (RecordData record : page.items()) {
            shown.put(record.id(), record);
            cards.computeIfAbsent(shape.day(record), day -> new ArrayList<>()).add(card(record));
        }
        note.setText(
                page.next() != null
                        ? text("calendar.most", CalendarShape.MOST)
                        : page.items().isEmpty() ? text("calendar.none") : "");
        days.setClassName("week", span.week());
        Arrays.stream(DayOfWeek.values()).map(this::heading).forEach(days::add);
        boolean fixed = !allowed();
        for (LocalDate date : span.days()) {
            CalendarDay day = new CalendarDay(
                    context(), date, span.week() ? SHOWN_IN_WEEK : SHOWN_IN_MONTH, fixed, record -> drop(record, date));
            day.setClassName("other", !span.holds(date));
            day.setClassName("today", date.equals(today()));
            day.show(cards.getOrDefault(date, List.of()));
            days.add(day);
        }
    }

    private Component heading(DayOfWeek day) {
        Div heading = new Div();
        heading.setText(day.getDisplayName(TextStyle.SHORT_STANDALONE, context().locale()));
        heading.addClassNames("day-heading", "muted");
        heading.getElement().setAttribute("aria-hidden", "true");
        return heading;
    }

    private CalendarCard card(RecordData record) {
        return new CalendarCard(context(), shape, record, allowed() ? day -> move(record, day) : null);
    }

    private boolean allowed() {
        return context().may(Right.UPDATE, type().name()) && new Editors(context(), null).canEdit(shape.by());
    }

    private void drop(long id, LocalDate day) {
        RecordData record = shown.get(id);
        if (record != null && !day.equals(shape.day(record))) {
            move(record, day);
        }
    }

    private void move(RecordData record, LocalDate day) {
        new DayMove(context(), shape, this::refresh).move(record, day);
    }
}

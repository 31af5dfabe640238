package org.sencrm.vietnam.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.setting.Settings;
import org.sencrm.ui.api.RecordPanel;
import org.sencrm.ui.api.ScreenContext;
import org.sencrm.vietnam.calendar.Holiday;
import org.sencrm.vietnam.calendar.Holidays;

/** Says of an open activity that it is due on a public holiday, and which day is the next to work on. */
@org.osgi.service.component.annotations.Component
public final class DueDatePanel implements RecordPanel {

    private final Settings settings;

    @Activate
    public DueDatePanel(@Reference Settings settings) {
        this.settings = settings;
    }

    @Override
    public String type() {
        return "activities";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean offered(ScreenContext context, RecordData record) {
        return holiday(context, record).isPresent();
    }

    @Override
    public Component create(ScreenContext context, RecordData record) {
        Holidays holidays = Holidays.of(settings);
        Holiday holiday = holiday(context, record).orElseThrow();
        Paragraph notice = new Paragraph(context.text(
                "vietnam.due",
                context.text(holiday.name().key()),
                context.format(nextWorkday(holidays, holiday.last()))));
        notice.addClassNames("banner", "warn");
        return notice;
    }

    private Optional<Holiday> holiday(ScreenContext context, RecordData record) {
        if (record.get("doneAt") != null || !(record.get("dueAt") instanceof Instant due)) {
            return Optional.empty();
        }
        return Holidays.of(settings)
                .on(LocalDate.ofInstant(due, context.caller().zone()));
    }

    static LocalDate nextWorkday(Holidays holidays, LocalDate after) {
        LocalDate day = after.plusDays(1);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY
                || day.getDayOfWeek() == DayOfWeek.SUNDAY
                || holidays.on(day).isPresent()) {
            day = day.plusDays(1);
        }
        return day;
    }
}

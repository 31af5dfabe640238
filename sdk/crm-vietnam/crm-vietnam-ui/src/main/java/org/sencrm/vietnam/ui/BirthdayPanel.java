package org.sencrm.vietnam.ui;

import com.vaadin.flow.component.Component;
import java.time.LocalDate;
import org.sencrm.api.record.RecordData;
import org.sencrm.ui.api.RecordPanel;
import org.sencrm.ui.api.ScreenContext;
import org.sencrm.vietnam.calendar.LunarDate;

/** The birthday of a contact in the lunar calendar, and when it is kept next. */
@org.osgi.service.component.annotations.Component
public final class BirthdayPanel implements RecordPanel {

    private static final LocalDate FIRST = LocalDate.of(1901, 1, 1);

    @Override
    public String type() {
        return "contacts";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public boolean offered(ScreenContext context, RecordData record) {
        return record.get("birthday") instanceof LocalDate day
                && !day.isBefore(FIRST)
                && !day.isAfter(LocalDate.now(context.caller().zone()));
    }

    @Override
    public Component create(ScreenContext context, RecordData record) {
        LocalDate birthday = (LocalDate) record.get("birthday");
        LocalDate next = next(birthday, LocalDate.now(context.caller().zone()));
        return new FactList(context.text("vietnam.birthday"))
                .with(context.text("vietnam.birthday.born"), new LunarTexts(context).whole(birthday))
                .with(context.text("vietnam.birthday.next"), context.format(next));
    }

    static LocalDate next(LocalDate birthday, LocalDate today) {
        LunarDate born = LunarDate.of(birthday);
        // a lunar year reaches into the next solar one
        int year = today.getYear() - 1;
        LocalDate day = born.keptIn(year);
        while (day.isBefore(today)) {
            year++;
            day = born.keptIn(year);
        }
        return day;
    }
}

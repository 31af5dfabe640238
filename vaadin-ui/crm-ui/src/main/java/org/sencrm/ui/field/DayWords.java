package org.sencrm.ui.field;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.sencrm.ui.host.HostContext;

/** The calendar of date inputs in the person's language: days first, weeks from Monday. */
public final class DayWords {

    private DayWords() {}

    public static DatePicker.DatePickerI18n of(HostContext context) {
        Locale locale = context.locale();
        return new DatePicker.DatePickerI18n()
                .setDateFormats("dd/MM/yyyy", "d/M/yyyy", "d/M/yy", "yyyy-MM-dd")
                .setMonthNames(Arrays.stream(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                        .toList())
                .setWeekdays(days(TextStyle.FULL_STANDALONE, locale))
                .setWeekdaysShort(days(TextStyle.SHORT_STANDALONE, locale))
                .setFirstDayOfWeek(1)
                .setToday(context.text("when.todayButton"))
                .setCancel(context.text("form.cancel"));
    }

    /** From Sunday on, as the calendar wants them. */
    private static List<String> days(TextStyle style, Locale locale) {
        List<String> names = new ArrayList<>();
        names.add(DayOfWeek.SUNDAY.getDisplayName(style, locale));
        Arrays.stream(DayOfWeek.values()).limit(6).forEach(day -> names.add(day.getDisplayName(style, locale)));
        return names;
    }
}

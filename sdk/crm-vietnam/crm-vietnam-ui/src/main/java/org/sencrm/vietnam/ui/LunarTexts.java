package org.sencrm.vietnam.ui;

import java.time.LocalDate;
import org.sencrm.ui.api.ScreenContext;
import org.sencrm.vietnam.calendar.LunarDate;

/** Lunar dates in words. */
final class LunarTexts {

    private final ScreenContext context;

    LunarTexts(ScreenContext context) {
        this.context = context;
    }

    /** As in "14/10 âm lịch"; with a word for a leap month. */
    String brief(LocalDate date) {
        LunarDate lunar = LunarDate.of(date);
        String key = lunar.leap() ? "vietnam.lunar.briefLeap" : "vietnam.lunar.brief";
        return context.text(key, lunar.day(), lunar.month());
    }

    /** As in "ngày 14 tháng 10 năm Bính Ngọ". */
    String whole(LocalDate date) {
        LunarDate lunar = LunarDate.of(date);
        String key = lunar.leap() ? "vietnam.lunar.wholeLeap" : "vietnam.lunar.whole";
        return context.text(key, lunar.day(), lunar.month(), year(lunar));
    }

    private String year(LunarDate lunar) {
        return context.text("vietnam.lunar.stem." + lunar.stem()) + " "
                + context.text("vietnam.lunar.branch." + lunar.branch());
    }
}

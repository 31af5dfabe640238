package org.sencrm.ui.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sencrm.ui.field.RelativeTime.Urgency;
import org.sencrm.ui.host.Formats;

class RelativeTimeTest {

    /** 14:00 in Vietnam. */
    private static final Instant NOW = Instant.parse("2026-11-22T07:00:00Z");

    private final RelativeTime time = time(Locale.ENGLISH);

    private static RelativeTime time(Locale locale) {
        FileTexts texts = new FileTexts();
        Formats formats = new Formats(locale, ZoneId.of("Asia/Ho_Chi_Minh"), texts);
        return new RelativeTime(formats, (key, arguments) -> texts.text(locale, key, arguments), NOW);
    }

    @Test
    void thePastIsToldInWordsUntilItIsAWeekOld() {
        assertEquals("just now", time.past(NOW.minusSeconds(20)));
        assertEquals("1 minute ago", time.past(NOW.minusSeconds(80)));
        assertEquals("3 hours ago", time.past(Instant.parse("2026-11-22T04:00:00Z")));
        assertEquals("yesterday 23:30", time.past(Instant.parse("2026-11-21T16:30:00Z")));
        assertEquals("5 days ago", time.past(Instant.parse("2026-11-17T07:00:00Z")));
        assertEquals("01/11/2026", time.past(Instant.parse("2026-11-01T07:00:00Z")));
    }

    @Test
    void whatIsDueSaysHowLateItIs() {
        assertEquals("2 days overdue", time.due(Instant.parse("2026-11-20T07:00:00Z")));
        assertEquals("overdue since 13:00", time.due(Instant.parse("2026-11-22T06:00:00Z")));
        assertEquals("today 16:00", time.due(Instant.parse("2026-11-22T09:00:00Z")));
        assertEquals("tomorrow 09:00", time.due(Instant.parse("2026-11-23T02:00:00Z")));
        assertEquals("hôm nay 16:00", time(FileTexts.VI).due(Instant.parse("2026-11-22T09:00:00Z")));
    }

    @Test
    void theDotTellsLateFromTodayAndLater() {
        assertEquals(Urgency.LATE, time.urgency(NOW.minusSeconds(1)));
        assertEquals(Urgency.TODAY, time.urgency(NOW.plusSeconds(3_600)));
        assertEquals(Urgency.LATER, time.urgency(NOW.plusSeconds(86_400)));
        assertEquals(Urgency.NONE, time.urgency(null));
    }

    @Test
    void ageIsCountedInDaysOfTheCalendar() {
        assertEquals("new", time.age(Instant.parse("2026-11-21T17:30:00Z")));
        assertEquals("1 day", time.age(Instant.parse("2026-11-21T16:30:00Z")));
        assertEquals("12 days", time.age(Instant.parse("2026-11-10T07:00:00Z")));
    }
}

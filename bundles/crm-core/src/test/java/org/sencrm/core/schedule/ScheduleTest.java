package org.sencrm.core.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** 22 November 2026 is a Sunday. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "daily 06:30        | 2026-11-22T06:29 | 2026-11-22T06:30",
                "daily 06:30        | 2026-11-22T06:30 | 2026-11-23T06:30",
                "every 15 minutes   | 2026-11-22T06:30 | 2026-11-22T06:45",
                "every 1 hour       | 2026-11-22T23:30 | 2026-11-23T00:30",
                "cron 30 6 * * *    | 2026-11-22T06:30 | 2026-11-23T06:30",
                "cron 0 8 * * 1-5   | 2026-11-20T08:00 | 2026-11-23T08:00",
                "cron 0 8 * * 7     | 2026-11-20T08:00 | 2026-11-22T08:00",
                "cron */20 * * * *  | 2026-11-22T06:20 | 2026-11-22T06:40",
                "cron 5,50 22-23 1 1 * | 2026-11-22T06:20 | 2027-01-01T22:05",
                "cron 0 0 13 * 5    | 2026-11-22T00:00 | 2026-11-27T00:00",
                "cron 0 0 29 2 *    | 2026-11-22T00:00 | 2028-02-29T00:00",
                "cron 10/30 6 * * * | 2026-11-22T06:10 | 2026-11-22T06:40",
            })
    void saysTheNextTime(String schedule, LocalDateTime after, LocalDateTime next) {
        assertEquals(
                next.atZone(HANOI).toInstant(),
                Schedule.of(schedule.trim()).next(after.atZone(HANOI).toInstant(), HANOI));
    }

    @Test
    void runsOnTheDayOnWhichItsHourIsLeftOut() {
        LocalDateTime before = LocalDateTime.parse("2027-03-28T00:00");
        assertEquals(
                LocalDateTime.parse("2027-03-28T03:30").atZone(BERLIN).toInstant(),
                Schedule.of("daily 02:30").next(before.atZone(BERLIN).toInstant(), BERLIN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sometimes",
                "daily 25:00",
                "daily",
                "every 0 minutes",
                "every -1 minutes",
                "cron * * * *",
                "cron 60 * * * *",
                "cron 5-1 * * * *",
                "cron x * * * *",
                "cron */0 * * * *",
                "cron 0 0 31 2 *",
                "cron 1,, * * * *"
            })
    void refusesWhatSaysNoTime(String schedule) {
        assertThrows(IllegalArgumentException.class, () -> Schedule.of(schedule));
    }
}

package org.sencrm.ui.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpanTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void aMonthIsShownInWholeWeeksFromMondayOn() {
        List<LocalDate> days = Span.monthOf(TODAY).days();
        assertEquals(LocalDate.of(2026, 10, 26), days.get(0));
        assertEquals(LocalDate.of(2026, 12, 6), days.get(days.size() - 1));
    }

    @Test
    void aMonthThatIsWholeWeeksBringsNoOthers() {
        List<LocalDate> days = Span.of("2027-02", TODAY).days();
        assertEquals(28, days.size());
        assertEquals(LocalDate.of(2027, 2, 1), days.get(0));
    }

    @Test
    void aWeekHasSevenDays() {
        Span week = Span.of("2026-11-22", TODAY);
        assertEquals(7, week.days().size());
        assertEquals(LocalDate.of(2026, 11, 16), week.first());
        assertEquals(LocalDate.of(2026, 11, 9), week.moved(-1).first());
    }

    @Test
    void theAddressBringsTheSameDaysBack() {
        for (Span span : List.of(Span.monthOf(TODAY), Span.weekOf(TODAY))) {
            assertEquals(span, Span.of(span.written(), LocalDate.of(2000, 1, 1)));
        }
    }

    @Test
    void whatIsNoMonthIsThePresentOne() {
        for (String written : List.of("", "x", "2026-13", "2026-11-31", "<script>")) {
            assertEquals(Span.monthOf(TODAY), Span.of(written, TODAY));
        }
    }

    @Test
    void aMonthHoldsItsOwnDaysOnly() {
        assertTrue(Span.monthOf(TODAY).holds(LocalDate.of(2026, 11, 30)));
        assertFalse(Span.monthOf(TODAY).holds(LocalDate.of(2026, 12, 1)));
    }
}

package org.sencrm.ui.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.field.TypeSamples;

class CalendarShapeTest {

    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");

    private final RecordType type = TypeSamples.deals();

    private CalendarShape by(String field) {
        return new CalendarShape(type, type.field(field).orElseThrow(), HANOI);
    }

    private static RecordData deal(String field, Object value) {
        return new RecordData("deals", 7, 1, Map.of(field, value));
    }

    @Test
    void onlyDaysAndTimesThatThePersonMayReadCanBeChosen() {
        assertEquals(
                List.of("closedOn", "createdAt"),
                CalendarShape.possible(type, Set.of()).stream().map(Field::name).toList());
        List<Field> possible = CalendarShape.possible(type, Set.of("closedOn"));
        assertEquals(
                "createdAt",
                CalendarShape.chosen(possible, "closedOn").orElseThrow().name());
    }

    @Test
    void aTimeLiesOnTheDayThatItIsThereForThePerson() {
        RecordData late = deal("createdAt", Instant.parse("2026-11-22T18:30:00Z"));
        assertEquals(LocalDate.of(2026, 11, 23), by("createdAt").day(late));
    }

    @Test
    void movedToAnotherDayItKeepsItsTimeOfTheDay() {
        RecordData late = deal("createdAt", Instant.parse("2026-11-22T18:30:00Z"));
        assertEquals(Instant.parse("2026-11-30T18:30:00Z"), by("createdAt").on(late, LocalDate.of(2026, 12, 1)));
        LocalDate day = LocalDate.of(2026, 12, 1);
        assertEquals(day, by("closedOn").on(deal("closedOn", LocalDate.of(2026, 11, 1)), day));
    }

    @Test
    void theQuestionNarrowsToTheDaysAndKeepsTheFilter() {
        Query query = by("closedOn")
                .query(
                        Query.of("deals").where("stage==Won"),
                        Span.of("2027-02", LocalDate.EPOCH).days());
        assertEquals("(stage==Won);(closedOn=ge=2027-02-01;closedOn=lt=2027-03-01)", query.filter());
        assertEquals(List.of("name", "closedOn"), query.fields());
    }
}

package org.sencrm.transfer.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    private static final LocalDate FIRST_OF_MARCH = LocalDate.of(2017, 3, 1);
    private static final ZoneId SAIGON = ZoneId.of("Asia/Ho_Chi_Minh");

    @ParameterizedTest
    @CsvSource({
        "3/1/2017, 10/25/2016, M/d/yyyy",
        "1/3/2017, 25/10/2016, d/M/yyyy",
        "1-3-2017, 25-10-2016, d-M-yyyy",
        "01.03.2017, 02.04.2018, dd.MM.yyyy",
        "2017-03-01, 2016-10-25, yyyy-MM-dd"
    })
    void theColumnTellsHowItsDatesAreWritten(String one, String other, String pattern) throws BadValue {
        DateEvidence evidence = seen(one, other);

        assertEquals(pattern, evidence.pattern(evidence.told()));
        assertEquals(FIRST_OF_MARCH, DateReader.of(evidence.told()).day(one));
    }

    @Test
    void datesThatAllMeanTwoThingsAreToldByNothingButTheLanguage() {
        DateEvidence evidence = seen("3/1/2017", "4/5/2018");

        assertTrue(evidence.isOpen());
        assertNull(evidence.told());
        assertEquals("3/1/2017", evidence.example());
        assertNull(DateEvidence.usual(Locale.ENGLISH));
        assertEquals(DateOrder.MONTH_FIRST, DateEvidence.usual(Locale.US));
        assertEquals(DateOrder.DAY_FIRST, DateEvidence.usual(Locale.UK));
        assertEquals(DateOrder.DAY_FIRST, DateEvidence.usual(Locale.forLanguageTag("vi")));
    }

    @Test
    void sameDayAndMonthIsNoDoubt() {
        assertFalse(seen("5/5/2017", "7/7/2018").isOpen());
    }

    @Test
    void aSlipOfThePenDoesNotTurnAColumnRound() {
        DateEvidence evidence = new DateEvidence();
        for (int day = 13; day <= 28; day++) {
            evidence.see("3/" + day + "/2017");
            evidence.see("4/" + day + "/2017");
        }
        evidence.see("13/3/2017");

        assertEquals(DateOrder.MONTH_FIRST, evidence.told());
    }

    @Test
    void aDateThatNeedsTheOrderIsRefusedWhereItIsNotKnown() throws BadValue {
        DateReader reader = DateReader.of((DateOrder) null);

        assertEquals("ambiguousDate", code(reader, "3/1/2017"));
        assertEquals(LocalDate.of(2016, 10, 25), reader.day("10/25/2016"));
        assertEquals(FIRST_OF_MARCH, reader.day("2017-03-01"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/2/2017", "13/13/2017", "soon", "1/3/17", "2017", "0/1/2017", "1/3/20170", "25:00"})
    void whatNoCalendarKnowsIsRefused(String text) {
        assertEquals("format", code(DateReader.of(DateOrder.DAY_FIRST), text));
    }

    @ParameterizedTest
    @CsvSource({
        "M/d/yyyy, 03/01/2017",
        "dd/mm/yyyy, 1/3/2017",
        "d/M/yy, 1/3/17",
        "DD.MM.YYYY, 01.03.2017",
        "d MMM yyyy, 1 Mar 2017",
        "yyyyMMdd, 20170301",
        "M/d/yyyy, 2017-03-01"
    })
    void aGivenPatternIsUnderstoodAsPeopleWriteIt(String pattern, String text) throws BadValue {
        assertEquals(FIRST_OF_MARCH, DateReader.of(pattern, Locale.ENGLISH).day(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "yyyy", "d/M", "{}", "'"})
    void aPatternThatIsNoneIsRefused(String pattern) {
        assertThrows(IllegalArgumentException.class, () -> DateReader.of(pattern, Locale.ENGLISH));
    }

    @Test
    void timesAreMeantInTheZoneOfTheOneWhoImports() throws BadValue {
        DateReader reader = DateReader.of(DateOrder.DAY_FIRST);

        assertEquals(Instant.parse("2017-03-01T07:30:00Z"), reader.instant("1/3/2017 2:30 PM", SAIGON));
        assertEquals(Instant.parse("2017-03-01T07:30:00Z"), reader.instant("2017-03-01 14:30", SAIGON));
        assertEquals(Instant.parse("2017-02-28T17:00:00Z"), reader.instant("1/3/2017", SAIGON));
        assertEquals(Instant.parse("2017-03-01T14:30:00Z"), reader.instant("2017-03-01T14:30:00Z", SAIGON));
        assertEquals(Instant.parse("2017-03-01T07:30:00Z"), reader.instant("2017-03-01T14:30:00", SAIGON));
    }

    private static String code(DateReader reader, String text) {
        return assertThrows(BadValue.class, () -> reader.day(text)).code();
    }

    private static DateEvidence seen(String... texts) {
        DateEvidence evidence = new DateEvidence();
        for (String text : texts) {
            evidence.see(text);
        }
        return evidence;
    }
}

package org.sencrm.transfer.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,234.56 | 1234.56", "1.234,56 | 1234.56", "1234.56 | 1234.56", "1234,5 | 1234.5",
                        "1.234.567 | 1234567",
                "1,234,567 | 1234567", "1 234 567,89 | 1234567.89", "0.125 | 0.125", "-42 | -42",
                        "(1,234.50) | -1234.50",
                "+7 | 7", "1.5E+3 | 1.5E+3", ".5 | 0.5", "1’234’567.5 | 1234567.5"
            })
    void aNumberThatMeansOneThingIsReadWhateverTheColumn(String text, String number) throws BadValue {
        for (DecimalMark mark : DecimalMark.values()) {
            assertEquals(0, new BigDecimal(number).compareTo(mark.parse(text)), text);
        }
    }

    @Test
    void aNumberThatMeansTwoThingsFollowsItsColumn() throws BadValue {
        assertEquals(new BigDecimal("1.234"), DecimalMark.DOT.parse("1.234"));
        assertEquals(new BigDecimal("1234"), DecimalMark.COMMA.parse("1.234"));
        assertEquals(new BigDecimal("4514"), DecimalMark.DOT.parse("4,514"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "12a", "1.2.3,4,5", "1,23,4.5", "--5", "1.234,567.8", "", ".", "1,2,3", "12.34.56"})
    void whatIsNoNumberIsRefused(String text) {
        assertEquals(
                "format",
                assertThrows(BadValue.class, () -> DecimalMark.DOT.parse(text)).code());
    }

    @Test
    void numbersBuiltToEatMemoryAreRefused() {
        assertThrows(BadValue.class, () -> DecimalMark.DOT.parse("1e999999999"));
        assertThrows(BadValue.class, () -> DecimalMark.DOT.parse("9".repeat(10_000)));
    }

    @Test
    void theColumnTellsItsDecimalMark() {
        assertEquals(DecimalMark.DOT, decided(DecimalMark.COMMA, "1100.04", "251", "1.234"));
        assertEquals(DecimalMark.COMMA, decided(DecimalMark.DOT, "1.234", "1.234.567", "7"));
        assertEquals(DecimalMark.COMMA, decided(DecimalMark.DOT, "€ 1.234", "€ 12,50"));
    }

    @Test
    void whereTheColumnDoesNotTellTheUsualMarkIsTakenAndCounted() {
        NumberEvidence evidence = new NumberEvidence();
        evidence.see("1.234");
        evidence.see("5.678");

        assertEquals(DecimalMark.COMMA, evidence.decide(DecimalMark.COMMA));
        assertEquals(DecimalMark.DOT, evidence.decide(DecimalMark.DOT));
        assertEquals(2, evidence.guessed());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$1,054.00 | 1,054.00 | USD",
                "1.054.000 ₫ | 1.054.000 | VND",
                "1.054.000đ | 1.054.000 | VND",
                "USD 500 | 500 | USD",
                "500 eur | 500 | EUR",
                "-$5.00 | -5.00 | USD",
                "£-3 | -3 | GBP"
            })
    void theCurrencyStandsBeforeOrAfterTheAmount(String text, String number, String currency) {
        Amount amount = Amount.split(text);

        assertEquals(number, amount.number());
        assertEquals(currency, amount.currency());
    }

    @Test
    void aSignThatNoCurrencyHasIsNotPassedOver() {
        assertEquals("", Amount.split("500 pcs").currency());
        assertEquals(null, Amount.split("500").currency());
    }

    private static DecimalMark decided(DecimalMark usual, String... texts) {
        NumberEvidence evidence = new NumberEvidence();
        for (String text : texts) {
            evidence.see(text);
        }
        return evidence.decide(usual);
    }
}

package org.sencrm.transfer.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+cmd|' /C calc'!A0",
                "-1+1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "＝1+1",
                "+84 901 234 567"
            })
    void whatASpreadsheetWouldRunGetsAnApostrophe(String text) {
        assertEquals("'" + text, FormulaGuard.neutralise(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "+84901234567", "-1,234.56", "12.5%", "Công ty", "a=b", "'quoted'", ""})
    void numbersAndOtherTextStayAsTheyAre(String text) {
        assertEquals(text, FormulaGuard.neutralise(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "'=1", "''=1", "-5", "'-5", "'", "''", "'a", "@", "-"})
    void everyTextComesBackAsItWas(String text) {
        assertEquals(text, FormulaGuard.restore(FormulaGuard.neutralise(text)));
    }

    @Test
    void aTextWithAnApostropheThatIsNoGuardIsLeftAlone() {
        assertEquals("'s-Hertogenbosch", FormulaGuard.restore("'s-Hertogenbosch"));
    }
}

package org.sencrm.transfer.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sencrm.api.record.Money;
import org.sencrm.transfer.support.Types;

class CellReaderTest {

    private final Types types = new Types();

    @ParameterizedTest
    @CsvSource({"Won, Won", "won, Won", "THẮNG, Won", "thang, Won"})
    void aChoiceIsKnownByCodeAndByLabelInBothLanguages(String text, String code) throws BadValue {
        assertEquals(code, reader("opportunities", "stage").read(text, false));
    }

    @Test
    void anUnknownChoiceIsRefused() {
        assertEquals("unknownChoice", code("opportunities", "stage", "Closed"));
    }

    @ParameterizedTest
    @CsvSource({"yes, true", "Có, true", "1, true", "TRUE, true", "không, false", "No, false", "0, false"})
    void yesAndNoAreKnownInBothLanguages(String text, boolean value) throws BadValue {
        assertEquals(value, reader("products", "active").read(text, false));
    }

    @Test
    void amountsTakeTheCurrencyThatStandsThereElseTheCompanys() throws BadValue {
        CellReader reader = reader("products", "price");

        assertEquals(new Money(new BigDecimal("4821"), "USD"), reader.read("4821", false));
        assertEquals(new Money(new BigDecimal("12.50"), "EUR"), reader.read("12.50 €", false));
        assertEquals(new Money(new BigDecimal("12.50"), "VND"), reader.money("12.50", false, "vnd"));
        assertEquals("format", code("products", "price", "4821 bananas"));
    }

    @Test
    void textInANumberIsRefused() {
        assertEquals("format", code("accounts", "employees", "about fifty"));
    }

    @Test
    void aNumberOfAWorkbookIsNotGuessedAt() throws BadValue {
        assertEquals(new BigDecimal("1.234"), reader("accounts", "employees").read("1.234", true));
    }

    @Test
    void sharesDurationsAndSeveralChoicesAreRead() throws BadValue {
        assertEquals(
                new BigDecimal("12.5"), reader("opportunities", "probability").read("12.5%", false));
        assertEquals(Duration.ofMinutes(90), reader("opportunities", "effort").read("1:30", false));
        assertEquals(Duration.ofMinutes(90), reader("opportunities", "effort").read("PT1H30M", false));
        assertEquals(List.of("hot", "cold"), reader("opportunities", "tags").read("Hot; cold; hot", false));
    }

    private String code(String type, String field, String text) {
        return assertThrows(BadValue.class, () -> reader(type, field).read(text, false))
                .code();
    }

    private CellReader reader(String type, String field) {
        ColumnStyle style = new ColumnStyle(DecimalMark.DOT, DateReader.of(DateOrder.DAY_FIRST));
        return CellReader.of(
                types,
                type,
                types.get(type).field(field).orElseThrow(),
                style,
                Locale.ENGLISH,
                ZoneId.of("UTC"),
                "USD");
    }
}

package org.sencrm.core.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.Reference;

/** What administrators may write, and what comes of it. */
class FormulaTest {

    private static final Map<String, FieldKind> KINDS = Map.ofEntries(
            Map.entry("a", FieldKind.NUMBER),
            Map.entry("b", FieldKind.NUMBER),
            Map.entry("nothing", FieldKind.NUMBER),
            Map.entry("price", FieldKind.MONEY),
            Map.entry("cost", FieldKind.MONEY),
            Map.entry("name", FieldKind.TEXT),
            Map.entry("stage", FieldKind.CHOICE),
            Map.entry("tags", FieldKind.CHOICES),
            Map.entry("begins", FieldKind.DATE),
            Map.entry("ends", FieldKind.DATE),
            Map.entry("createdAt", FieldKind.DATE_TIME),
            Map.entry("lasts", FieldKind.DURATION),
            Map.entry("owner", FieldKind.REFERENCE),
            Map.entry("hot", FieldKind.BOOLEAN),
            Map.entry("pitch", FieldKind.RICH_TEXT));

    private final Map<String, Object> values = new HashMap<>();

    FormulaTest() {
        values.put("a", new BigDecimal("7"));
        values.put("b", BigDecimal.ZERO);
        values.put("price", new Money(new BigDecimal("120.5"), "EUR"));
        values.put("cost", new Money(new BigDecimal("20"), "EUR"));
        values.put("name", "Hoa Sen");
        values.put("stage", "won");
        values.put("tags", List.of("vip", "new"));
        values.put("begins", LocalDate.of(2026, 2, 27));
        values.put("ends", LocalDate.of(2026, 3, 2));
        values.put("createdAt", Instant.parse("2026-11-22T07:30:00Z"));
        values.put("lasts", Duration.ofMinutes(90));
        values.put("hot", true);
        values.put("owner", Reference.to("users", 5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "a * 2 + 1 | 15",
                "a - -3 | 10",
                "(a + 1) / 3 | 2.666667",
                "1 / 3 * 3 | 1",
                "ROUND(a / 3, 1) | 2.3",
                "ROUND(1234, -2) | 1200",
                "ABS(3 - a) | 4",
                "MIN(a, 3, nothing) | 3",
                "MAX(a, 3, nothing) | 7",
                "IF(stage = 'won', 1, 2) | 1",
                "IF(stage == \"lost\" || a < 3, 1, 2) | 2",
                "IF(AND(hot, OR(a > 3, b > 3), NOT(b = 1)), 1, 2) | 1",
                "IF(nothing > 3, 1, 2) | 2",
                "IF(nothing <= 3, 1, 2) | 2",
                "COALESCE(nothing, b / b, 9) | 9",
                "IF(b = 0, 0, a / b) | 0",
                "LEN(name) | 7",
                "LEN('😀') | 1",
                "DAYS(begins, ends) | 3",
                "ends - begins | 3",
                "price - cost | 100.5",
                "lasts * 2 | 3",
                "IF(HAS(tags, 'vip'), 1, 0) | 1",
                "IF(HAS(tags, 'vi'), 1, 0) | 0",
                "IF(ISBLANK(owner), 1, 0) | 0",
                "IF(nothing = NULL, 1, 0) | 1",
            })
    void calculatesNumbers(String expression, BigDecimal expected) throws FormulaProblem {
        assertEquals(Sort.NUMBER, check(expression));
        assertEquals(
                expected,
                ((BigDecimal) calculate(expression, FieldKind.NUMBER))
                        .stripTrailingZeros()
                        .setScale(expected.scale()));
    }

    @Test
    void calculatesTextsDaysTruthsAndAmounts() throws FormulaProblem {
        assertEquals("HOA SEN: 7", calculate("CONCAT(UPPER(name), ': ', a, nothing)", FieldKind.TEXT));
        assertEquals("hoa sen!", calculate("LOWER(name) + '!'", FieldKind.TEXT));
        assertEquals(LocalDate.of(2026, 3, 9), calculate("ends + a", FieldKind.DATE));
        assertEquals(LocalDate.of(2026, 2, 23), calculate("ends - 7", FieldKind.DATE));
        assertEquals(true, calculate("begins < ends && !(a = 3)", FieldKind.BOOLEAN));
        assertEquals(new Money(new BigDecimal("100.5"), "EUR"), calculate("price - cost", FieldKind.MONEY));
        assertEquals(new Money(new BigDecimal("7"), "VND"), calculate("a", FieldKind.MONEY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a / b", "a / nothing", "nothing + 1", "-nothing", "ROUND(a, 99)", "ABS(nothing)", "a / (b * 2)"
            })
    void isNothingWhereSomethingIsMissingOrDividedByZero(String expression) throws FormulaProblem {
        assertEquals(Sort.NUMBER, check(expression));
        assertNull(calculate(expression, FieldKind.NUMBER));
    }

    @Test
    void addsNoAmountsOfTwoCurrencies() throws FormulaProblem {
        values.put("cost", new Money(BigDecimal.TEN, "USD"));
        assertNull(calculate("price - cost", FieldKind.MONEY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a + unknown | fault.formula.unknown | 5",
                "a + name | fault.formula.sorts | 3",
                "IF(a, 1, 2) | fault.formula.sorts | 1",
                "IF(hot, 1, 'x') | fault.formula.sorts | 1",
                "begins < createdAt | fault.formula.sorts | 8",
                "owner + 1 | fault.formula.sorts | 7",
                "LEN(pitch) | fault.formula.kind | 5",
                "a + | fault.formula.syntax | 3",
                "a b | fault.formula.syntax | 1",
                "SYSTEM(1) | fault.formula.syntax | 1",
                "RANDOM() | fault.formula.syntax | 1",
                "DT_NOW() | fault.formula.syntax | 1",
                "STR_MATCHES(name, '(a+)+') | fault.formula.syntax | 1",
                "a ^ 9 | fault.formula.syntax | 3",
                "name.length | fault.formula.syntax | 5",
                "drop table CORE_USER | fault.formula.syntax | 1",
            })
    void refusesWhatItDoesNotKnowAndSaysWhere(String expression, String key, int position) {
        FormulaProblem problem = assertThrows(FormulaProblem.class, () -> check(expression));
        assertEquals(key, problem.messageKey());
        assertEquals(position, problem.arguments()[problem.arguments().length - 1], expression);
    }

    @Test
    void refusesWhatCostsTooMuch() {
        assertEquals("fault.formula.tooLong", problem("1".repeat(1_001)));
        assertEquals("fault.formula.tooBig", problem("a" + "+a".repeat(160)));
        assertEquals("fault.formula.tooBig", problem("1E999999999"));
        assertEquals("fault.formula.tooBig", problem("9".repeat(40)));
        assertEquals("fault.formula.tooBig", problem("!".repeat(200) + "hot"));
    }

    @Test
    void doesNotGrowWithoutBounds() throws FormulaProblem {
        values.put("name", "x".repeat(5_000));
        assertNull(calculate("CONCAT(name, name, name)", FieldKind.TEXT));
        assertEquals(255, ((String) calculate("name", FieldKind.TEXT)).length());
        assertNull(calculate("999999999999999" + " * 999999999999999".repeat(4), FieldKind.NUMBER));
    }

    @Test
    void tellsWhatItIsMadeOf() throws FormulaProblem {
        assertEquals(
                Set.of("a", "price"), Formula.of("IF(TRUE, a, NULL) + price").sources());
        assertTrue(Formula.of("a > 3").holds(values));
        assertFalse(Formula.of("nothing > 3").holds(values));
        assertFalse(Formula.of("a").holds(values));
    }

    private static String problem(String expression) {
        return assertThrows(FormulaProblem.class, () -> check(expression)).messageKey();
    }

    private static Sort check(String expression) throws FormulaProblem {
        return Formula.of(expression)
                .check(name -> Optional.ofNullable(KINDS.get(name)).map(kind -> field(name, kind)));
    }

    private static Field field(String name, FieldKind kind) {
        return new Field(name, kind, false, false, false, false, 0, List.of(), List.of(), false, false, false);
    }

    private Object calculate(String expression, FieldKind kind) throws FormulaProblem {
        check(expression);
        return Formula.of(expression).calculate(values, kind, () -> "VND");
    }
}

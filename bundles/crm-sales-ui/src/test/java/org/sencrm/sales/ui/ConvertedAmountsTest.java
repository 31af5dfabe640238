package org.sencrm.sales.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.Summary;
import org.sencrm.ui.api.Amounts;

/** What is converted is told beside the exact amounts, and only where it tells something more. */
class ConvertedAmountsTest {

    private static final String SUM = "sum:amount";

    private static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    private static Amounts amounts(Money own, List<Money> foreign, Money converted) {
        return Amounts.of(new Summary.Totals(1, Map.of(SUM, own), Map.of(SUM, foreign), Map.of(SUM, converted)), SUM);
    }

    private static String text(Amounts amounts) {
        return amounts.text(value -> ((Money) value).amount() + " " + ((Money) value).currency());
    }

    @Test
    void foreignAmountsAreToldExactlyAndConverted() {
        Amounts both = amounts(money("500", "VND"), List.of(money("2", "USD")), money("50500", "VND"));
        assertTrue(both.isConverted());
        assertEquals("2 USD · 500 VND (≈ 50500 VND)", text(both));
        assertTrue(amounts(money("2", "USD"), List.of(), money("50000", "VND")).isConverted());
    }

    @Test
    void amountsInTheCompanysCurrencyAreNotToldTwice() {
        Amounts own = amounts(money("500", "VND"), List.of(), money("500", "VND"));
        assertFalse(own.isConverted());
        assertEquals("500 VND", text(own));
    }
}

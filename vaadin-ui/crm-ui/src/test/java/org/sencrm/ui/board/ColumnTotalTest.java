package org.sencrm.ui.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Summary;
import org.sencrm.ui.field.TypeSamples;

class ColumnTotalTest {

    private final BoardShape shape = BoardShape.of(TypeSamples.deals(), Set.of());
    private final ColumnTotal total = ColumnTotal.of(
            shape,
            new Summary.Totals(
                    3,
                    Map.of("sum:amount", dollars("100")),
                    Map.of("sum:amount", List.of(new Money(BigDecimal.TEN, "EUR")))));

    @Test
    void amountsOfAllCurrenciesAreShown() {
        assertEquals(
                List.of(new Money(BigDecimal.TEN, "EUR"), dollars("100")),
                total.amounts().all());
    }

    @Test
    void aCardThatComesOrGoesTakesItsAmountWithIt() {
        ColumnTotal more = total.with(card(dollars("25.5")));
        ColumnTotal less = total.without(card(new Money(BigDecimal.TEN, "EUR")));

        assertEquals(4, more.count());
        assertEquals(
                List.of(new Money(BigDecimal.TEN, "EUR"), dollars("125.5")),
                more.amounts().all());
        assertEquals(2, less.count());
        assertEquals(List.of(dollars("100")), less.amounts().all());
    }

    @Test
    void aCardWithoutAnAmountOnlyCounts() {
        RecordData none = new RecordData("deals", 5, 1, Map.of("name", "GTX Pro"));

        assertEquals(total.amounts().all(), total.with(none).amounts().all());
        assertEquals(4, total.with(none).count());
    }

    @Test
    void aColumnWithoutCardsHasNothing() {
        assertEquals(0, ColumnTotal.of(shape, null).count());
        assertEquals(List.of(), ColumnTotal.of(shape, null).amounts().all());
    }

    @Test
    void whatThePersonMayNotReadIsNotAddedUp() {
        ColumnTotal poorer = ColumnTotal.of(
                BoardShape.of(TypeSamples.deals(), Set.of("amount")), new Summary.Totals(3, Map.of(), Map.of()));

        assertEquals(4, poorer.with(card(dollars("5"))).count());
        assertEquals(List.of(), poorer.with(card(dollars("5"))).amounts().all());
    }

    private static RecordData card(Money amount) {
        return new RecordData("deals", 5, 1, Map.of("amount", amount));
    }

    private static Money dollars(String amount) {
        return new Money(new BigDecimal(amount), "USD");
    }
}

package org.sencrm.ui.board;

import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Summary;
import org.sencrm.ui.api.Amounts;

/**
 * What stands above a column: reckoned with each card that comes or goes, until the totals are read again.
 *
 * @param count of all cards, also of those out of sight
 */
record ColumnTotal(BoardShape shape, long count, Amounts amounts) {

    /** @param totals null for none */
    static ColumnTotal of(BoardShape shape, Summary.Totals totals) {
        return totals == null || shape.sum() == null
                ? new ColumnTotal(shape, totals == null ? 0 : totals.count(), Amounts.NONE)
                : new ColumnTotal(shape, totals.count(), Amounts.of(totals, shape.sum()));
    }

    ColumnTotal with(RecordData card) {
        return new ColumnTotal(shape, count + 1, amounts.plus(amount(card)));
    }

    ColumnTotal without(RecordData card) {
        return new ColumnTotal(shape, count - 1, amounts.minus(amount(card)));
    }

    private Amounts amount(RecordData card) {
        return shape.money() == null
                ? Amounts.NONE
                : Amounts.of(card.money(shape.money().name()));
    }
}

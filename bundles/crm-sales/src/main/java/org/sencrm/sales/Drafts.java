package org.sencrm.sales;

import java.math.BigDecimal;
import java.util.function.Supplier;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.Money;

/** What the hooks of this module ask of and do to a draft alike. */
final class Drafts {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Drafts() {}

    static boolean isEmpty(Draft draft, String field) {
        Object value = draft.get(field);
        return value == null || value.toString().isBlank();
    }

    /** Sets the field where it has no value yet; a supplied null changes nothing. */
    static void fill(Draft draft, String field, Supplier<?> value) {
        if (isEmpty(draft, field)) {
            Object filling = value.get();
            if (filling != null) {
                draft.set(field, filling);
            }
        }
    }

    /** Refuses an amount below zero. */
    static void checkAmount(Draft draft, String field) {
        Money amount = (Money) draft.get(field);
        if (amount != null && amount.amount().signum() < 0) {
            draft.refuse(field, "sales.amount.negative");
        }
    }

    /** Refuses a share below 0 or above 100. */
    static void checkPercent(Draft draft, String field) {
        BigDecimal share = (BigDecimal) draft.get(field);
        if (share != null && (share.signum() < 0 || share.compareTo(HUNDRED) > 0)) {
            draft.refuse(field, "sales.percent.range");
        }
    }
}

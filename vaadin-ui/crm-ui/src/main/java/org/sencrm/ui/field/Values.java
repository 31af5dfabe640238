package org.sencrm.ui.field;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.Reference;

/** Compares values of fields by what they mean to people. */
public final class Values {

    private Values() {}

    /** Whether both say the same: 1.0 is 1, "not set" is "no", a reference is its record, order of several is nothing. */
    public static boolean same(Object one, Object other) {
        return Objects.equals(essence(one), essence(other));
    }

    private static Object essence(Object value) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros();
        }
        if (value instanceof Money money) {
            return new Money(money.amount().stripTrailingZeros(), money.currency());
        }
        if (value instanceof Reference reference) {
            return Reference.to(reference.type(), reference.id());
        }
        if (value instanceof Collection<?> several) {
            Set<Object> each = several.stream().map(Values::essence).collect(Collectors.toSet());
            return each.isEmpty() ? null : each;
        }
        return Boolean.FALSE.equals(value) ? null : value;
    }
}

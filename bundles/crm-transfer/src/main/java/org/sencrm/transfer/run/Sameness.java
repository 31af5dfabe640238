package org.sencrm.transfer.run;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.Reference;

/** Whether a value says the same as the stored one, however many zeros or labels it carries. */
final class Sameness {

    private Sameness() {}

    static boolean same(Object stored, Object wanted) {
        if (stored instanceof BigDecimal a && wanted instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        if (stored instanceof Money a && wanted instanceof Money b) {
            return a.amount().compareTo(b.amount()) == 0 && a.currency().equals(b.currency());
        }
        if (stored instanceof Reference a && wanted instanceof Reference b) {
            return a.id() == b.id() && a.type().equals(b.type());
        }
        if (stored instanceof List<?> a && wanted instanceof List<?> b) {
            return ids(a).equals(ids(b));
        }
        return Objects.equals(stored, wanted);
    }

    private static HashSet<Object> ids(List<?> values) {
        HashSet<Object> ids = new HashSet<>();
        values.forEach(value -> ids.add(value instanceof Reference reference ? reference.id() : value));
        return ids;
    }
}

package org.sencrm.core.type;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** How the value of a field follows from other fields of the same record. Immutable; holds nothing of any module. */
public interface Calculation {

    /** Names of the fields that are asked. */
    Set<String> sources();

    /**
     * The value for a record with these values; null where there is none. Never fails.
     *
     * @param currency in which an amount is meant that has no currency from elsewhere
     */
    Object calculate(Map<String, Object> values, Supplier<String> currency);
}

package org.sencrm.core.value;

import java.util.function.Supplier;
import org.sencrm.api.record.Field;
import org.sencrm.core.store.Column;

/**
 * What a value must fit into.
 *
 * @param column the first column of the field
 * @param currency in which an amount without a currency is meant
 */
public record Shape(Field field, Column column, Supplier<String> currency) {}

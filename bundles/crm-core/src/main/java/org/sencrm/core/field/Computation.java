package org.sencrm.core.field;

import org.sencrm.api.field.RollUp;
import org.sencrm.api.record.FieldKind;

/**
 * How the values of a field come about.
 *
 * @param kind of the values; null where that is not known, as something is wrong
 * @param expression of a formula; null for none
 * @param rollUp null for none
 */
record Computation(FieldKind kind, String expression, RollUp rollUp) {}

package org.sencrm.core.value;

/** {@link Boolean}, from outside also as the words {@code true} and {@code false}. */
final class BooleanValues extends ValueKind {

    static final BooleanValues INSTANCE = new BooleanValues();

    @Override
    Object understand(Object input, Shape shape) {
        if (input instanceof Boolean) {
            return input;
        } else if ("true".equals(input)) {
            return true;
        } else if ("false".equals(input)) {
            return false;
        }
        throw Refusal.format("fault.value.boolean");
    }
}

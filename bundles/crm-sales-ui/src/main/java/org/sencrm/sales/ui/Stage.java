package org.sencrm.sales.ui;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * One step of a pipeline.
 *
 * @param code what opportunities hold; null for those without a stage
 * @param label what people read
 * @param probability of winning in percent, 0 to 100
 */
record Stage(String code, String label, Outcome outcome, BigDecimal probability) {

    enum Outcome {
        OPEN,
        WON,
        LOST;

        /** The outcome with this code of the field {@code stages.outcome}; open where none is given. */
        static Outcome of(String code) {
            return code == null ? OPEN : valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Opportunities whose stage is not set or not part of the pipeline: open, and worth nothing yet. */
    static Stage outside(String code, String label) {
        return new Stage(code, label, Outcome.OPEN, BigDecimal.ZERO);
    }
}

package org.sencrm.sales;

import java.math.BigDecimal;

/**
 * What the rules of selling need to know of a stage.
 *
 * @param pipeline id of its pipeline
 * @param pipelineActive whether its pipeline takes new opportunities
 * @param probability of winning, 0 to 100
 */
record StageFacts(
        String code,
        String name,
        long pipeline,
        boolean pipelineActive,
        BigDecimal probability,
        int position,
        Outcome outcome) {

    enum Outcome {
        OPEN("info"),
        WON("good"),
        LOST("bad");

        private final String tone;

        Outcome(String tone) {
            this.tone = tone;
        }

        String tone() {
            return tone;
        }
    }

    /** Whether an opportunity in this stage is decided. */
    boolean isClosed() {
        return outcome != Outcome.OPEN;
    }
}

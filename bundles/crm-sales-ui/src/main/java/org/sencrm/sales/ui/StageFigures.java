package org.sencrm.sales.ui;

import org.sencrm.ui.api.Amounts;

/** The opportunities that stand in one stage. */
record StageFigures(Stage stage, long count, Amounts amounts) {

    /** What they are worth at the stage's probability. */
    Amounts weighted() {
        return amounts.share(stage.probability());
    }
}

package org.sencrm.sales.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The views of opportunities that come along find the stages by their outcome, whatever a company calls them. */
class ReportsTest {

    private final List<Stage> stages = List.of(
            stage("Talk", Stage.Outcome.OPEN),
            stage("Signed", Stage.Outcome.WON),
            stage("Gone", Stage.Outcome.LOST),
            stage("Given up", Stage.Outcome.LOST),
            stage("Gone", Stage.Outcome.LOST));

    private static Stage stage(String code, Stage.Outcome outcome) {
        return new Stage(code, code, outcome, BigDecimal.ZERO);
    }

    @Test
    void allStagesOfAnOutcomeAreAskedFor() {
        assertEquals("stage=in=(\"Gone\",\"Given up\")", Pipelines.in(stages, Stage.Outcome.LOST));
        assertEquals(
                "stage=in=(\"Signed\",\"Gone\",\"Given up\")",
                Pipelines.in(stages, Stage.Outcome.WON, Stage.Outcome.LOST));
    }

    @Test
    void withoutSuchAStageNothingIsFound() {
        assertEquals("id==0", Pipelines.in(stages.subList(0, 1), Stage.Outcome.LOST));
    }
}

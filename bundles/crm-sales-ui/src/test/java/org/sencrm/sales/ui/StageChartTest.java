package org.sencrm.sales.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sencrm.sales.ui.PipelineFiguresTest.stage;
import static org.sencrm.sales.ui.PipelineFiguresTest.usd;

import elemental.json.Json;
import elemental.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageChartTest {

    private final EchoContext context = new EchoContext();

    @Test
    void eachStageIsABarAsLongAsItsValue() {
        JsonObject option = StageChart.option(
                context,
                new PipelineFigures(List.of(
                        stage("Engaging", Stage.Outcome.OPEN, 40, 3, usd("73.50")),
                        stage("Won", Stage.Outcome.WON, 100, 2, usd("1000")))));

        JsonObject bars = option.getArray("series").getObject(0);
        assertEquals("bar", bars.getString("type"));
        assertEquals(73.5, bars.getArray("data").getObject(0).getNumber("value"));
        assertEquals(1000, bars.getArray("data").getObject(1).getNumber("value"));
        assertEquals("Won", option.getObject("yAxis").getArray("data").getString(1));
        assertEquals("sales.pipeline.value[]", option.getObject("xAxis").getString("name"));
    }

    @Test
    void wordsOfPeopleAreDataAndNeverMarkup() {
        String wild = "\"}]; <img src=x onerror=alert(1)>";
        JsonObject option = StageChart.option(
                context, new PipelineFigures(List.of(stage(wild, Stage.Outcome.OPEN, 40, 3, usd("1")))));

        JsonObject read = Json.parse(option.toJson());

        assertEquals(wild, read.getObject("yAxis").getArray("data").getString(0));
        assertEquals("richText", read.getObject("tooltip").getString("renderMode"));
    }

    @Test
    void theTitleIsTheFinding() {
        assertEquals(
                "sales.pipeline.finding.value[Engaging, 73]",
                StageChart.finding(
                        context,
                        new PipelineFigures(List.of(
                                stage("Prospecting", Stage.Outcome.OPEN, 10, 1, usd("27")),
                                stage("Engaging", Stage.Outcome.OPEN, 40, 1, usd("73"))))));
        assertEquals("sales.pipeline.finding.none[]", StageChart.finding(context, new PipelineFigures(List.of())));
    }
}

package org.sencrm.sales.ui;

import elemental.json.Json;
import elemental.json.JsonArray;
import elemental.json.JsonObject;
import java.util.List;
import java.util.function.Consumer;
import org.sencrm.ui.api.Chart;
import org.sencrm.ui.api.ScreenContext;

/** Bars of one pipeline, a stage each, under the finding in one sentence. A bar leads to its opportunities. */
final class StageChart extends Chart {

    private static final long serialVersionUID = 1L;

    StageChart(ScreenContext context, PipelineFigures figures, Consumer<Stage> onSelect) {
        super(finding(context, figures), option(context, figures).toJson());
        setWidthFull();
        List<Stage> stages = figures.stages().stream().map(StageFigures::stage).toList();
        addSelectListener(event -> {
            if (event.index() >= 0 && event.index() < stages.size()) {
                onSelect.accept(stages.get(event.index()));
            }
        });
    }

    static String finding(ScreenContext context, PipelineFigures figures) {
        boolean byValue = figures.measure() == PipelineFigures.Measure.VALUE;
        return figures.leader()
                .map(leader -> context.text(
                        byValue ? "sales.pipeline.finding.value" : "sales.pipeline.finding.count",
                        leader.stage().label(),
                        leader.percent()))
                .orElseGet(() -> context.text("sales.pipeline.finding.none"));
    }

    /** The option object of ECharts; stages from top to bottom. */
    static JsonObject option(ScreenContext context, PipelineFigures figures) {
        JsonObject option = Json.createObject();
        option.put("grid", grid());
        option.put("tooltip", tooltip());
        option.put("xAxis", valueAxis(context, figures));
        option.put("yAxis", stageAxis(figures));
        JsonArray series = Json.createArray();
        series.set(0, bars(context, figures));
        option.put("series", series);
        return option;
    }

    private static JsonObject grid() {
        JsonObject grid = Json.createObject();
        grid.put("left", 4);
        grid.put("right", 132);
        grid.put("top", 4);
        grid.put("bottom", 24);
        grid.put("containLabel", true);
        return grid;
    }

    private static JsonObject tooltip() {
        JsonObject tooltip = Json.createObject();
        tooltip.put("trigger", "item");
        // labels of stages are people's own words: drawn as text, never read as markup
        tooltip.put("renderMode", "richText");
        return tooltip;
    }

    private static JsonObject valueAxis(ScreenContext context, PipelineFigures figures) {
        JsonObject axis = Json.createObject();
        axis.put("type", "value");
        axis.put(
                "name",
                context.text(
                        figures.measure() == PipelineFigures.Measure.VALUE
                                ? "sales.pipeline.value"
                                : "sales.pipeline.count"));
        axis.put("nameLocation", "middle");
        axis.put("nameGap", 8);
        // every bar carries its own figure, written as the person reads figures
        JsonObject labels = Json.createObject();
        labels.put("show", false);
        axis.put("axisLabel", labels);
        return axis;
    }

    private static JsonObject stageAxis(PipelineFigures figures) {
        JsonObject axis = Json.createObject();
        axis.put("type", "category");
        axis.put("inverse", true);
        JsonArray names = Json.createArray();
        figures.stages()
                .forEach(stage -> names.set(names.length(), stage.stage().label()));
        axis.put("data", names);
        return axis;
    }

    private static JsonObject bars(ScreenContext context, PipelineFigures figures) {
        JsonObject series = Json.createObject();
        series.put("type", "bar");
        JsonArray data = Json.createArray();
        figures.stages().forEach(stage -> data.set(data.length(), bar(context, figures, stage)));
        series.put("data", data);
        return series;
    }

    private static JsonObject bar(ScreenContext context, PipelineFigures figures, StageFigures stage) {
        String amounts = stage.amounts().text(context::format);
        String count = context.format(stage.count());
        boolean byValue = figures.measure() == PipelineFigures.Measure.VALUE;
        JsonObject label = Json.createObject();
        label.put("show", true);
        label.put("position", "right");
        label.put("formatter", byValue ? amounts : count);
        JsonObject hover = Json.createObject();
        String number = context.text("sales.pipeline.opportunities", stage.count());
        hover.put("formatter", "{b}: " + (amounts.isEmpty() ? number : number + " · " + amounts));
        JsonObject bar = Json.createObject();
        bar.put("value", figures.length(stage).doubleValue());
        bar.put("label", label);
        bar.put("tooltip", hover);
        return bar;
    }
}

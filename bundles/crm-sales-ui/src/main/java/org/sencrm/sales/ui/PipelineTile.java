package org.sencrm.sales.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.setting.Settings;
import org.sencrm.ui.api.HomeTile;
import org.sencrm.ui.api.ScreenContext;

/** The pipeline at a glance on the home page. */
@org.osgi.service.component.annotations.Component
public class PipelineTile implements HomeTile {

    private final Access access;
    private final SalesSettings settings;

    @Activate
    public PipelineTile(@Reference Access access, @Reference Settings settings) {
        this.access = access;
        this.settings = new SalesSettings(settings);
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public boolean offered(ScreenContext context) {
        return Opportunities.readable(access, context);
    }

    @Override
    public Component create(ScreenContext context) {
        Div tile = new Div();
        tile.addClassName("stack");
        fill(tile, context);
        context.whenChanged(tile, Opportunities.TYPE, () -> fill(tile, context));
        return tile;
    }

    private void fill(Div tile, ScreenContext context) {
        Pipelines pipelines = new Pipelines(context);
        context.fill(tile, () -> pipelines.read(pipelines.usual(settings)), read -> show(tile, context, read));
    }

    private static void show(Div tile, ScreenContext context, PipelineReading read) {
        tile.add(
                new StageChart(context, read.figures(), stage -> open(context, read.filter(), stage)),
                weighted(context, read.figures()),
                new NativeDetails(
                        context.text("sales.pipeline.asTable"),
                        new StageTable(context, read.figures(), stage -> open(context, read.filter(), stage))));
        read.company().ifPresent(company -> tile.add(new CompanyTable(context, company)));
    }

    private static Component weighted(ScreenContext context, PipelineFigures figures) {
        String value = figures.weighted().text(context::format);
        Paragraph line = new Paragraph(
                context.text("sales.pipeline.weighted.line", value.isEmpty() ? context.format(0) : value));
        line.addClassName("muted");
        return line;
    }

    private static void open(ScreenContext context, PipelineFilter filter, Stage stage) {
        context.openList(Opportunities.TYPE, filter.inStages(List.of(stage)));
    }
}

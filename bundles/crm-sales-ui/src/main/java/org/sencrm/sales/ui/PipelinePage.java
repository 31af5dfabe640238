package org.sencrm.sales.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import java.util.List;
import java.util.Locale;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Summary;
import org.sencrm.ui.api.Amounts;
import org.sencrm.ui.api.ScreenContext;

/** The content of {@link PipelineOverview}: filters on top, five figures, the stages as bars and as a table. */
final class PipelinePage extends Div {

    private static final long serialVersionUID = 1L;

    private final transient ScreenContext context;
    private final transient Pipelines pipelines;
    private final Div content = new Div();

    PipelinePage(ScreenContext context, SalesSettings settings) {
        this.context = context;
        pipelines = new Pipelines(context);
        addClassName("stack");
        content.addClassName("stack");
        Div all = new Div();
        all.addClassName("stack");
        add(new H1(context.text("screen.pipeline")), all);
        context.fill(all, () -> SetUp.read(pipelines, settings), setUp -> begin(all, setUp));
    }

    private void begin(Div all, SetUp setUp) {
        PipelineFilterBar filters =
                new PipelineFilterBar(context, setUp.pipelines, setUp.usual, changed -> refresh(changed.value()));
        all.add(filters, content);
        refresh(filters.value());
        context.whenChanged(this, Opportunities.TYPE, () -> refresh(filters.value()));
        context.whenChanged(this, "stages", () -> refresh(filters.value()));
    }

    private void refresh(PipelineFilter filter) {
        context.fill(content, () -> pipelines.read(filter), read -> content.add(figureRow(read), stages(read)));
    }

    private Component figureRow(PipelineReading read) {
        PipelineFilter filter = read.filter();
        PipelineFigures figures = read.figures();
        Div row = new Div();
        row.getStyle()
                .set("display", "grid")
                .set("gap", "16px")
                .set("grid-template-columns", "repeat(auto-fit, minmax(150px, 1fr))");
        Summary.Totals news = read.news();
        Period newsPeriod = filter.period().isBounded() ? filter.period() : Period.MONTH;
        row.add(figure(
                "new." + newsPeriod.key(),
                news.count(),
                Amounts.of(news, Opportunities.SUM),
                pipelines.created(filter)));
        for (Stage.Outcome outcome : Stage.Outcome.values()) {
            row.add(figure(
                    outcome.name().toLowerCase(Locale.ROOT),
                    figures.count(outcome),
                    figures.amounts(outcome),
                    filterFor(filter, stagesWith(figures, outcome), outcome)));
        }
        row.add(weighted(filter, figures));
        return row;
    }

    private Component figure(String name, long count, Amounts amounts, String filter) {
        return new FigureButton(
                context.text("sales.pipeline." + name),
                context.format(count),
                amounts.text(context::format),
                () -> context.openList(Opportunities.TYPE, filter));
    }

    private Component weighted(PipelineFilter filter, PipelineFigures figures) {
        String value = figures.weighted().text(context::format);
        return new FigureButton(
                context.text("sales.pipeline.weighted"),
                value.isEmpty() ? context.format(0) : value,
                context.text("sales.pipeline.weighted.how"),
                () -> context.openList(Opportunities.TYPE, filter.inStages(stagesWith(figures, Stage.Outcome.OPEN))));
    }

    private Component stages(PipelineReading read) {
        Div card = new Div(
                new StageChart(context, read.figures(), stage -> openStage(read.filter(), stage)),
                scrolling(new StageTable(context, read.figures(), stage -> openStage(read.filter(), stage))));
        card.addClassNames("card", "pad");
        card.getStyle().set("min-width", "0");
        read.company().ifPresent(company -> card.add(scrolling(new CompanyTable(context, company))));
        return card;
    }

    private void openStage(PipelineFilter filter, Stage stage) {
        context.openList(Opportunities.TYPE, filterFor(filter, List.of(stage), stage.outcome()));
    }

    private String filterFor(PipelineFilter filter, List<Stage> stages, Stage.Outcome outcome) {
        return outcome == Stage.Outcome.OPEN ? filter.inStages(stages) : filter.closedIn(stages, pipelines.today());
    }

    private static List<Stage> stagesWith(PipelineFigures figures, Stage.Outcome outcome) {
        return figures.stages().stream()
                .map(StageFigures::stage)
                .filter(stage -> stage.outcome() == outcome)
                .toList();
    }

    private static Component scrolling(Component wide) {
        Div frame = new Div(wide);
        frame.getStyle().set("overflow-x", "auto");
        return frame;
    }

    /**
     * @param pipelines to choose from
     * @param usual what is looked at to begin with
     */
    private record SetUp(List<Reference> pipelines, PipelineFilter usual) {

        static SetUp read(Pipelines pipelines, SalesSettings settings) {
            return new SetUp(pipelines.active(), pipelines.usual(settings));
        }
    }
}

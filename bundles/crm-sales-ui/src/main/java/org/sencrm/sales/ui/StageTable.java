package org.sencrm.sales.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;
import org.sencrm.ui.api.ScreenContext;

/** The figures behind a {@link StageChart}, a line for each stage. The name of a stage leads to its opportunities. */
final class StageTable extends HtmlContainer {

    private static final long serialVersionUID = 1L;

    private static final int COLUMNS = 5;

    private final transient ScreenContext context;
    private final transient Consumer<Stage> onSelect;

    StageTable(ScreenContext context, PipelineFigures figures, Consumer<Stage> onSelect) {
        super("table");
        this.context = context;
        this.onSelect = onSelect;
        HtmlContainer rows = new HtmlContainer("tbody");
        figures.stages().forEach(stage -> rows.add(row(stage)));
        rows.add(openTotal(figures));
        add(new HtmlContainer("thead", head()), rows);
        if (figures.stages().stream().anyMatch(stage -> stage.amounts().isConverted())) {
            add(new HtmlContainer("tfoot", rated()));
        }
    }

    /** By which rule amounts of several currencies become one. */
    private HtmlContainer rated() {
        HtmlContainer cell = new HtmlContainer("td");
        cell.setText(context.text("sales.pipeline.rated"));
        cell.getElement().setAttribute("colspan", Integer.toString(COLUMNS));
        cell.addClassNames("muted", "small");
        return new HtmlContainer("tr", cell);
    }

    private HtmlContainer head() {
        HtmlContainer head = new HtmlContainer("tr");
        head.add(heading("stage", false));
        head.add(heading("count", true));
        head.add(heading("sum", true));
        head.add(heading("probability", true));
        head.add(heading("weighted", true));
        return head;
    }

    private HtmlContainer heading(String column, boolean number) {
        HtmlContainer cell = new HtmlContainer("th");
        cell.getElement().setAttribute("scope", "col");
        cell.setText(context.text("sales.pipeline.column." + column));
        return aligned(cell, number);
    }

    private HtmlContainer row(StageFigures figures) {
        Button name = new Button(figures.stage().label(), event -> onSelect.accept(figures.stage()));
        name.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        HtmlContainer cell = new HtmlContainer("th", name);
        cell.getElement().setAttribute("scope", "row");
        boolean open = figures.stage().outcome() == Stage.Outcome.OPEN;
        return new HtmlContainer(
                "tr",
                aligned(cell, false),
                number(context.format(figures.count())),
                number(figures.amounts().text(context::format)),
                number(context.format(figures.stage().probability()) + " %"),
                number(open ? figures.weighted().text(context::format) : ""));
    }

    private HtmlContainer openTotal(PipelineFigures figures) {
        HtmlContainer cell = new HtmlContainer("th", new Span(context.text("sales.pipeline.openTotal")));
        cell.getElement().setAttribute("scope", "row");
        return new HtmlContainer(
                "tr",
                aligned(cell, false),
                number(context.format(figures.count(Stage.Outcome.OPEN))),
                number(figures.amounts(Stage.Outcome.OPEN).text(context::format)),
                number(""),
                number(figures.weighted().text(context::format)));
    }

    private static HtmlContainer number(String text) {
        HtmlContainer cell = new HtmlContainer("td");
        cell.setText(text);
        return aligned(cell, true);
    }

    private static HtmlContainer aligned(HtmlContainer cell, boolean number) {
        cell.setClassName("num", number);
        return cell;
    }
}

package org.sencrm.sales.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.api.ScreenContext;

/** Which opportunities {@link PipelinePage} looks at: pipeline (where there are several), owner, team, period. */
final class PipelineFilterBar extends Div {

    private static final long serialVersionUID = 1L;

    private final transient ScreenContext context;
    private final Select<Reference> pipeline = new Select<>();
    private final ComboBox<Reference> owner;
    private final ComboBox<Reference> team;
    private final Select<Period> period = new Select<>();

    /**
     * @param active the pipelines to choose from
     * @param usual what is looked at to begin with
     */
    PipelineFilterBar(
            ScreenContext context, List<Reference> active, PipelineFilter usual, Consumer<PipelineFilterBar> onChange) {
        this.context = context;
        owner = records("users", "owner");
        team = records("teams", "team");
        configurePipelines(active, usual.pipeline());
        configurePeriods(usual.period());
        addClassName("toolbar");
        add(owner, team, period);
        pipeline.addValueChangeListener(event -> onChange.accept(this));
        owner.addValueChangeListener(event -> onChange.accept(this));
        team.addValueChangeListener(event -> onChange.accept(this));
        period.addValueChangeListener(event -> onChange.accept(this));
    }

    PipelineFilter value() {
        return new PipelineFilter(pipeline.getValue(), owner.getValue(), team.getValue(), period.getValue());
    }

    private void configurePipelines(List<Reference> active, Reference usual) {
        pipeline.setLabel(context.messages().one(context.locale(), "pipelines"));
        pipeline.setItemLabelGenerator(Reference::label);
        if (active.size() > 1) {
            pipeline.setItems(active);
            pipeline.setValue(usual);
            add(pipeline);
        }
    }

    private void configurePeriods(Period usual) {
        period.setLabel(context.text("sales.pipeline.period"));
        period.setItems(Period.values());
        period.setItemLabelGenerator(span -> context.text("sales.pipeline.period." + span.key()));
        period.setValue(usual);
    }

    private ComboBox<Reference> records(String type, String field) {
        ComboBox<Reference> box = new ComboBox<>(context.messages().field(context.locale(), Opportunities.TYPE, field));
        box.setItemLabelGenerator(Reference::label);
        box.setPlaceholder(context.text("sales.pipeline.anybody"));
        box.setClearButtonVisible(true);
        box.setItems(asked -> found(type, asked.getFilter().orElse(""), asked.getOffset(), asked.getLimit()));
        return box;
    }

    /** The best matches; who looks for another one types on. */
    private Stream<Reference> found(String type, String words, int offset, int limit) {
        if (offset > 0) {
            return Stream.empty();
        }
        return context
                .records()
                .list(
                        context.caller(),
                        Query.of(type)
                                .matching(words)
                                .sortedBy("name")
                                .reading("name")
                                .limitedTo(Math.min(limit, Query.DEFAULT_LIMIT)))
                .items()
                .stream()
                .map(PipelineFilterBar::reference);
    }

    private static Reference reference(RecordData record) {
        return new Reference(record.type(), record.id(), record.text("name"));
    }
}

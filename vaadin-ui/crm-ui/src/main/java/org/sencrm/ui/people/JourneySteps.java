package org.sencrm.ui.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.RecordData;
import org.sencrm.ui.api.ScreenContext;

/** The stages of the journey one after the other, each with the day on which the customer came to it. */
final class JourneySteps extends Div {

    private static final long serialVersionUID = 1L;

    private final transient ScreenContext context;
    private final transient RecordData record;
    private final boolean mayMove;

    JourneySteps(ScreenContext context, RecordData record, boolean mayMove) {
        this.context = context;
        this.record = record;
        this.mayMove = mayMove;
        add(new H2(context.text("section.journey")));
        try {
            draw();
        } catch (Fault unreadable) {
            add(new Paragraph(unreadable.getMessage()));
        }
    }

    private void draw() {
        List<Choice> stages = context.types().choices(record.type(), Journey.STAGE, context.locale());
        Map<String, Instant> times = Journey.times(context, record);
        String current = record.text(Journey.STAGE);
        int reached = stages.stream().map(Choice::code).toList().indexOf(current);
        OrderedList steps = new OrderedList();
        steps.addClassName("journey");
        for (int i = 0; i < stages.size(); i++) {
            ListItem step = new ListItem(
                    name(stages.get(i), i == reached),
                    when(times.get(stages.get(i).code())));
            step.setClassName("done", i < reached);
            step.setClassName("now", i == reached);
            if (i == reached) {
                step.getElement().setAttribute("aria-current", "step");
            }
            steps.add(step);
        }
        add(steps);
    }

    private Component name(Choice stage, boolean isNow) {
        if (isNow || !mayMove) {
            return new Span(stage.label());
        }
        NativeButton move = new NativeButton(stage.label(), event -> move(stage));
        move.addClassNames("plain", "link");
        move.getElement().setAttribute("title", context.text("journey.move", stage.label()));
        return move;
    }

    private Component when(Instant came) {
        Span day = new Span(
                came == null
                        ? ""
                        : context.format(came.atZone(context.caller().zone()).toLocalDate()));
        day.addClassNames("muted", "small");
        return day;
    }

    private void move(Choice stage) {
        try {
            context.records()
                    .update(
                            context.caller(),
                            record.type(),
                            record.id(),
                            record.version(),
                            Map.of(Journey.STAGE, stage.code()));
            context.inform(context.text("journey.moved", stage.label()));
        } catch (Fault refused) {
            context.inform(refused.getMessage());
        }
    }
}

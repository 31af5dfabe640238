package org.sencrm.ui.transfer;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.sencrm.ui.host.HostContext;

/** The five steps; those behind the present one can be gone back to. */
final class StepsBar extends OrderedList {

    private static final long serialVersionUID = 1L;

    /**
     * @param reachable steps that are offered besides those already done
     * @param onChoose told of the step a person wants to go to
     */
    StepsBar(HostContext context, Step now, Predicate<Step> reachable, Consumer<Step> onChoose) {
        addClassName("steps");
        getElement().setAttribute("aria-label", context.text("import.steps"));
        for (Step step : Step.values()) {
            add(item(context, step, now, reachable, onChoose));
        }
    }

    private static ListItem item(
            HostContext context, Step step, Step now, Predicate<Step> reachable, Consumer<Step> onChoose) {
        ListItem item = new ListItem();
        String label = step.number() + " " + context.text(step.textKey());
        if (step == now) {
            item.addClassName("on");
            item.getElement().setAttribute("aria-current", "step");
            item.add(new Span(label));
        } else if (step.compareTo(now) < 0 && reachable.test(step)) {
            item.addClassName("done");
            item.add(new NativeButton(label, event -> onChoose.accept(step)));
        } else {
            item.addClassName(step.compareTo(now) < 0 ? "done" : "ahead");
            item.add(new Span(label));
        }
        return item;
    }
}

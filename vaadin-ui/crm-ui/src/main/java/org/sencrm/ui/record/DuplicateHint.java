package org.sencrm.ui.record;

import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.DebouncePhase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sencrm.api.access.Caller;
import org.sencrm.api.duplicate.Candidate;
import org.sencrm.api.duplicate.Duplicates;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.field.Editor;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;

/**
 * Says under a field of a form that there may be such a record already: one quiet line, asked for while the person types
 * and never in the way of saving. Where nothing can be compared it says nothing.
 */
final class DuplicateHint {

    private static final int TYPING_MILLIS = 400;
    /** Fewer characters fit too many records. */
    private static final int LEAST_CHARS = 3;

    private static final String TYPED = "element.inputElement ? element.inputElement.value : ''";

    private final HostContext context;
    private final RecordType type;
    private final Function<String, Editor> editors;
    /** By field, what stands in the inputs that are compared. */
    private final Map<String, String> values = new HashMap<>();

    private HasHelper place;
    private int question;

    /** @param editors the editor of a field; null where the form has none */
    DuplicateHint(HostContext context, RecordType type, Function<String, Editor> editors) {
        this.context = context;
        this.type = type;
        this.editors = editors;
    }

    /** Begins to follow the form; what stands in it already counts. */
    void watch() {
        Caller caller = context.caller();
        context.services()
                .duplicates()
                .ifPresent(duplicates -> context.background(
                        () -> duplicates.comparedFields(caller, type.name()),
                        fields -> follow(duplicates, fields),
                        this::keepQuiet));
    }

    private void follow(Duplicates duplicates, List<String> fields) {
        for (String field : fields) {
            Editor editor = editors.apply(field);
            if (editor != null && editor.component() instanceof HasHelper) {
                values.put(field, editor.value() instanceof String text ? text : "");
                editor.component()
                        .getElement()
                        .addEventListener("input", event -> {
                            values.put(field, event.getEventData().getString(TYPED));
                            ask(duplicates);
                        })
                        .addEventData(TYPED)
                        .debounce(TYPING_MILLIS, DebouncePhase.TRAILING);
            }
        }
        ask(duplicates);
    }

    private void ask(Duplicates duplicates) {
        int asked = ++question;
        Map<String, String> typed = Map.copyOf(values);
        if (typed.values().stream().allMatch(value -> value.strip().length() < LEAST_CHARS)) {
            say(Optional.empty());
            return;
        }
        Caller caller = context.caller();
        context.background(
                () -> duplicates.find(caller, type.name(), typed).stream().findFirst(),
                found -> {
                    if (asked == question) {
                        say(found);
                    }
                },
                this::keepQuiet);
    }

    private void say(Optional<Candidate> found) {
        if (place != null) {
            place.setHelperComponent(null);
            place = null;
        }
        found.ifPresent(candidate -> {
            String strongest = candidate.reasons().get(0).field();
            String field = values.containsKey(strongest) ? strongest : type.labelField();
            if (values.containsKey(field)) {
                place = (HasHelper) editors.apply(field).component();
                place.setHelperComponent(line(candidate));
            }
        });
    }

    private Div line(Candidate candidate) {
        RecordData record = candidate.record();
        String name = context.format(record.get(type.labelField()));
        // in a tab of its own: what was typed here stays
        Anchor open = new Anchor(Addresses.record(record.type(), record.id()), context.text("duplicate.open"));
        open.setTarget("_blank");
        open.addClassName("link");
        open.getElement().setAttribute("aria-label", context.text("duplicate.open.name", name));
        Div line = new Div(new Span(context.text("duplicate.like", name, candidate.score()) + " · "), open);
        line.addClassName("duplicate");
        line.getElement().setAttribute("role", "status");
        return line;
    }

    /** A hint that cannot be had is no reason to disturb; what nobody expected is in the log. */
    private void keepQuiet(Throwable failure) {
        context.explain(failure);
        say(Optional.empty());
    }
}

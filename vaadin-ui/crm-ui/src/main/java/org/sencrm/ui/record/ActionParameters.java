package org.sencrm.ui.record;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import elemental.json.Json;
import elemental.json.JsonObject;
import elemental.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sencrm.api.automation.Automations;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.field.Editor;
import org.sencrm.ui.host.HostContext;

/**
 * What an automation tells its action: an input for each parameter that the action describes. What the action does not
 * describe, or an input cannot show, stays as it is stored until somebody takes it out. Where there is no description,
 * because the action's module is away, the text itself is edited.
 */
final class ActionParameters implements Editor {

    private final HostContext context;
    private final Field field;
    private final Div group = new Div();
    private final Div inputs = new Div();
    private final Div others = new Div();
    private final Span heading = new Span();
    private final Span refusal = new Span();
    private final TextArea raw;

    private final Map<String, ParameterInput> described = new LinkedHashMap<>();
    private final Map<String, Div> cells = new HashMap<>();
    /** What was filled in for actions that are not chosen now. */
    private final Map<String, JsonObject> leftBehind = new HashMap<>();

    private final List<Runnable> listeners = new ArrayList<>();
    private String stored;
    private JsonObject given = Json.createObject();
    private JsonObject kept = Json.createObject();
    private String action;
    private RecordType subject;

    ActionParameters(HostContext context, Field field, String label) {
        this.context = context;
        this.field = field;
        raw = new TextArea(label);
        raw.setMinHeight("5.5em");
        raw.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                changed();
            }
        });
        heading.setText(label);
        heading.addClassName("strong");
        refusal.addClassName("refusal");
        refusal.getElement().setAttribute("role", "alert");
        inputs.addClassNames("form", "form-fields");
        group.addClassNames("stack", "parameters");
        group.getElement().setAttribute("role", "group");
        group.getElement().setAttribute("aria-label", label);
        group.add(heading, inputs, others, raw, refusal);
    }

    /** Shows the inputs of the action for records of this type; null for none chosen. */
    void follow(String chosen, RecordType type) {
        if (Objects.equals(chosen, action) && type == subject) {
            return;
        }
        boolean other = action != null && !action.equals(chosen);
        if (other && !described.isEmpty()) {
            leftBehind.put(action, composed());
        }
        JsonObject values = other ? leftBehind.getOrDefault(chosen, Json.createObject()) : composed();
        action = chosen;
        subject = type;
        render(values);
    }

    private void render(JsonObject values) {
        inputs.removeAll();
        described.clear();
        cells.clear();
        kept = copy(values);
        List<Automations.Input> wanted = description();
        for (Automations.Input input : wanted) {
            String name = input.parameter().name();
            cells.put(name, new Div());
            put(input, values.hasKey(name) ? values.get(name) : null);
            inputs.add(cells.get(name));
        }
        boolean known = action == null || !wanted.isEmpty() || isOffered();
        raw.setVisible(!known);
        heading.setVisible(known);
        raw.setValue(known ? "" : Objects.requireNonNullElse(stored, ""));
        showOthers(known);
        group.setVisible(!known || !wanted.isEmpty() || others.isVisible());
        refuse(null);
    }

    private void put(Automations.Input input, JsonValue value) {
        String name = input.parameter().name();
        ParameterInput made = ParameterInput.of(context, subject, input, this::valueOf);
        if (made.show(value)) {
            kept.remove(name);
        }
        made.editor().whenChanged(() -> {
            kept.remove(name);
            renewWhatFollows(name);
            changed();
        });
        described.put(name, made);
        Div cell = cells.get(name);
        cell.removeAll();
        Component shown = made.editor().component();
        if (shown instanceof HasSize sized) {
            sized.setWidthFull();
        }
        cell.add(shown);
    }

    /** Another field is chosen: its values are of another kind. */
    private void renewWhatFollows(String name) {
        description().stream()
                .filter(input -> described.get(input.parameter().name()).follows(name))
                .forEach(input -> put(input, null));
        showOthers(true);
    }

    private Object valueOf(String name) {
        ParameterInput input = described.get(name);
        return input == null ? null : input.editor().value();
    }

    private List<Automations.Input> description() {
        return offers().stream()
                .filter(offer -> offer.code().equals(action))
                .findFirst()
                .map(Automations.Offer::parameters)
                .orElse(List.of());
    }

    private boolean isOffered() {
        return offers().stream().anyMatch(offer -> offer.code().equals(action));
    }

    private List<Automations.Offer> offers() {
        return context.services()
                .automations()
                .map(automations -> automations.actions(context.caller()))
                .orElse(List.of());
    }

    private void showOthers(boolean known) {
        others.removeAll();
        others.setVisible(known && kept.keys().length > 0);
        for (String name : kept.keys()) {
            Span words = new Span(context.text("parameters.kept", name, ParameterJson.typing(kept.get(name))));
            Button remove = new Button(context.text("parameters.remove"), event -> {
                kept.remove(name);
                showOthers(true);
                changed();
            });
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
            remove.getElement().setAttribute("aria-label", context.text("parameters.remove.one", name));
            Div line = new Div(words, remove);
            line.addClassNames("row", "tight", "muted");
            others.add(line);
        }
    }

    private JsonObject composed() {
        if (raw.isVisible()) {
            return copy(given);
        }
        JsonObject composed = copy(kept);
        described.forEach((name, input) -> {
            JsonValue value = input.stored();
            if (!ParameterJson.isNothing(value)) {
                composed.put(name, value);
            }
        });
        return composed;
    }

    private static JsonObject copy(JsonObject object) {
        JsonObject copy = Json.createObject();
        for (String name : object.keys()) {
            copy.put(name, object.<JsonValue>get(name));
        }
        return copy;
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    @Override
    public Field field() {
        return field;
    }

    @Override
    public Component component() {
        return group;
    }

    @Override
    public Object value() {
        if (raw.isVisible()) {
            return raw.isEmpty() ? null : raw.getValue();
        }
        JsonObject composed = composed();
        if (ParameterJson.same(composed, given)) {
            return stored;
        }
        return composed.keys().length == 0 ? null : composed.toJson();
    }

    @Override
    public void show(Object value) {
        stored = value == null ? null : value.toString();
        given = ParameterJson.object(stored).orElseGet(Json::createObject);
        leftBehind.clear();
        action = null;
        subject = null;
        render(given);
    }

    @Override
    public boolean isUnreadable() {
        return isIncomplete()
                || described.values().stream().anyMatch(input -> input.editor().isUnreadable());
    }

    @Override
    public boolean isIncomplete() {
        return described.values().stream().anyMatch(ParameterInput::isMissing);
    }

    @Override
    public void refuse(String message) {
        boolean told = false;
        for (ParameterInput input : described.values()) {
            boolean missing = message != null && input.isMissing();
            if (message == null || missing) {
                input.editor().refuse(missing ? context.text("form.required") : null);
            }
            told |= missing || input.editor().isUnreadable();
        }
        refusal.setText(message == null || told ? "" : message);
        refusal.setVisible(message != null && !told);
    }

    @Override
    public void focus() {
        if (raw.isVisible()) {
            raw.focus();
            return;
        }
        described.values().stream()
                .filter(input -> input.isMissing() || input.editor().isUnreadable())
                .findFirst()
                .or(() -> described.values().stream().findFirst())
                .ifPresent(input -> input.editor().focus());
    }

    @Override
    public void whenChanged(Runnable work) {
        listeners.add(work);
    }
}

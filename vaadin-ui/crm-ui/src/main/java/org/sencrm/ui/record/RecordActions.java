package org.sencrm.ui.record;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.host.HostContext;

/** A button for each thing that modules offer to do with the record; asks for what an action needs to know. */
final class RecordActions extends Span {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient RecordType type;
    private final long id;
    private final transient Runnable onDone;

    RecordActions(HostContext context, RecordType type, long id, Runnable onDone) {
        this.context = context;
        this.type = type;
        this.id = id;
        this.onDone = onDone;
        addClassNames("row", "record-actions");
        load();
    }

    /** Asks again what is offered on the record as it is now. */
    void load() {
        Caller caller = context.caller();
        context.background(() -> context.records().actions(caller, type.name(), id), this::fill);
    }

    private void fill(List<String> names) {
        removeAll();
        names.forEach(name -> add(new Button(label(name), event -> run(name, Map.of()))));
    }

    private String label(String name) {
        return context.text(type.name() + ".action." + name);
    }

    private void run(String name, Map<String, Object> input) {
        Caller caller = context.caller();
        context.background(
                () -> Optional.ofNullable(context.records().act(caller, type.name(), id, name, input)),
                result -> finish(name, result),
                failure -> ask(name, input, failure));
    }

    private void finish(String name, Optional<Object> result) {
        context.inform(result.filter(String.class::isInstance)
                .map(String.class::cast)
                .orElseGet(() -> context.text("record.actionDone", label(name))));
        onDone.run();
        result.flatMap(RecordActions::firstRecord).ifPresent(context::open);
    }

    private void ask(String name, Map<String, Object> input, Throwable failure) {
        if (failure instanceof InvalidRecord invalid && MissingFields.canAsk(invalid.errors())) {
            new MissingFields(
                            context,
                            type,
                            invalid.getMessage(),
                            invalid.errors(),
                            filled -> run(name, joined(input, filled)),
                            () -> {})
                    .open();
        } else {
            context.report(failure);
        }
    }

    private static Map<String, Object> joined(Map<String, Object> input, Map<String, Object> filled) {
        Map<String, Object> all = new HashMap<>(input);
        filled.forEach((field, value) -> all.put(field, parsed(value)));
        return all;
    }

    /** The value as parsed JSON has it, which is what actions are called with. */
    private static Object parsed(Object value) {
        if (value == null || value instanceof Boolean || value instanceof BigDecimal) {
            return value;
        }
        if (value instanceof Reference reference) {
            return Long.toString(reference.id());
        }
        return value instanceof Collection<?> several
                ? several.stream().map(RecordActions::parsed).toList()
                : value.toString();
    }

    /** The first record that the action answered with: what it made is shown next. */
    private static Optional<Reference> firstRecord(Object result) {
        if (result instanceof Reference reference) {
            return Optional.of(reference);
        }
        if (result instanceof RecordData record) {
            return Optional.of(Reference.to(record.type(), record.id()));
        }
        Stream<?> parts = result instanceof Map<?, ?> map
                ? map.values().stream()
                : result instanceof Collection<?> several ? several.stream() : Stream.empty();
        return parts.filter(part -> part instanceof Reference || part instanceof RecordData)
                .findFirst()
                .flatMap(RecordActions::firstRecord);
    }
}

package org.sencrm.ui.record;

import elemental.json.Json;
import elemental.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sencrm.api.automation.AutomationAction.Parameter;
import org.sencrm.api.automation.AutomationAction.Source;
import org.sencrm.api.automation.Automations;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.field.Editor;
import org.sencrm.ui.field.Editors;
import org.sencrm.ui.field.FieldText;
import org.sencrm.ui.field.OneOf;
import org.sencrm.ui.host.HostContext;

/**
 * The input for one parameter of an action, as its description says.
 *
 * @param editor what people see
 * @param read the value that the editor shows; {@link IllegalArgumentException} where it can show none such
 * @param write what is stored; never asked for null
 */
record ParameterInput(
        Parameter parameter, Editor editor, Function<JsonValue, Object> read, Function<Object, JsonValue> write) {

    private static final int LONGEST_TEXT = 8000;

    /** @param sibling gives what another parameter of the action has now */
    static ParameterInput of(
            HostContext context, RecordType subject, Automations.Input input, Function<String, Object> sibling) {
        Parameter parameter = input.parameter();
        String label = input.label();
        Source source = parameter.source();
        if (source == null) {
            return plain(context, subject, parameter, label);
        }
        return switch (source.of()) {
            case FIELDS -> oneOf(parameter, label, subject == null ? List.of() : FieldNames.writable(context, subject));
            case CHOICES -> oneOf(parameter, label, choices(context, source.name()));
            case RECORDS ->
                context.types()
                        .find(source.name())
                        .map(type -> record(context, type, parameter, label))
                        .orElseGet(() -> plain(context, subject, parameter, label));
            case VALUES ->
                named(context, subject, sibling.apply(source.name()))
                        .map(field -> valueOf(context, subject, field, parameter, label))
                        .orElseGet(() -> plain(context, subject, parameter, label));
        };
    }

    /** Whether it depends on another parameter. */
    boolean follows(String other) {
        Source source = parameter.source();
        return source != null && source.of() == Source.Of.VALUES && other.equals(source.name());
    }

    /** Shows a stored value; where the input cannot, what is stored is lost from sight and told so. */
    boolean show(JsonValue stored) {
        try {
            editor.show(ParameterJson.isNothing(stored) ? null : read.apply(stored));
            return true;
        } catch (IllegalArgumentException unfit) {
            editor.show(null);
            return false;
        }
    }

    /** What is to be stored; JSON null for nothing. */
    JsonValue stored() {
        Object value = editor.value();
        return value == null ? Json.createNull() : write.apply(value);
    }

    boolean isMissing() {
        return parameter.required() && editor.value() == null;
    }

    private static ParameterInput oneOf(Parameter parameter, String label, List<Choice> choices) {
        return text(parameter, new OneOf(shape(parameter, FieldKind.TEXT, List.of()), label).offer(choices));
    }

    private static ParameterInput text(Parameter parameter, Editor editor) {
        return new ParameterInput(
                parameter, editor, stored -> ParameterJson.read(editor.field(), stored), ParameterJson::write);
    }

    private static List<Choice> choices(HostContext context, String path) {
        int dot = path.indexOf('.');
        String type = path.substring(0, dot);
        return context.types()
                .find(type)
                .flatMap(found -> found.field(path.substring(dot + 1)))
                .map(field -> new FieldText(context).choices(type, field))
                .orElse(List.of());
    }

    /** Stored is the id alone. */
    private static ParameterInput record(HostContext context, RecordType type, Parameter parameter, String label) {
        Field field = shape(parameter, FieldKind.REFERENCE, List.of(type.name()));
        return new ParameterInput(
                parameter,
                new Editors(context, null).of(type, field, label),
                stored -> named(context, (Reference) ParameterJson.read(field, stored)),
                value -> Json.create(String.valueOf(((Reference) value).id())));
    }

    private static ParameterInput valueOf(
            HostContext context, RecordType subject, Field field, Parameter parameter, String label) {
        Field free = new Field(
                field.name(),
                field.kind(),
                parameter.required(),
                false,
                false,
                false,
                field.maxLength(),
                field.targets(),
                field.options(),
                false,
                field.system(),
                false);
        Function<JsonValue, Object> read = stored -> {
            Object value = ParameterJson.read(free, stored);
            return value instanceof Reference reference ? named(context, reference) : value;
        };
        return new ParameterInput(
                parameter, new Editors(context, null).of(subject, free, label), read, ParameterJson::write);
    }

    private static Optional<Field> named(HostContext context, RecordType subject, Object name) {
        return Optional.ofNullable(subject)
                .flatMap(type -> type.field(String.valueOf(name)))
                .filter(new Editors(context, null)::canEdit);
    }

    /** By its kind alone; a kind that needs more than that is typed as JSON. */
    private static ParameterInput plain(HostContext context, RecordType subject, Parameter parameter, String label) {
        Editors editors = new Editors(context, null);
        if (ParameterJson.isPlain(parameter.kind())) {
            return text(parameter, editors.of(subject, shape(parameter, parameter.kind(), List.of()), label));
        }
        Editor line = editors.of(subject, shape(parameter, FieldKind.TEXT, List.of()), label);
        return new ParameterInput(
                parameter, line, ParameterJson::typing, typed -> ParameterJson.typed(typed.toString()));
    }

    private static Field shape(Parameter parameter, FieldKind kind, List<String> targets) {
        return new Field(
                parameter.name(),
                kind,
                parameter.required(),
                false,
                false,
                false,
                kind.isText() ? LONGEST_TEXT : 0,
                targets,
                List.of(),
                false,
                false,
                false);
    }

    /** The reference under the name that its record has now. */
    private static Reference named(HostContext context, Reference reference) {
        try {
            String label = context.types().get(reference.type()).labelField();
            Object name = context.records()
                    .get(context.caller(), reference.type(), reference.id())
                    .get(label);
            return new Reference(reference.type(), reference.id(), name == null ? null : name.toString());
        } catch (Fault away) {
            return reference;
        }
    }
}

package org.sencrm.ui.record;

import java.util.List;
import java.util.function.Function;
import org.sencrm.api.automation.Automations;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.field.Editor;
import org.sencrm.ui.field.FieldText;
import org.sencrm.ui.field.OneOf;
import org.sencrm.ui.host.HostContext;

/** The inputs of an automation that depend on its other ones: the field that has to change, and what its action is told. */
final class AutomationInputs {

    private final HostContext context;
    private final RecordType type;
    private OneOf changedField;
    private ActionParameters parameters;
    private Editor subject;
    private Editor action;

    AutomationInputs(HostContext context, RecordType type) {
        this.context = context;
        this.type = type;
    }

    /** The input of a field: one of those here, or the usual one. */
    Editor of(Field field, Function<Field, Editor> usual) {
        if (!type.name().equals(Automations.TYPE)) {
            return usual.apply(field);
        }
        String label = new FieldText(context).label(type, field);
        return switch (field.name()) {
            case "changedField" -> changedField = new OneOf(field, label);
            case "parameters" -> parameters = new ActionParameters(context, field, label);
            case "subject" -> subject = usual.apply(field);
            case "action" -> action = usual.apply(field);
            default -> usual.apply(field);
        };
    }

    /** Follows what the person chooses, once all inputs are made. */
    void watch() {
        if (subject != null) {
            subject.whenChanged(this::follow);
        }
        if (action != null) {
            action.whenChanged(this::follow);
        }
    }

    /** Offers what fits what is chosen now. */
    void follow() {
        RecordType chosen = subject == null || subject.value() == null
                ? null
                : context.types().find((String) subject.value()).orElse(null);
        if (changedField != null) {
            changedField.offer(chosen == null ? List.of() : FieldNames.all(context, chosen));
        }
        if (parameters != null) {
            parameters.follow(action == null ? null : (String) action.value(), chosen);
        }
    }
}

package org.sencrm.core.record;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.FieldKind;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.TypeRegistry;

/** Checks what can be checked without the database: what is missing, and choices that there are not. */
final class Validation {

    private final TypeRegistry types;

    Validation(TypeRegistry types) {
        this.types = types;
    }

    /** Leaves errors in the draft, for these fields. */
    void check(RecordDraft draft, Collection<String> names) {
        RuleCheck rules = new RuleCheck(draft);
        Set<String> hidden = rules.hidden();
        for (String name : names) {
            StoredField field = draft.storedType().require(name);
            Object value = draft.values().get(name);
            if (draft.hasError(name)) {
                continue;
            }
            if (value == null) {
                boolean spared = hidden.contains(name) && field.mayBeEmpty();
                if (field.field().required() && !field.field().system() && !spared) {
                    draft.error(name, "required", "fault.value.required");
                }
            } else if (!field.field().isOpen()
                    && (field.kind() == FieldKind.CHOICE || field.kind() == FieldKind.CHOICES)) {
                checkChoice(draft, name, value, draft.old(name));
            }
        }
        rules.check();
    }

    /** What the record already has may stay, even where it is not offered any more. */
    private void checkChoice(RecordDraft draft, String field, Object value, Object old) {
        Set<String> codes = types.choices(draft.type(), field, Locale.ENGLISH).stream()
                .map(Choice::code)
                .collect(Collectors.toSet());
        boolean known = codes(value).stream()
                .allMatch(code -> codes.contains(code) || codes(old).contains(code));
        if (!known) {
            draft.error(field, "unknownChoice", "fault.value.unknownChoice");
        }
    }

    private static Collection<?> codes(Object value) {
        return value instanceof Collection<?> several ? several : value == null ? List.of() : List.of(value);
    }
}

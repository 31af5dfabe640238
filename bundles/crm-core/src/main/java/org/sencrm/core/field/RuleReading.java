package org.sencrm.core.field;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.sencrm.api.access.Caller;
import org.sencrm.api.field.RecordRule;
import org.sencrm.api.record.FieldKind;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.formula.Formula;
import org.sencrm.core.formula.FormulaProblem;
import org.sencrm.core.formula.Sort;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;

/** Reads a rule out of what somebody sends, with all that is wrong with it. */
final class RuleReading {

    private static final Set<String> MEMBERS =
            Set.of("kind", "field", "condition", "required", "message", "by", "choices");

    private final BiFunction<StoredType, String, Set<String>> codes;
    private final Faults faults;

    /** @param codes that are offered for a choice field of a type, by its name */
    RuleReading(BiFunction<StoredType, String, Set<String>> codes, Faults faults) {
        this.codes = codes;
        this.faults = faults;
    }

    /** @param id of the new rule */
    RecordRule create(Caller caller, StoredType type, Map<String, ?> members, long id) {
        Description description = new Description(members, MEMBERS, caller, faults);
        RecordRule.Kind kind = null;
        try {
            kind = RecordRule.Kind.of(description.text("kind"));
        } catch (IllegalArgumentException e) {
            description.error("kind", "unknownChoice", "fault.rule.kind");
        }
        description.refuseIfWrong();
        return read(
                description,
                type,
                new RecordRule(id, type.name(), kind, null, null, false, Map.of(), null, Map.of(), 0));
    }

    /** The rule as the patch leaves it. */
    RecordRule update(Caller caller, StoredType type, RecordRule stored, Map<String, ?> patch) {
        Description description = new Description(patch, MEMBERS, caller, faults);
        description.keep("kind", stored.kind().code());
        return read(description, type, stored);
    }

    private RecordRule read(Description description, StoredType type, RecordRule stored) {
        boolean choosing = stored.kind() == RecordRule.Kind.CHOICES;
        String by = choosing ? choice(description, type, "by", stored.by()) : null;
        String field = choosing ? choice(description, type, "field", stored.field()) : field(description, type, stored);
        RecordRule rule = new RecordRule(
                stored.id(),
                stored.type(),
                stored.kind(),
                field,
                choosing ? null : condition(description, type, stored.condition()),
                stored.kind() == RecordRule.Kind.SHOW && description.flag("required", stored.required()),
                stored.kind() == RecordRule.Kind.REFUSE ? message(description, stored) : Map.of(),
                by,
                choosing ? choices(description, type, field, by, stored) : Map.of(),
                stored.version() + 1);
        description.refuseIfWrong();
        return rule;
    }

    /** A field that forms have. */
    private static String field(Description description, StoredType type, RecordRule stored) {
        String name = description.has("field") ? description.text("field") : stored.field();
        boolean known = name != null
                && type.field(name)
                        .map(StoredField::field)
                        .filter(field -> !field.readOnly())
                        .isPresent();
        boolean needed = stored.kind() == RecordRule.Kind.SHOW;
        if (description.isFine("field") && !known && (needed || name != null)) {
            description.error("field", name == null ? "required" : "unknownField", "fault.rule.field");
        } else if (known && needed && isAlwaysNeeded(type, type.require(name))) {
            description.error("field", "refused", "fault.rule.label");
        }
        return name;
    }

    /** The name of a record, and what the table itself does not take without. */
    private static boolean isAlwaysNeeded(StoredType type, StoredField field) {
        return type.isLabel(field) || !field.mayBeEmpty();
    }

    private static String choice(Description description, StoredType type, String member, String stored) {
        String name = description.has(member) ? description.text(member) : stored;
        FieldKind kind =
                name == null ? null : type.field(name).map(StoredField::kind).orElse(null);
        boolean fits = kind == FieldKind.CHOICE || kind == FieldKind.CHOICES && member.equals("field");
        if (!fits && description.isFine(member)) {
            description.error(member, name == null ? "required" : "unknownField", "fault.rule.choiceField");
        }
        return name;
    }

    private static String condition(Description description, StoredType type, String stored) {
        String condition = description.has("condition") ? description.text("condition") : stored;
        if (condition == null || condition.isBlank()) {
            if (description.isFine("condition")) {
                description.error("condition", "required", "fault.value.required");
            }
            return condition;
        }
        try {
            Sort sort = Formula.of(condition).check(name -> type.field(name).map(StoredField::field));
            if (sort != Sort.BOOLEAN) {
                description.error("condition", "refused", "fault.rule.condition");
            }
        } catch (FormulaProblem problem) {
            description.error("condition", "format", problem.messageKey(), problem.arguments());
        }
        return condition.strip();
    }

    private static Map<String, String> message(Description description, RecordRule stored) {
        if (description.has("message")) {
            return description.label("message");
        } else if (stored.message().isEmpty()) {
            description.error("message", "required", "fault.value.required");
        }
        return stored.message();
    }

    private Map<String, List<String>> choices(
            Description description, StoredType type, String field, String by, RecordRule stored) {
        if (!description.has("choices")) {
            if (stored.choices().isEmpty()) {
                description.error("choices", "required", "fault.rule.choices");
            }
            return stored.choices();
        }
        Map<String, List<String>> choices = new LinkedHashMap<>();
        if (description.get("choices") instanceof Map<?, ?> given
                && description.isFine("field")
                && description.isFine("by")) {
            given.forEach((code, codes) -> {
                if (codes instanceof Collection<?> several) {
                    choices.put(
                            String.valueOf(code),
                            several.stream().map(String::valueOf).toList());
                }
            });
            boolean whole = choices.size() == given.size() && !choices.isEmpty();
            boolean known = codes.apply(type, by).containsAll(choices.keySet())
                    && choices.values().stream().allMatch(codes.apply(type, field)::containsAll);
            if (!whole || !known) {
                description.error("choices", whole ? "unknownChoice" : "format", "fault.rule.choices");
            }
        } else if (description.isFine("field") && description.isFine("by")) {
            description.error("choices", "required", "fault.rule.choices");
        }
        return choices;
    }
}

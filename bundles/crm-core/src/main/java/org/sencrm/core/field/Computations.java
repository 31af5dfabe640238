package org.sencrm.core.field;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.field.CustomField;
import org.sencrm.api.field.RollUp;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.core.computed.ComputedFields;
import org.sencrm.core.formula.Formula;
import org.sencrm.core.formula.FormulaProblem;
import org.sencrm.core.formula.Sort;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;

/** Reads formulas and roll-ups out of descriptions, with all that is wrong with them. */
final class Computations {

    /** Kinds in REST of fields whose own kind is that of their result. */
    static final String FORMULA = "formula";

    static final String ROLL_UP = "rollUp";

    private static final String EXPRESSION = "expression";
    private static final Set<FieldKind> SUMMED = Set.of(FieldKind.NUMBER, FieldKind.MONEY, FieldKind.DURATION);
    private static final Set<FieldKind> ORDERED = Set.of(
            FieldKind.NUMBER,
            FieldKind.MONEY,
            FieldKind.DURATION,
            FieldKind.PERCENT,
            FieldKind.DATE,
            FieldKind.DATE_TIME);

    private static final List<FieldKind> RESULTS = Arrays.stream(Sort.values())
            .flatMap(sort -> sort.results().stream())
            .toList();

    private final Function<String, Optional<StoredType>> types;
    private final ComputedFields computed;

    /** @param types finds a type by its name */
    Computations(Function<String, Optional<StoredType>> types, ComputedFields computed) {
        this.types = types;
        this.computed = computed;
    }

    /** What the kind of the field is called in REST. */
    static String kindOf(CustomField field) {
        return field.expression() != null
                ? FORMULA
                : field.rollUp() != null ? ROLL_UP : field.kind().code();
    }

    /** Null for a field into which people put values. */
    Computation create(Caller caller, Description description, StoredType type) {
        Object kind = description.get("kind");
        refuseStrangers(description, FORMULA.equals(kind), ROLL_UP.equals(kind));
        if (FORMULA.equals(kind)) {
            return formula(description, type, description.text(EXPRESSION), result(description));
        }
        return ROLL_UP.equals(kind) ? rollUp(caller, description, type) : null;
    }

    /** As the patch leaves it; the result stays of its kind. */
    Computation update(Caller caller, Description description, StoredType type, CustomField stored) {
        refuseStrangers(description, stored.expression() != null, stored.rollUp() != null);
        if (stored.expression() != null && description.has(EXPRESSION)) {
            return formula(description, type, description.text(EXPRESSION), Optional.of(stored.kind()));
        } else if (stored.rollUp() != null && description.has(ROLL_UP)) {
            Computation changed = rollUp(caller, description, type);
            if (changed.kind() != null && changed.kind() != stored.kind()) {
                description.error(ROLL_UP, "readOnly", "fault.field.fixed");
            }
            return changed;
        }
        return new Computation(stored.kind(), stored.expression(), stored.rollUp());
    }

    private static void refuseStrangers(Description description, boolean formula, boolean rollUp) {
        if (!formula && description.get(EXPRESSION) != null) {
            description.error(EXPRESSION, "refused", "fault.field.expression");
        }
        if (!formula && !rollUp && description.get("result") != null) {
            description.error("result", "refused", "fault.field.expression");
        }
        if (!rollUp && description.get(ROLL_UP) != null) {
            description.error(ROLL_UP, "refused", "fault.field.rollUpElsewhere");
        }
    }

    /** Empty where it was not said, or makes no sense. */
    private static Optional<FieldKind> result(Description description) {
        String code = description.text("result");
        Optional<FieldKind> kind = RESULTS.stream()
                .filter(possible -> possible.code().equals(code))
                .findFirst();
        if (code != null && kind.isEmpty()) {
            String possible = RESULTS.stream().map(FieldKind::code).collect(Collectors.joining(", "));
            description.error("result", "unknownChoice", "fault.field.kind", possible);
        }
        return kind;
    }

    private static Computation formula(
            Description description, StoredType type, String expression, Optional<FieldKind> wanted) {
        if (expression == null || expression.isBlank()) {
            if (description.isFine(EXPRESSION)) {
                description.error(EXPRESSION, "required", "fault.value.required");
            }
            return new Computation(wanted.orElse(null), expression, null);
        }
        try {
            Sort sort = Formula.of(expression).check(name -> type.field(name).map(StoredField::field));
            FieldKind kind = wanted.orElseGet(
                    () -> sort.results().isEmpty() ? null : sort.results().get(0));
            boolean fits =
                    kind != null && (sort == Sort.NOTHING || sort.results().contains(kind));
            if (!fits && description.isFine("result")) {
                description.error(EXPRESSION, "refused", "fault.formula.result");
            }
            return new Computation(kind, expression.strip(), null);
        } catch (FormulaProblem problem) {
            description.error(EXPRESSION, "format", problem.messageKey(), problem.arguments());
            return new Computation(wanted.orElse(null), expression, null);
        }
    }

    private Computation rollUp(Caller caller, Description description, StoredType type) {
        Object given = description.get(ROLL_UP);
        RollUp rollUp = null;
        if (given instanceof Map<?, ?> members && RollUpMembers.NAMES.containsAll(members.keySet())) {
            try {
                rollUp = RollUpMembers.read(members);
            } catch (IllegalArgumentException e) {
                description.error(ROLL_UP, "unknownChoice", "fault.rollUp.function");
                return new Computation(null, null, null);
            }
        }
        if (rollUp == null) {
            description.error(ROLL_UP, given == null ? "required" : "format", "fault.rollUp.members");
            return new Computation(null, null, null);
        }
        return new Computation(kind(caller, description, type, rollUp), null, rollUp);
    }

    /** Of the result; null where something is wrong. */
    private FieldKind kind(Caller caller, Description description, StoredType type, RollUp rollUp) {
        StoredType from = types.apply(rollUp.type()).orElse(null);
        if (from == null) {
            description.error(ROLL_UP, "unknownChoice", "fault.noType");
            return null;
        }
        Field by = from.field(rollUp.by()).map(StoredField::field).orElse(null);
        boolean points = by != null
                && by.kind() == FieldKind.REFERENCE
                && (by.targets().contains(type.name()) || by.targets().contains("*"));
        if (!points) {
            description.error(ROLL_UP, "unknownField", "fault.rollUp.by", rollUp.by());
            return null;
        }
        checkFilter(caller, description, from, rollUp);
        return rollUp.function() == RollUp.Function.COUNT
                ? counted(description, rollUp)
                : valued(description, from, rollUp);
    }

    private static FieldKind counted(Description description, RollUp rollUp) {
        if (rollUp.field() != null) {
            description.error(ROLL_UP, "refused", "fault.rollUp.count");
        }
        return FieldKind.NUMBER;
    }

    private static FieldKind valued(Description description, StoredType from, RollUp rollUp) {
        FieldKind kind = rollUp.field() == null
                ? null
                : from.field(rollUp.field()).map(StoredField::kind).orElse(null);
        Set<FieldKind> possible = rollUp.function() == RollUp.Function.SUM ? SUMMED : ORDERED;
        if (kind == null || !possible.contains(kind)) {
            description.error(ROLL_UP, "unknownField", "fault.rollUp.field", String.valueOf(rollUp.field()));
            return null;
        }
        return kind;
    }

    /** A path leads to records whose changes nobody follows. */
    private void checkFilter(Caller caller, Description description, StoredType from, RollUp rollUp) {
        try {
            if (computed.asked(caller, from, rollUp.filter()).stream()
                    .anyMatch(name -> from.field(name).isEmpty())) {
                description.error(ROLL_UP, "refused", "fault.rollUp.path");
            } else if (computed.moves(caller, rollUp.filter())) {
                description.error(ROLL_UP, "refused", "fault.rollUp.moves");
            }
        } catch (InvalidRequest wrong) {
            description.error(new FieldError(ROLL_UP, "format", wrong.getMessage()));
        }
    }
}

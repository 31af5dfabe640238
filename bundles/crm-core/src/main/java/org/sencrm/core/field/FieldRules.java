package org.sencrm.core.field;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sencrm.api.access.Caller;
import org.sencrm.api.field.CustomField;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.text.Messages;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.value.Refusal;
import org.sencrm.core.value.ValueKind;

/** What a custom field may be. */
final class FieldRules {

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final int LONGEST_NAME = 40;

    private static final Set<String> MEMBERS = Set.of(
            "name",
            "label",
            "kind",
            "required",
            "unique",
            "default",
            "options",
            "target",
            "expression",
            "result",
            "rollUp");

    /** Members of every record, words of filters, and parameters that stand beside fields in an address. */
    private static final Set<String> RESERVED =
            Set.of("id", "type", "version", "and", "or", "lang", "limit", "rules", "layouts", "preview");

    private static final String ANY = "*";

    private final Function<String, Optional<StoredType>> types;
    private final Messages messages;
    private final Faults faults;
    private final Computations computations;
    private final Supplier<String> currency;

    /**
     * @param types finds a type by its name
     * @param currency in which an amount without one is meant
     */
    FieldRules(
            Function<String, Optional<StoredType>> types,
            Messages messages,
            Faults faults,
            Computations computations,
            Supplier<String> currency) {
        this.computations = computations;
        this.types = types;
        this.messages = messages;
        this.faults = faults;
        this.currency = currency;
    }

    /** The field that is described; throws {@link org.sencrm.api.fault.InvalidRecord} with all that is wrong. */
    CustomField create(Caller caller, StoredType type, Map<String, ?> members) {
        Description description = new Description(members, MEMBERS, caller, faults);
        String name = name(description, type);
        Computation computation = computations.create(caller, description, type);
        FieldKind kind = computation == null ? kind(description) : computation.kind();
        String target = target(description, kind);
        CustomField field = new CustomField(
                type.name(),
                name == null ? "" : name,
                description.label(),
                kind,
                description.flag("required", false),
                description.flag("unique", false),
                null,
                kind == null ? List.of() : description.options(kind),
                target,
                1,
                computation == null ? null : computation.expression(),
                computation == null ? null : computation.rollUp());
        description.refuseIfWrong();
        return complete(caller, description, field, description.get("default"));
    }

    /** The field as the patch leaves it. */
    CustomField update(Caller caller, StoredType type, CustomField stored, Map<String, ?> patch) {
        Description description = new Description(patch, MEMBERS, caller, faults);
        description.keep("name", stored.name());
        description.keep("kind", Computations.kindOf(stored));
        description.keep("result", stored.isComputed() ? stored.kind().code() : null);
        Computation computation = computations.update(caller, description, type, stored);
        description.keep("target", stored.target());
        CustomField field = new CustomField(
                stored.type(),
                stored.name(),
                description.has("label") ? description.label() : stored.label(),
                stored.kind(),
                description.flag("required", stored.required()),
                description.flag("unique", stored.unique()),
                null,
                description.has("options") ? description.options(stored.kind()) : stored.options(),
                stored.target(),
                stored.version() + 1,
                computation.expression(),
                computation.rollUp());
        description.refuseIfWrong();
        return complete(
                caller, description, field, description.has("default") ? description.get("default") : stored.initial());
    }

    /** Whether a field that is added may have the name, wherever it is. */
    static boolean isName(String name) {
        return name.length() <= LONGEST_NAME
                && NAME.matcher(name).matches()
                && !RESERVED.contains(name.toLowerCase(Locale.ROOT));
    }

    private String name(Description description, StoredType type) {
        String name = description.text("name");
        if (name == null || name.isBlank()) {
            if (description.isFine("name")) {
                description.error("name", "required", "fault.value.required");
            }
        } else if (name.length() > LONGEST_NAME) {
            description.error("name", "tooLong", "fault.value.tooLong", LONGEST_NAME);
        } else if (!NAME.matcher(name).matches()) {
            description.error("name", "format", "fault.field.name");
        } else if (type.isTaken(name)) {
            description.error("name", "notUnique", "fault.field.nameTaken");
        } else if (RESERVED.contains(name.toLowerCase(Locale.ROOT))
                || messages.has(Locale.ENGLISH, type.name() + "." + name)) {
            description.error("name", "refused", "fault.field.nameReserved");
        }
        return name;
    }

    private static FieldKind kind(Description description) {
        String code = description.text("kind");
        Optional<FieldKind> kind = Storage.kinds().stream()
                .filter(possible -> possible.code().equals(code))
                .findFirst();
        if (kind.isEmpty()) {
            String possible = Stream.concat(
                            Storage.kinds().stream().map(FieldKind::code),
                            Stream.of(Computations.FORMULA, Computations.ROLL_UP))
                    .collect(Collectors.joining(", "));
            description.error("kind", code == null ? "required" : "unknownChoice", "fault.field.kind", possible);
        }
        return kind.orElse(null);
    }

    private String target(Description description, FieldKind kind) {
        String target = description.text("target");
        boolean points = kind == FieldKind.REFERENCE || kind == FieldKind.REFERENCES;
        if (kind != null && points != (target != null)) {
            description.error("target", points ? "required" : "refused", "fault.field.target");
        } else if (points && types.apply(target).isEmpty() && !(ANY.equals(target) && kind == FieldKind.REFERENCE)) {
            description.error("target", "unknownChoice", "fault.field.target");
        }
        return points ? target : null;
    }

    /** Checks what depends on other members, and takes the value that new records begin with. */
    private CustomField complete(Caller caller, Description description, CustomField field, Object initial) {
        if (field.isComputed()) {
            refuseInputs(description, field, initial);
        }
        if (field.unique() && !Definition.canBeUnique(field.kind())) {
            description.error("unique", "refused", "fault.field.notUniqueKind");
        }
        Object value = initial == null ? null : initial(caller, description, field, initial);
        description.refuseIfWrong();
        return field.beginningWith(value);
    }

    /** Nobody puts values into a computed field, so that nothing can be asked of those who do. */
    private static void refuseInputs(Description description, CustomField field, Object initial) {
        if (field.required()) {
            description.error("required", "refused", "fault.field.computed");
        }
        if (field.unique()) {
            description.error("unique", "refused", "fault.field.computed");
        }
        if (initial != null) {
            description.error("default", "refused", "fault.field.computed");
        }
        description.refuseIfWrong();
    }

    /** In normal form. */
    private Object initial(Caller caller, Description description, CustomField field, Object given) {
        if (field.unique()) {
            description.error("default", "refused", "fault.field.defaultOfUnique");
            return null;
        } else if (field.target() != null) {
            description.error("default", "refused", "fault.field.defaultOfReference");
            return null;
        }
        Definition definition = new Definition(0, field, null, null, null);
        try {
            ValueKind kind = ValueKind.of(field.kind());
            Object value = kind.accept(given, definition.shape(currency));
            Collection<?> codes = value instanceof Collection<?> several ? several : List.of();
            List<String> known = field.options().stream()
                    .filter(option -> !option.retired())
                    .map(CustomField.Option::code)
                    .toList();
            boolean offered = field.kind() != FieldKind.CHOICE || value == null || known.contains(value);
            if (!offered || !known.containsAll(codes)) {
                description.error("default", "unknownChoice", "fault.value.unknownChoice");
            }
            return value;
        } catch (Refusal refusal) {
            description.error(faults.error(caller, "default", refusal));
            return null;
        }
    }
}

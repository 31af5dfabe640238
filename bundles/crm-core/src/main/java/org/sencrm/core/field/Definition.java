package org.sencrm.core.field;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.sencrm.api.field.CustomField;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.core.store.Column;
import org.sencrm.core.type.Calculation;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.value.Json;
import org.sencrm.core.value.Shape;
import org.sencrm.core.value.ValueKind;

/**
 * A field that came at run time and where it is stored: one of an administrator, or what is kept of a module's.
 *
 * @param id grows with time; orders the fields of a type
 * @param column name of its column; null before it has one
 * @param second name of the column of a currency or of the type pointed to; null for none
 * @param module the module whose field it is; null for an administrator's
 */
record Definition(long id, CustomField field, String column, String second, String module) {

    /** Kinds in whose values people search by words. */
    private static final Set<FieldKind> SEARCHED =
            Set.of(FieldKind.TEXT, FieldKind.EMAIL, FieldKind.PHONE, FieldKind.PERSON_NAME);

    private static final Set<FieldKind> UNIQUE = Set.of(
            FieldKind.TEXT,
            FieldKind.EMAIL,
            FieldKind.PHONE,
            FieldKind.URL,
            FieldKind.PERSON_NAME,
            FieldKind.NUMBER,
            FieldKind.DATE,
            FieldKind.DATE_TIME,
            FieldKind.REFERENCE);

    static boolean canBeUnique(FieldKind kind) {
        return UNIQUE.contains(kind);
    }

    Storage storage() {
        return Storage.of(field.kind(), field.target()).orElseThrow();
    }

    boolean isCustom() {
        return module == null;
    }

    /** Whether its values may be among the words of quick search; a module may have chosen any text. */
    boolean isSearched() {
        return isCustom()
                ? SEARCHED.contains(field.kind()) && !field.isComputed()
                : field.kind().isText();
    }

    Definition with(CustomField other) {
        return new Definition(id, other, column, second, module);
    }

    Definition in(String columnName, String secondName) {
        return new Definition(id, field, columnName, secondName, module);
    }

    /** As the engine reads and writes it. */
    StoredField stored() {
        Map<String, String> tones = new LinkedHashMap<>();
        offered().forEach(option -> tones.put(option.code(), ""));
        Column first = storage().column(column);
        Calculation formula = field.expression() == null ? null : FieldFormula.of(field);
        Field declared = declared();
        return new StoredField(
                declared,
                first,
                second == null ? null : Storage.secondColumn(second),
                tones,
                formula == null ? Set.of() : formula.sources(),
                new StoredField.Added(
                        id, field.initial(), formula, field.rollUp(), RollUpMembers.sources(field.rollUp())));
    }

    private Stream<CustomField.Option> offered() {
        return field.options().stream().filter(option -> !option.retired());
    }

    /** What a value to begin with has to fit. */
    Shape shape(Supplier<String> currency) {
        return new Shape(declared(), storage().column("DEFAULT"), currency);
    }

    Field declared() {
        FieldKind kind = field.kind();
        return new Field(
                field.name(),
                kind,
                field.required(),
                field.isComputed(),
                field.unique(),
                isSearched(),
                kind.isText() ? storage().length() : 0,
                field.target() == null ? List.of() : List.of(field.target()),
                offered().map(CustomField.Option::code).toList(),
                false,
                false,
                false);
    }

    /** What can change of it, as the registry keeps it. */
    String description() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("label", field.label());
        members.put("required", field.required());
        members.put("unique", field.unique());
        members.put("default", ValueKind.of(field.kind()).plain(field.initial()));
        members.put(
                "options",
                field.options().stream()
                        .map(option ->
                                Map.of("code", option.code(), "label", option.label(), "retired", option.retired()))
                        .toList());
        members.put("target", field.target());
        members.put("expression", field.expression());
        members.put("rollUp", field.rollUp() == null ? null : RollUpMembers.write(field.rollUp()));
        return Json.write(members);
    }

    @SuppressWarnings("unchecked")
    static CustomField field(String type, String name, FieldKind kind, long version, String description) {
        Map<String, Object> members = (Map<String, Object>) Json.read(description);
        List<Map<String, Object>> options = (List<Map<String, Object>>) members.get("options");
        CustomField field = new CustomField(
                type,
                name,
                (Map<String, String>) members.get("label"),
                kind,
                Boolean.TRUE.equals(members.get("required")),
                Boolean.TRUE.equals(members.get("unique")),
                null,
                options.stream()
                        .map(option -> new CustomField.Option(
                                (String) option.get("code"),
                                (Map<String, String>) option.get("label"),
                                Boolean.TRUE.equals(option.get("retired"))))
                        .toList(),
                (String) members.get("target"),
                version,
                (String) members.get("expression"),
                members.get("rollUp") instanceof Map<?, ?> rollUp ? RollUpMembers.read(rollUp) : null);
        Definition definition = new Definition(0, field, null, null, null);
        return field.beginningWith(ValueKind.of(kind).revive(members.get("default"), definition.shape(() -> "")));
    }
}

package org.sencrm.core.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sencrm.api.field.CustomType;
import org.sencrm.api.field.CustomTypes;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordType;
import org.sencrm.core.store.Column;

/**
 * What follows from the fields of a type that an administrator made, where a module would declare it: the columns of its
 * list, its board, and whether its records are people.
 */
public final class CustomShape {

    public static final int LONGEST_NAME = 200;

    private static final String NAME = "name";

    /** Behind all that modules bring. */
    private static final int ORDER = 1_000;

    /** Columns of a list beside the name, so many that they can be read. */
    private static final int MOST_LISTED = 5;

    private static final Set<FieldKind> TOO_LONG =
            Set.of(FieldKind.LONG_TEXT, FieldKind.RICH_TEXT, FieldKind.ADDRESS, FieldKind.URL, FieldKind.STRUCTURE);

    private CustomShape() {}

    /** The type as it is before fields are added to it. */
    public static StoredType of(CustomType type, String table) {
        List<StoredField> fields = new ArrayList<>();
        fields.add(name());
        fields.addAll(SystemFields.of(type.name()));
        RecordType declared = new RecordType(
                type.name(),
                CustomTypes.MODULE,
                NAME,
                type.icon(),
                "group." + type.group(),
                ORDER,
                type.board(),
                type.administrative(),
                fields.stream().map(StoredField::field).toList());
        return new StoredType(declared, table, fields);
    }

    private static StoredField name() {
        Field field = new Field(
                NAME, FieldKind.TEXT, true, false, false, true, LONGEST_NAME, List.of(), List.of(), true, false, false);
        return new StoredField(field, Column.text("NAME", LONGEST_NAME), null, Map.of(), Set.of(), null);
    }

    static boolean isCustom(RecordType type) {
        return CustomTypes.MODULE.equals(type.module());
    }

    /** The fields, the first few added ones as columns of lists. */
    static List<StoredField> listed(List<StoredField> fields) {
        List<StoredField> all = new ArrayList<>();
        int columns = 0;
        for (StoredField field : fields) {
            boolean isColumn = field.added() != null && columns < MOST_LISTED && !TOO_LONG.contains(field.kind());
            columns += isColumn ? 1 : 0;
            all.add(isColumn ? field.as(asColumn(field.field())) : field);
        }
        return all;
    }

    private static Field asColumn(Field field) {
        return new Field(
                field.name(),
                field.kind(),
                field.required(),
                field.readOnly(),
                field.unique(),
                field.searchable(),
                field.maxLength(),
                field.targets(),
                field.options(),
                true,
                field.system(),
                field.createsTarget(),
                field.section(),
                field.list());
    }

    /** Whether the field may give the columns of a board: a choice that people make. */
    public static boolean isBoard(StoredField field) {
        return field.kind() == FieldKind.CHOICE && !field.isComputed();
    }

    /** The type with these fields; the choice that was named for it, else the first, gives the columns of its board. */
    static RecordType declared(RecordType type, List<StoredField> fields) {
        List<String> choices = fields.stream()
                .filter(CustomShape::isBoard)
                .map(StoredField::name)
                .toList();
        String first = choices.isEmpty() ? null : choices.get(0);
        String board = choices.contains(type.boardField()) ? type.boardField() : first;
        return new RecordType(
                        type.name(),
                        type.module(),
                        type.labelField(),
                        type.icon(),
                        type.group(),
                        type.order(),
                        board,
                        type.administrative(),
                        type.needsProof(),
                        fields.stream().map(StoredField::field).toList())
                .ofPeople(fields.stream().anyMatch(field -> field.kind() == FieldKind.PERSON_NAME));
    }
}

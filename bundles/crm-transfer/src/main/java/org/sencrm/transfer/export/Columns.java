package org.sencrm.transfer.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.RecordType;
import org.sencrm.transfer.mapping.FieldPath;

/**
 * The columns of an exported table: the fields by their names, so that the file comes in again without a question, in
 * any language. Beside a reference stand the ids, beside an amount its currency.
 */
final class Columns {

    private Columns() {}

    static List<Column> of(List<Field> fields) {
        List<Column> columns = new ArrayList<>();
        for (Field field : fields) {
            columns.add(new Column(field, null));
            switch (field.kind()) {
                case MONEY -> columns.add(new Column(field, FieldPath.CURRENCY));
                case REFERENCES -> columns.add(new Column(field, FieldPath.ID));
                case REFERENCE -> {
                    columns.add(new Column(field, FieldPath.ID));
                    if (field.target() == null) {
                        columns.add(new Column(field, FieldPath.TYPE));
                    }
                }
                default -> {
                    // the value is all there is
                }
            }
        }
        return columns;
    }

    /** The fields to write: those that were asked for, in that order, or all; the id always comes first. */
    static List<Field> fields(RecordType type, Set<String> hidden, List<String> asked) {
        List<Field> fields = new ArrayList<>();
        type.field("id").ifPresent(fields::add);
        if (asked.isEmpty()) {
            type.fields().stream().filter(field -> !fields.contains(field)).forEach(fields::add);
        } else {
            asked.stream()
                    .flatMap(name -> type.field(name).stream())
                    .filter(field -> !fields.contains(field))
                    .forEach(fields::add);
        }
        fields.removeIf(field -> hidden.contains(field.name()));
        return fields;
    }
}

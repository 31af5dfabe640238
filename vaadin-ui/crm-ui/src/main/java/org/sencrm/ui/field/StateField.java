package org.sencrm.ui.field;

import java.util.Optional;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordType;

/** The choice that says how far a record is, shown wherever there is room for one word about it. */
public final class StateField {

    private static final String STATUS = "status";

    private StateField() {}

    /** The field of the board, else the one called status, else the first choice that lists show. */
    public static Optional<Field> of(RecordType type) {
        if (type.boardField() != null) {
            return type.field(type.boardField());
        }
        return type.field(STATUS)
                .filter(StateField::isChoice)
                .or(() -> type.fields().stream()
                        .filter(field -> isChoice(field) && field.listed())
                        .findFirst());
    }

    private static boolean isChoice(Field field) {
        return field.kind() == FieldKind.CHOICE;
    }
}

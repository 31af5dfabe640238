package org.sencrm.transfer.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sencrm.api.record.FieldKind;
import org.sencrm.transfer.mapping.Mapping;

/**
 * A cell that names one or several other records.
 *
 * @param text not blank
 * @param ids of the records as our own export wrote them beside; empty where there are none
 * @param targets types to which the field may point in this row
 */
record ReferenceCell(Mapping.Column column, String text, List<Long> ids, List<String> targets) {

    /** Between several names, and several ids, of one cell. */
    static final String SEPARATOR = "; ";

    /** Names as they are told apart by semicolon or line; the whole text where the field holds one only. */
    List<String> names() {
        if (column.path().field().kind() != FieldKind.REFERENCES) {
            return List.of(text.strip());
        }
        return Stream.of(text.split("[;\n]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    static List<Long> ids(String text) {
        List<Long> ids = new ArrayList<>();
        for (String part : text.split("[;\\s]+")) {
            if (part.isEmpty()) {
                continue;
            }
            if (!NameIndex.isId(part)) {
                return List.of();
            }
            ids.add(Long.parseLong(part));
        }
        return List.copyOf(ids);
    }
}

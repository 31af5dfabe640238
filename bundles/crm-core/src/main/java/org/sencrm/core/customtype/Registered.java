package org.sencrm.core.customtype;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sencrm.api.field.CustomType;
import org.sencrm.core.schema.RecordTable;
import org.sencrm.core.store.Dialect;
import org.sencrm.core.type.CustomShape;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.value.Json;

/**
 * A custom type as the registry keeps it.
 *
 * @param id grows with time; part of the name of its table, so that no two types ever meet in one
 */
record Registered(long id, CustomType type) {

    private static final String TABLE = "CX_TYPE_";

    /** As the engine reads and writes it, without the fields that were added. */
    StoredType stored() {
        return CustomShape.of(type, table());
    }

    private String table() {
        return TABLE + id;
    }

    /** What makes its table, in order. */
    List<String> statements(Dialect dialect) {
        return RecordTable.statements(
                dialect, table(), List.of("NAME VARCHAR(" + CustomShape.LONGEST_NAME + ") not null"));
    }

    /** What can change of it but its version and whether it is retired. */
    String description() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("label", type.label());
        members.put("plural", type.plural());
        members.put("nameLabel", type.nameLabel());
        members.put("icon", type.icon());
        members.put("group", type.group());
        members.put("administrative", type.administrative());
        members.put("board", type.board());
        return Json.write(members);
    }

    @SuppressWarnings("unchecked")
    static Registered of(long id, String name, long version, boolean retired, String description) {
        Map<String, Object> members = (Map<String, Object>) Json.read(description);
        return new Registered(
                id,
                new CustomType(
                        name,
                        (Map<String, String>) members.get("label"),
                        (Map<String, String>) members.get("plural"),
                        (Map<String, String>) members.get("nameLabel"),
                        (String) members.get("icon"),
                        (String) members.get("group"),
                        Boolean.TRUE.equals(members.get("administrative")),
                        retired,
                        (String) members.get("board"),
                        version));
    }
}

package org.sencrm.core.filter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.gate.Rights;
import org.sencrm.core.store.Column;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Dialect;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.SystemFields;

/** Reads a sort order such as {@code -amount,name}. */
public final class OrderParser {

    private static final Column ID = Column.of("ID", ColumnType.LONG);
    private static final Column LABEL_KEY = Column.text("LABEL_KEY", SystemFields.LABEL_KEY_LENGTH);
    private static final int MOST_KEYS = 5;
    private static final int LONGEST = 500;
    private static final int LONGEST_TEXT = 1_000;

    private final Faults faults;
    private final Dialect dialect;

    public OrderParser(Faults faults, Dialect dialect) {
        this.faults = faults;
        this.dialect = dialect;
    }

    /** The order; newest first where none is asked for. {@link org.sencrm.api.fault.InvalidRequest} where the caller cannot sort like that. */
    public Order parse(Caller caller, Rights rights, StoredType type, String sort) {
        Map<String, SortKey> keys = new LinkedHashMap<>();
        if (sort.length() > LONGEST) {
            throw faults.badRequest(caller, "fault.sort.tooMany");
        }
        for (String part : sort.isBlank() ? new String[] {"-id"} : sort.split(",", -1)) {
            boolean falling = part.strip().startsWith("-");
            String name = falling ? part.strip().substring(1) : part.strip();
            StoredField field = type.field(name)
                    .filter(found -> rights.sees(type, found))
                    .filter(OrderParser::isSortable)
                    .orElseThrow(() -> faults.badRequest(caller, "fault.sort.field", name));
            keys.putIfAbsent(name, key(type, field, falling));
        }
        if (keys.size() > MOST_KEYS) {
            throw faults.badRequest(caller, "fault.sort.tooMany");
        }
        boolean lastFalling = keys.values().stream()
                .reduce((first, next) -> next)
                .orElseThrow()
                .falling();
        keys.putIfAbsent(SystemFields.ID, new SortKey(ID, lastFalling, false));
        return new Order(type.name() + " " + sort, List.copyOf(keys.values()), dialect);
    }

    private static SortKey key(StoredType type, StoredField field, boolean falling) {
        return type.isLabel(field)
                ? new SortKey(LABEL_KEY, falling, false)
                : new SortKey(field.column(), falling, field.mayBeEmpty());
    }

    private static boolean isSortable(StoredField field) {
        int length = field.column().length();
        boolean isProse = field.column().type() == ColumnType.TEXT && (length == 0 || length > LONGEST_TEXT);
        return switch (field.kind()) {
            case REFERENCE, REFERENCES, CHOICES, STRUCTURE -> false;
            default -> !isProse;
        };
    }
}

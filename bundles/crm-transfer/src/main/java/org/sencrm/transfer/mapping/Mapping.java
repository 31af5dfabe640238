package org.sencrm.transfer.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.RecordTypes;

/** Which column goes where, checked against the type and the header. */
public final class Mapping {

    private final List<Column> columns;

    private Mapping(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /**
     * @param index of the column in the file
     * @param values replacements of its texts, never null
     */
    public record Column(int index, String name, FieldPath path, Map<String, String> values) {

        /** The text to read, after the replacement that the user asked for. */
        public String replaced(String text) {
            String by = values.get(text.strip());
            return by == null ? text : by;
        }
    }

    /** Something in the map makes no sense; carries the key of a message and what it speaks of. */
    public static final class Wrong extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String key;
        private final String argument;

        Wrong(String key, String argument) {
            super(key);
            this.key = key;
            this.argument = argument;
        }

        public String key() {
            return key;
        }

        public String argument() {
            return argument;
        }
    }

    /**
     * @param hidden fields that do not exist for the caller
     * @param map column by field
     * @param values replacements by column
     * @throws Wrong where a field or column is unknown, is read-only, or comes twice
     */
    public static Mapping of(
            RecordTypes types,
            RecordType type,
            Set<String> hidden,
            List<String> header,
            Map<String, String> map,
            Map<String, Map<String, String>> values) {
        values.keySet().forEach(column -> index(header, column));
        List<Column> columns = new ArrayList<>();
        Set<String> mapped = new HashSet<>();
        for (Map.Entry<String, String> entry : map.entrySet()) {
            FieldPath path = path(types, type, hidden, entry.getKey().strip());
            if (!mapped.add(path.text())) {
                throw new Wrong("transfer.map.fieldTwice", path.text());
            }
            int index = index(header, entry.getValue());
            Map<String, String> replacements = values.getOrDefault(header.get(index), Map.of());
            columns.add(new Column(index, header.get(index), path, replacements));
        }
        for (Column column : columns) {
            if (column.path().part() != null
                    && !mapped.contains(column.path().field().name())) {
                throw new Wrong("transfer.map.partAlone", column.path().text());
            }
        }
        if (columns.isEmpty()) {
            throw new Wrong("transfer.map.empty", type.name());
        }
        return new Mapping(columns);
    }

    public List<Column> columns() {
        return columns;
    }

    /** The column that is mapped to the field itself. */
    public Optional<Column> column(String field) {
        return part(field, null);
    }

    /** The column that is mapped to a part of the field. */
    public Optional<Column> part(String field, String part) {
        return columns.stream()
                .filter(column -> column.path().field().name().equals(field)
                        && Objects.equals(column.path().part(), part))
                .findFirst();
    }

    /** The parts of records that the import creates for this field. */
    public List<Column> partsOfTarget(String field) {
        return columns.stream()
                .filter(column -> column.path().field().name().equals(field)
                        && column.path().isOfTarget())
                .toList();
    }

    /** Column by field, as in the options. */
    public Map<String, String> asMap() {
        Map<String, String> map = new HashMap<>();
        columns.forEach(column -> map.put(column.path().text(), column.name()));
        return map;
    }

    private static int index(List<String> header, String column) {
        int index = header.indexOf(column);
        if (index < 0) {
            index = header.indexOf(column.strip());
        }
        if (index < 0) {
            throw new Wrong("transfer.map.unknownColumn", column);
        }
        return index;
    }

    private static FieldPath path(RecordTypes types, RecordType type, Set<String> hidden, String text) {
        int dot = text.indexOf('.');
        String name = dot < 0 ? text : text.substring(0, dot);
        Field field = type.field(name)
                .filter(found -> !hidden.contains(name))
                .orElseThrow(() -> new Wrong("transfer.map.unknownField", text));
        if (field.readOnly() && !name.equals("id")) {
            throw new Wrong("transfer.map.readOnlyField", text);
        }
        if (dot < 0) {
            return new FieldPath(field, null, null);
        }
        return part(types, field, text.substring(dot + 1))
                .orElseThrow(() -> new Wrong("transfer.map.unknownField", text));
    }

    private static Optional<FieldPath> part(RecordTypes types, Field field, String part) {
        boolean reference = field.kind() == FieldKind.REFERENCE || field.kind() == FieldKind.REFERENCES;
        boolean fixed = field.kind() == FieldKind.MONEY && part.equals(FieldPath.CURRENCY)
                || reference && part.equals(FieldPath.ID)
                || field.kind() == FieldKind.REFERENCE && part.equals(FieldPath.TYPE);
        if (fixed) {
            return Optional.of(new FieldPath(field, part, null));
        }
        if (!field.createsTarget() || field.target() == null) {
            return Optional.empty();
        }
        return types.find(field.target())
                .flatMap(target -> target.field(part))
                .filter(partField -> !partField.readOnly())
                .map(partField -> new FieldPath(field, part, partField));
    }
}

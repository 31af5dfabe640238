package org.sencrm.transfer.run;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.text.Messages;
import org.sencrm.transfer.file.Row;
import org.sencrm.transfer.mapping.EditDistance;
import org.sencrm.transfer.mapping.FieldPath;
import org.sencrm.transfer.mapping.Mapping;
import org.sencrm.transfer.value.BadValue;
import org.sencrm.transfer.value.CellReader;

/** Turns the cells of a row into values. An empty cell gives none: a new record stays without, an old one keeps its own. */
final class RowReader {

    private final ImportPlan plan;
    private final int width;
    private final Messages messages;
    private final Locale locale;
    private final Map<Integer, CellReader> readers = new HashMap<>();

    /** @param currency of amounts that name none */
    RowReader(
            ImportPlan plan,
            Survey survey,
            int width,
            RecordTypes types,
            Messages messages,
            Locale locale,
            ZoneId zone,
            String currency) {
        this.plan = plan;
        this.width = width;
        this.messages = messages;
        this.locale = locale;
        for (Mapping.Column column : plan.mapping().columns()) {
            FieldPath path = column.path();
            Field field = path.isOfTarget() ? path.partField() : path.field();
            String type =
                    path.isOfTarget() ? path.field().target() : plan.type().name();
            readers.put(
                    column.index(),
                    CellReader.of(types, type, field, survey.style(column.index()), locale, zone, currency));
        }
    }

    ReadRow read(Row row) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<ReferenceCell> references = new ArrayList<>();
        List<RowError> errors = new ArrayList<>();
        if (row.width() > width) {
            errors.add(RowError.ofRow("format", messages.text(locale, "transfer.row.tooWide", row.width(), width)));
        }
        for (Mapping.Column column : plan.mapping().columns()) {
            String text = column.replaced(row.raw(column.index()));
            if (column.path().part() != null || text.isBlank()) {
                continue;
            }
            Field field = column.path().field();
            if (ImportPlan.isReference(field)) {
                references.add(reference(row, column, text));
                continue;
            }
            try {
                values.put(field.name(), value(row, column, text));
            } catch (BadValue e) {
                errors.add(RowError.of(e.code(), column.name(), text.strip()));
            }
        }
        String key = plan.key() == null ? null : keyText(values.get(plan.key()));
        values.remove("id");
        return new ReadRow(row, values, references, key, errors);
    }

    /** The value of a part of a record that the import creates; null where the cell is empty. */
    Object part(Row row, Mapping.Column column) throws BadValue {
        String text = column.replaced(row.raw(column.index()));
        return text.isBlank() ? null : readers.get(column.index()).read(text, row.isExact(column.index()));
    }

    /** The option of a choice field that is nearest to a text that names none; null where none is near. */
    String nearestOption(String columnName, String text) {
        return plan.mapping().columns().stream()
                .filter(column -> column.name().equals(columnName))
                .map(column ->
                        EditDistance.nearest(text, readers.get(column.index()).options()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** A key in the form in which the key of a stored record is compared with it. */
    static String keyText(Object value) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        return value == null ? null : value.toString();
    }

    private Object value(Row row, Mapping.Column column, String text) throws BadValue {
        Field field = column.path().field();
        boolean exact = row.isExact(column.index());
        if (field.name().equals("id")) {
            if (!NameIndex.isId(text)) {
                throw new BadValue("format");
            }
            return Long.valueOf(text.strip());
        }
        CellReader reader = readers.get(column.index());
        if (field.kind() == FieldKind.MONEY) {
            return reader.money(text, exact, partText(row, field, FieldPath.CURRENCY));
        }
        return reader.read(text, exact);
    }

    private ReferenceCell reference(Row row, Mapping.Column column, String text) {
        Field field = column.path().field();
        String type = partText(row, field, FieldPath.TYPE).strip();
        List<String> targets = type.isEmpty() ? field.targets() : List.of(type);
        return new ReferenceCell(column, text, ReferenceCell.ids(partText(row, field, FieldPath.ID)), targets);
    }

    private String partText(Row row, Field field, String part) {
        return plan.mapping()
                .part(field.name(), part)
                .map(column -> column.replaced(row.raw(column.index())))
                .orElse("");
    }
}

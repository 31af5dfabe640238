package org.sencrm.transfer.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.transfer.mapping.FieldPath;

/** Values of a record as a cell holds them: text, or a number or date where the table knows such. */
final class CellValues {

    private static final String BETWEEN = "; ";
    private static final ObjectMapper JSON = new ObjectMapper();

    private CellValues() {}

    /** The value of a column: text, number, day or boolean; null where the record has none. */
    static Object of(RecordData record, Column column) {
        Object value = record.get(column.field().name());
        if (column.field().name().equals("id")) {
            return String.valueOf(record.id());
        }
        if (value == null) {
            return null;
        }
        return switch (column.field().kind()) {
            case MONEY -> column.part() == null ? ((Money) value).amount() : ((Money) value).currency();
            case REFERENCE -> reference((Reference) value, column.part());
            case REFERENCES -> references((List<?>) value, column.part());
            case CHOICES -> ((List<?>) value).stream().map(String::valueOf).collect(Collectors.joining(BETWEEN));
            case NUMBER, PERCENT, DATE, BOOLEAN -> value;
            case STRUCTURE -> json(value);
            default -> value.toString();
        };
    }

    /** The same as plain text. */
    static String text(RecordData record, Column column) {
        Object value = of(record, column);
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value == null ? "" : value.toString();
    }

    private static String reference(Reference reference, String part) {
        if (part == null) {
            return label(reference);
        }
        return part.equals(FieldPath.TYPE) ? reference.type() : String.valueOf(reference.id());
    }

    private static String references(List<?> references, String part) {
        return references.stream()
                .map(Reference.class::cast)
                .map(reference -> part == null ? label(reference) : String.valueOf(reference.id()))
                .collect(Collectors.joining(BETWEEN));
    }

    /** What is gone or may not be seen has no label; its id still tells that there is something. */
    private static String label(Reference reference) {
        return reference.label() == null ? String.valueOf(reference.id()) : reference.label();
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a structure holds only what JSON knows", e);
        }
    }
}

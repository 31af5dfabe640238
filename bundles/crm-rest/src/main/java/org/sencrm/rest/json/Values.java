package org.sencrm.rest.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;

/** The one JSON form of records and of what they hold. */
public final class Values {

    private Values() {}

    /**
     * A record: id, type and version, then its fields in the order in which they were read. A field that is not set is
     * there with {@code null}, or with an empty list; one that the caller may not read is not there.
     *
     * @param lists names of the fields that hold lists, as {@link ListFields} tells
     */
    public static void record(JsonGenerator out, RecordData record, Set<String> lists) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", Long.toString(record.id()));
        out.writeStringField("type", record.type());
        out.writeNumberField("version", record.version());
        for (Map.Entry<String, Object> field : record.values().entrySet()) {
            if (!"id".equals(field.getKey())) {
                out.writeFieldName(field.getKey());
                boolean empty = field.getValue() == null && lists.contains(field.getKey());
                any(out, empty ? List.of() : field.getValue());
            }
        }
        out.writeEndObject();
    }

    /** A value of any {@link org.sencrm.api.record.FieldKind}, a record, or maps and lists of them. */
    public static void any(JsonGenerator out, Object value) throws IOException {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof String text) {
            out.writeString(text);
        } else if (value instanceof Number number) {
            number(out, number);
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else if (value instanceof Reference reference) {
            reference(out, reference);
        } else if (value instanceof Money money) {
            money(out, money);
        } else if (value instanceof TemporalAccessor || value instanceof TemporalAmount) {
            out.writeString(value.toString());
        } else if (value instanceof RecordData record) {
            record(out, record, Set.of());
        } else if (value instanceof Map<?, ?> members) {
            object(out, members);
        } else if (value instanceof Iterable<?> items) {
            array(out, items);
        } else {
            throw new IllegalArgumentException("no JSON form of a " + value.getClass());
        }
    }

    public static void reference(JsonGenerator out, Reference reference) throws IOException {
        if (reference == null) {
            out.writeNull();
            return;
        }
        out.writeStartObject();
        out.writeStringField("type", reference.type());
        out.writeStringField("id", Long.toString(reference.id()));
        out.writeStringField("label", reference.label());
        out.writeEndObject();
    }

    public static void references(JsonGenerator out, String name, List<Reference> references) throws IOException {
        out.writeArrayFieldStart(name);
        for (Reference reference : references) {
            reference(out, reference);
        }
        out.writeEndArray();
    }

    /** A member that holds {@link #any} value. */
    public static void member(JsonGenerator out, String name, Object value) throws IOException {
        out.writeFieldName(name);
        any(out, value);
    }

    private static void money(JsonGenerator out, Money money) throws IOException {
        out.writeStartObject();
        out.writeStringField("amount", money.amountText());
        out.writeStringField("currency", money.currency());
        out.writeEndObject();
    }

    private static void number(JsonGenerator out, Number number) throws IOException {
        if (number instanceof BigDecimal decimal) {
            out.writeNumber(decimal);
        } else if (number instanceof BigInteger integer) {
            out.writeNumber(integer);
        } else if (number instanceof Double || number instanceof Float) {
            out.writeNumber(number.doubleValue());
        } else {
            out.writeNumber(number.longValue());
        }
    }

    private static void object(JsonGenerator out, Map<?, ?> members) throws IOException {
        out.writeStartObject();
        for (Map.Entry<?, ?> member : members.entrySet()) {
            out.writeFieldName(String.valueOf(member.getKey()));
            any(out, member.getValue());
        }
        out.writeEndObject();
    }

    private static void array(JsonGenerator out, Iterable<?> items) throws IOException {
        out.writeStartArray();
        for (Object item : items) {
            any(out, item);
        }
        out.writeEndArray();
    }
}

package org.sencrm.ui.list;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Rsql;
import org.sencrm.ui.field.FieldText;
import org.sencrm.ui.host.HostContext;

/** Turns the values of conditions into what people read and what an editor holds, and back. */
final class ConditionText {

    private static final int SHOWN_VALUES = 2;
    private static final int LONGEST_SHOWN = 120;

    private final HostContext context;
    private final FieldPaths fields;
    private final FieldText words;

    ConditionText(HostContext context, FieldPaths fields) {
        this.context = context;
        this.fields = fields;
        this.words = new FieldText(context);
    }

    /** The name of the field, behind that of the reference that leads to it: {@code Account › Sector}. */
    String label(FieldPath path) {
        String own = words.label(path.owner(), path.field());
        return path.via() == null ? own : words.label(fields.type(), path.via()) + " › " + own;
    }

    /** The whole part in words, e.g. {@code Sector is Retail or Amount more than 5}. */
    String words(Filter.Part part) {
        if (part.group() != null) {
            return words(part.group());
        }
        if (part.condition() == null) {
            return part.rsql().length() <= LONGEST_SHOWN
                    ? part.rsql()
                    : part.rsql().substring(0, LONGEST_SHOWN) + "…";
        }
        String name = part.condition().field();
        return fields.find(name).map(this::label).orElse(name) + " " + words(part.condition());
    }

    private String words(Filter.Group group) {
        return group.parts().stream()
                .map(part -> part.group() == null ? words(part) : "(" + words(part) + ")")
                .collect(Collectors.joining(" " + context.text(group.all() ? "filter.and" : "filter.or") + " "));
    }

    /** The comparison and its values, e.g. {@code is Retail, Health +2}. */
    String words(Condition condition) {
        String operator = context.text(condition.operator().messageKey());
        if (!condition.operator().takesValue()) {
            return operator;
        }
        if (condition.operator() == Operator.DURING) {
            return operator + " "
                    + PeriodInput.words(context, condition.values().get(0));
        }
        List<String> shown = shown(fields.find(condition.field()).orElseThrow(), condition.values());
        String values = shown.stream().limit(SHOWN_VALUES).collect(Collectors.joining(", "));
        int more = shown.size() - SHOWN_VALUES;
        return operator + " " + values + (more > 0 ? " +" + more : "");
    }

    private List<String> shown(FieldPath path, List<String> values) {
        if (isReference(path.field())) {
            return references(path.field(), values).stream()
                    .map(words::reference)
                    .toList();
        }
        return values.stream().map(value -> shown(path, value)).toList();
    }

    private String shown(FieldPath path, String value) {
        Field field = path.field();
        String type = path.owner().name();
        Object read = single(field, value);
        return field.kind() == FieldKind.CHOICES
                ? words.choice(type, field, value).label()
                : field.kind() == FieldKind.MONEY ? context.format(read) : words.value(type, field, read);
    }

    /** What the editor of {@link ConditionInput} holds for the condition; null where its values cannot be read. */
    Object value(Field field, Condition condition) {
        List<String> values = condition.values();
        if (values.isEmpty()) {
            return null;
        }
        return switch (field.kind()) {
            case CHOICE, CHOICES -> values;
            case REFERENCE, REFERENCES -> references(field, values);
            default -> single(field, values.get(0));
        };
    }

    private static Object single(Field field, String value) {
        try {
            return switch (field.kind()) {
                case NUMBER, MONEY, PERCENT -> new BigDecimal(value);
                case DATE -> LocalDate.parse(value);
                case DATE_TIME -> Instant.parse(value);
                case BOOLEAN -> Boolean.valueOf(value);
                default -> value;
            };
        } catch (NumberFormatException | DateTimeParseException unreadable) {
            return null;
        }
    }

    /** The values of an editor as they travel; empty for none. */
    static List<String> texts(Object value) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(ConditionText::text).toList();
        }
        return List.of(text(value));
    }

    private static String text(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Money money) {
            return money.amount().toPlainString();
        }
        return value instanceof Reference reference ? Long.toString(reference.id()) : value.toString();
    }

    private static boolean isReference(Field field) {
        return field.kind() == FieldKind.REFERENCE || field.kind() == FieldKind.REFERENCES;
    }

    /** The referenced records with their labels, in the order of the ids. */
    private List<Reference> references(Field field, List<String> ids) {
        Map<String, Reference> byId = new LinkedHashMap<>();
        String target = field.target();
        ids.stream()
                .filter(id -> id.matches("-?\\d{1,19}"))
                .forEach(id -> byId.put(id, new Reference(target == null ? "" : target, Long.parseLong(id), null)));
        if (target != null && !byId.isEmpty()) {
            context.types().find(target).ifPresent(found -> name(found, byId));
        }
        return List.copyOf(byId.values());
    }

    private void name(RecordType target, Map<String, Reference> byId) {
        Query query = Query.of(target.name())
                .where(Rsql.in("id", byId.keySet()))
                .reading(target.labelField())
                .limitedTo(Query.MAX_LIMIT);
        try {
            for (RecordData record :
                    context.records().list(context.caller(), query).items()) {
                byId.put(
                        Long.toString(record.id()),
                        new Reference(target.name(), record.id(), context.format(record.get(target.labelField()))));
            }
        } catch (Fault unnamed) {
            // the chip says "not available", the filter itself still stands
            return;
        }
    }
}

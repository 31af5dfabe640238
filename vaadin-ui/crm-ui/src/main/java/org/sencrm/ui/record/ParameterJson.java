package org.sencrm.ui.record;

import elemental.json.Json;
import elemental.json.JsonArray;
import elemental.json.JsonBoolean;
import elemental.json.JsonException;
import elemental.json.JsonNull;
import elemental.json.JsonObject;
import elemental.json.JsonString;
import elemental.json.JsonValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.Reference;

/** Values of parameters: JSON as the engine takes it, and the Java types that inputs hold. */
final class ParameterJson {

    /** More digits a JSON number may lose. */
    private static final int SAFE_DIGITS = 15;

    private static final Pattern WHOLE =
            Pattern.compile("true|false|null|-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?|\\{.*}|\\[.*]|\".*\"", Pattern.DOTALL);

    private ParameterJson() {}

    /** The members of a JSON object; empty where the text is none. An empty text is an object without members. */
    static Optional<JsonObject> object(String text) {
        if (text == null || text.isBlank()) {
            return Optional.of(Json.createObject());
        }
        return parse(text).filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
    }

    static Optional<JsonValue> parse(String text) {
        String stripped = text.strip();
        // the parser stops at the end of a value and overlooks what follows
        if (!WHOLE.matcher(stripped).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Json.instance().parse(stripped));
        } catch (JsonException | IndexOutOfBoundsException notJson) {
            return Optional.empty();
        }
    }

    static boolean same(JsonObject one, JsonObject other) {
        List<String> names = sorted(one);
        return names.equals(sorted(other))
                && names.stream().allMatch(name -> text(one.get(name)).equals(text(other.get(name))));
    }

    static boolean isNothing(JsonValue value) {
        return value == null || value instanceof JsonNull;
    }

    private static List<String> sorted(JsonObject object) {
        return Arrays.stream(object.keys()).sorted().toList();
    }

    private static String text(JsonValue value) {
        return value.toJson();
    }

    /** The value of a field; null for nothing. {@link IllegalArgumentException} where it is none of the field's kind. */
    static Object read(Field field, JsonValue value) {
        if (isNothing(value)) {
            return null;
        }
        try {
            return switch (field.kind()) {
                case NUMBER, PERCENT -> new BigDecimal(value.asString());
                case BOOLEAN -> value instanceof JsonBoolean yes ? yes.getBoolean() : refuse();
                case DATE -> LocalDate.parse(value.asString());
                case DATE_TIME -> Instant.parse(value.asString());
                case DURATION -> Duration.parse(value.asString());
                case MONEY -> money((JsonObject) value);
                case CHOICES ->
                    all((JsonArray) value).stream().map(JsonValue::asString).toList();
                case REFERENCE -> reference(field, value);
                case REFERENCES ->
                    all((JsonArray) value).stream()
                            .map(one -> reference(field, one))
                            .toList();
                default -> value instanceof JsonString text ? text.getString() : refuse();
            };
        } catch (DateTimeException | ClassCastException | NullPointerException e) {
            throw new IllegalArgumentException("no " + field.kind(), e);
        }
    }

    private static Object refuse() {
        throw new IllegalArgumentException("of another kind");
    }

    private static Money money(JsonObject value) {
        return new Money(new BigDecimal(value.get("amount").asString()), value.getString("currency"));
    }

    private static Reference reference(Field field, JsonValue value) {
        if (value instanceof JsonObject parts) {
            String type = parts.hasKey("type") ? parts.getString("type") : field.target();
            return Reference.to(type, Long.parseLong(parts.get("id").asString()));
        }
        return Reference.to(field.target(), Long.parseLong(value.asString()));
    }

    private static List<JsonValue> all(JsonArray array) {
        List<JsonValue> all = new ArrayList<>();
        for (int i = 0; i < array.length(); i++) {
            all.add(array.get(i));
        }
        return all;
    }

    /** A value as an input holds it; nothing for null. */
    static JsonValue write(Object value) {
        if (value == null) {
            return Json.createNull();
        } else if (value instanceof Boolean yes) {
            return Json.create(yes);
        } else if (value instanceof BigDecimal number) {
            return number.precision() <= SAFE_DIGITS
                    ? Json.create(number.doubleValue())
                    : Json.create(number.toPlainString());
        } else if (value instanceof Money money) {
            JsonObject parts = Json.createObject();
            parts.put("amount", money.amount().toPlainString());
            parts.put("currency", money.currency());
            return parts;
        } else if (value instanceof Reference reference) {
            JsonObject parts = Json.createObject();
            parts.put("type", reference.type());
            parts.put("id", String.valueOf(reference.id()));
            return parts;
        } else if (value instanceof Collection<?> several) {
            JsonArray array = Json.createArray();
            several.forEach(one -> array.set(array.length(), write(one)));
            return array;
        }
        return Json.create(value.toString());
    }

    /** Any JSON as somebody may type it: a text without quotes is a text. */
    static JsonValue typed(String text) {
        return text == null || text.isBlank()
                ? Json.createNull()
                : parse(text).orElseGet(() -> Json.create(text.strip()));
    }

    /** What has to be typed for this value. */
    static String typing(JsonValue value) {
        if (isNothing(value)) {
            return null;
        }
        if (value instanceof JsonString text && parse(text.getString()).isEmpty()) {
            return text.getString();
        }
        return value.toJson();
    }

    /** Whether an input of one line or two can hold the kind without knowing a field of a record type. */
    static boolean isPlain(FieldKind kind) {
        return kind != null
                && switch (kind) {
                    case CHOICE, CHOICES, REFERENCE, REFERENCES, STRUCTURE -> false;
                    default -> true;
                };
    }
}

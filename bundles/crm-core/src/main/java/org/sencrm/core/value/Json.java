package org.sencrm.core.value;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON for what the engine keeps: maps, lists, strings, numbers and booleans, nothing else. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private static final int DEEPEST = 50;

    private Json() {}

    /** {@link IllegalArgumentException} where the value holds anything else. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(copy(value, 0));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not to be written as JSON", e);
        }
    }

    /** As {@link #write}, a line for each member, to be read and compared by people. */
    public static String lines(Object value) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        PrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        try {
            return MAPPER.writer(printer).writeValueAsString(copy(value, 0)) + '\n';
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not to be written as JSON", e);
        }
    }

    /** {@link IllegalArgumentException} where the text is no JSON. */
    public static Object read(String json) {
        try {
            return MAPPER.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON", e);
        }
    }

    /** The value in classes of the JDK only: the mapper remembers every class that it has seen, modules go. */
    private static Object copy(Object value, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("nested too deeply");
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> members = new LinkedHashMap<>();
            map.forEach((key, member) -> members.put((String) key, copy(member, depth + 1)));
            return members;
        } else if (value instanceof Collection<?> list) {
            List<Object> members = new ArrayList<>(list.size());
            list.forEach(member -> members.add(copy(member, depth + 1)));
            return members;
        } else if (value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long) {
            return value;
        } else if (value instanceof Number number) {
            return NumberValues.parse(number);
        }
        throw new IllegalArgumentException("not a plain value");
    }
}

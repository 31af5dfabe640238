package org.sencrm.core.filter;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.sencrm.core.value.Json;

/**
 * Where a page ended: the values by which the list is ordered, of its last record. Holds nothing that the caller could not
 * see, and is only ever bound as values.
 */
final class Cursor {

    private static final int LONGEST = 16_000;

    private Cursor() {}

    static String write(String list, List<Object> values) {
        List<Object> parts = new ArrayList<>();
        parts.add(list);
        values.forEach(value -> parts.add(value == null ? null : SortKey.text(value)));
        byte[] json = Json.write(parts).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    }

    /** The values; null where it is no cursor of this list. */
    static List<Object> read(String cursor, String list, List<SortKey> keys) {
        if (cursor.length() > LONGEST) {
            return null;
        }
        try {
            byte[] json = Base64.getUrlDecoder().decode(cursor);
            Object read = Json.read(new String(json, StandardCharsets.UTF_8));
            if (!(read instanceof List<?> parts) || parts.size() != keys.size() + 1 || !list.equals(parts.get(0))) {
                return null;
            }
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < keys.size(); i++) {
                values.add(value(keys.get(i), (String) parts.get(i + 1)));
            }
            return values;
        } catch (IllegalArgumentException | ClassCastException | DateTimeException e) {
            return null;
        }
    }

    private static Object value(SortKey key, String text) {
        if (text == null && !key.nullable()) {
            throw new IllegalArgumentException("a cursor without a value that every record has");
        }
        return text == null ? null : key.value(text);
    }
}

package org.sencrm.rest.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sencrm.rest.json.Json;
import org.sencrm.rest.problem.LineBroken;
import org.sencrm.rest.problem.Refusal;

/**
 * The JSON object that a request brings. What is missing or of the wrong kind is refused with the member's name.
 *
 * @param members in their order; maps, lists, strings, numbers, booleans and nulls
 */
public record Input(Map<String, Object> members) {

    /** Reads the body of a request. */
    static Input read(InputStream body) {
        try {
            return new Input(Json.readObject(body));
        } catch (JsonProcessingException malformed) {
            throw malformed(malformed);
        } catch (IOException gone) {
            throw new LineBroken(gone);
        }
    }

    /** Reads a part of a form; null has no members. */
    public static Input of(String text) {
        try {
            return new Input(text == null ? Map.of() : Json.readObject(text));
        } catch (JsonProcessingException malformed) {
            throw malformed(malformed);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Tells where it stops making sense, but not the text there: it may be a secret. */
    private static Refusal malformed(JsonProcessingException malformed) {
        JsonLocation place = malformed.getLocation();
        return place == null
                ? Refusal.badRequest("rest.malformed")
                : Refusal.badRequest("rest.malformedAt", place.getLineNr(), place.getColumnNr());
    }

    /** Refuses members of other names: a misspelt wish must not be passed over in silence. */
    public Input only(String... names) {
        Set<String> unknown = new TreeSet<>(members.keySet());
        unknown.removeAll(Set.of(names));
        if (!unknown.isEmpty()) {
            throw Refusal.badRequest("rest.unknownMember", String.join(", ", unknown));
        }
        return this;
    }

    public boolean has(String name) {
        return members.get(name) != null;
    }

    /** The text; null where there is none. */
    public String text(String name) {
        return value(name, String.class);
    }

    /** The text; refused where there is none. */
    public String requiredText(String name) {
        String text = text(name);
        if (text == null || text.isEmpty()) {
            throw Refusal.badRequest("rest.missingMember", name);
        }
        return text;
    }

    /** The whole number; null where there is none. */
    public Integer integer(String name) {
        return value(name, Integer.class);
    }

    /** The value; false where there is none. */
    public boolean flag(String name) {
        return flag(name, false);
    }

    /** @param otherwise where the member is not there */
    public boolean flag(String name, boolean otherwise) {
        Boolean flag = value(name, Boolean.class);
        return flag == null ? otherwise : flag;
    }

    /** The members of the object; null where there is none. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> object(String name) {
        return value(name, Map.class);
    }

    /** The texts by name of the object; null where there is none. */
    public Map<String, String> texts(String name) {
        Map<String, Object> object = object(name);
        if (object == null) {
            return null;
        }
        Map<String, String> texts = new LinkedHashMap<>();
        object.forEach((key, value) -> texts.put(key, requireText(name, value)));
        return texts;
    }

    /** The items of the list, all of them texts; null where there is none. */
    public List<String> list(String name) {
        List<?> items = value(name, List.class);
        return items == null
                ? null
                : items.stream().map(item -> requireText(name, item)).toList();
    }

    private static String requireText(String name, Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw Refusal.badRequest("rest.wrongMember", name);
    }

    private <T> T value(String name, Class<T> kind) {
        Object value = members.get(name);
        if (value != null && !kind.isInstance(value)) {
            throw Refusal.badRequest("rest.wrongMember", name);
        }
        return kind.cast(value);
    }
}

package org.sencrm.api.field;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A rule that an administrator made for the records of a type. It concerns every way in: screen, REST, import, bulk work.
 * Immutable.
 *
 * @param id never changes
 * @param type name of the record type
 * @param kind what it does
 * @param field the field that it is about; null for a {@link Kind#REFUSE} that is about the record as a whole
 * @param condition expression over the fields of the record, as in a formula; null for {@link Kind#CHOICES}
 * @param required of a {@link Kind#SHOW}: whether the field is required while it is shown
 * @param message of a {@link Kind#REFUSE}, by language ({@code vi}, {@code en}); empty for other kinds
 * @param by of a {@link Kind#CHOICES}: the choice field on which the choices depend; null for other kinds
 * @param choices of a {@link Kind#CHOICES}: by code of that field, the codes that may be chosen; a code that is not named
 *     leaves all. Empty for other kinds
 * @param version grows by one with every change
 */
public record RecordRule(
        long id,
        String type,
        Kind kind,
        String field,
        String condition,
        boolean required,
        Map<String, String> message,
        String by,
        Map<String, List<String>> choices,
        long version) {

    /** What a rule does. */
    public enum Kind {
        /** Refuses a record for which the condition holds, with a message. */
        REFUSE,
        /** Shows a field in forms only where the condition holds; elsewhere it is not required, and keeps its value. */
        SHOW,
        /** Narrows the choices of a field by the value of another. */
        CHOICES;

        /** The name in REST. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind with this code; {@link IllegalArgumentException} where there is none. */
        public static Kind of(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no such kind of rule: " + code));
        }
    }

    public RecordRule {
        message = Map.copyOf(message);
        Map<String, List<String>> copy = new LinkedHashMap<>();
        choices.forEach((code, codes) -> copy.put(code, List.copyOf(codes)));
        choices = java.util.Collections.unmodifiableMap(copy);
    }

    /** The rule as it travels: what {@link RecordRules#create} takes, of the members that its kind has. */
    public Map<String, Object> description() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("kind", kind.code());
        members.put("field", field);
        switch (kind) {
            case REFUSE -> members.putAll(Map.of("condition", condition, "message", message));
            case SHOW -> members.putAll(Map.of("condition", condition, "required", required));
            case CHOICES -> members.putAll(Map.of("by", by, "choices", choices));
        }
        return members;
    }
}

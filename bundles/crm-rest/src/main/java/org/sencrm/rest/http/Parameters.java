package org.sencrm.rest.http;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.sencrm.rest.problem.Refusal;

/**
 * The query parameters of a request, read strictly: what cannot be understood is refused rather than passed over.
 *
 * @param given each of them once
 */
public record Parameters(Map<String, String> given) {

    /** The text; null where it was not given. */
    public String text(String name) {
        return given.get(name);
    }

    public String requiredText(String name) {
        String text = given.get(name);
        if (text == null || text.isBlank()) {
            throw Refusal.badRequest("rest.missingParameter", name);
        }
        return text;
    }

    /** {@code true} or {@code false}; false where it was not given. */
    public boolean flag(String name) {
        String text = given.get(name);
        if (text == null || "false".equals(text)) {
            return false;
        }
        if ("true".equals(text)) {
            return true;
        }
        throw Refusal.badRequest("rest.notTrueOrFalse", name);
    }

    /** The parameter {@code limit}. */
    public int limit(int otherwise, int most) {
        String text = given.get("limit");
        if (text == null) {
            return otherwise;
        }
        if (text.matches("\\d{1,6}")) {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= most) {
                return limit;
            }
        }
        throw Refusal.badRequest("rest.limitOutOfRange", most);
    }

    /** Names separated by commas; empty where none were given. */
    public List<String> names(String name) {
        String text = given.get(name);
        return text == null || text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(String::trim).toList();
    }

    /** The parameter {@code cursor} of a list that is ordered by time; null for its beginning. */
    public Instant cursorTime() {
        return time("cursor", "rest.wrongCursor");
    }

    /** A moment such as {@code 2026-03-02T08:00:00Z}; null where it was not given. */
    public Instant time(String name) {
        return time(name, "rest.wrongTime");
    }

    private Instant time(String name, String refusal) {
        try {
            String text = given.get(name);
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw Refusal.badRequest(refusal, name);
        }
    }

    /** The parameter {@code cursor} of a list that is ordered by number; 0 for its beginning. */
    public long cursorNumber() {
        String text = given.get("cursor");
        if (text == null) {
            return 0;
        }
        if (text.matches("\\d{1,18}")) {
            return Long.parseLong(text);
        }
        throw Refusal.badRequest("rest.wrongCursor");
    }
}

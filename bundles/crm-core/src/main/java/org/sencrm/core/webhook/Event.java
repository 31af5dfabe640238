package org.sencrm.core.webhook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sencrm.api.record.Change;
import org.sencrm.api.record.RecordChange;
import org.sencrm.api.record.Reference;

/**
 * What a webhook is told of, as it lies in the outbox: what happened to which record, and nothing of its content, which is
 * read when it is sent.
 *
 * @param id of the change; 0 for a test
 * @param type null for a test
 * @param record id; 0 for a test
 * @param kind null for a test
 * @param version of the record after the change; 0 for a test
 * @param fields names of the fields that changed
 */
record Event(
        long webhook,
        long id,
        String type,
        long record,
        Change.Kind kind,
        long version,
        Instant at,
        List<String> fields) {

    static final String TEST = "test";

    static Event of(long webhook, RecordChange change, Instant at) {
        return new Event(
                webhook,
                change.changeId(),
                change.type(),
                change.id(),
                change.kind(),
                change.version(),
                at,
                change.fields().stream().sorted().toList());
    }

    static Event test(long webhook, Instant at) {
        return new Event(webhook, 0, null, 0, null, 0, at, List.of());
    }

    static Event read(Map<String, Object> payload) {
        List<String> fields = new ArrayList<>();
        ((List<?>) payload.get("fields")).forEach(field -> fields.add((String) field));
        String kind = (String) payload.get("kind");
        return new Event(
                number(payload.get("webhook")),
                number(payload.get("id")),
                (String) payload.get("type"),
                number(payload.get("record")),
                kind == null ? null : Change.Kind.valueOf(kind),
                number(payload.get("version")),
                Instant.parse((String) payload.get("at")),
                fields);
    }

    /** Ids as text: JSON in memory knows two kinds of whole numbers. */
    private static long number(Object text) {
        return Long.parseLong((String) text);
    }

    Map<String, Object> payload() {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("webhook", Long.toString(webhook));
        payload.put("id", Long.toString(id));
        payload.put("type", type);
        payload.put("record", Long.toString(record));
        payload.put("kind", kind == null ? null : kind.name());
        payload.put("version", Long.toString(version));
        payload.put("at", at.toString());
        payload.put("fields", fields);
        return payload;
    }

    boolean isTest() {
        return kind == null;
    }

    /** As webhooks choose it: a record that comes back from the trash is created once more for whoever was told it went. */
    static String word(Change.Kind kind) {
        return switch (kind) {
            case CREATED, RESTORED -> "created";
            case UPDATED -> "updated";
            case TRASHED, PURGED -> "deleted";
        };
    }

    /** E.g. {@code accounts.updated}. */
    String name() {
        return isTest() ? TEST : type + "." + word(kind);
    }

    /** E.g. {@code restored}. */
    String change() {
        return isTest() ? TEST : kind.name().toLowerCase(Locale.ROOT);
    }

    /** What it is about; null for a test. */
    Reference reference() {
        return isTest() ? null : Reference.to(type, record);
    }
}

package org.sencrm.api.audit;

import java.util.Map;
import java.util.TreeMap;

/**
 * Something that is worth an entry. Tells what happened to what, never what somebody typed, and no personal data.
 *
 * @param kind one word or several with dots, e.g. {@code records.exported}; at most 60 characters
 * @param type what the subject is: a record type, or a word such as {@code modules}; null for no subject
 * @param subject which one: the id of a record, or a name that is no personal data, at most 100 characters; null for none
 * @param details by name: texts, whole numbers and booleans; at most 3,500 characters as JSON
 */
public record AuditEvent(String kind, String type, String subject, Map<String, Object> details) {

    public AuditEvent {
        details = Map.copyOf(details);
    }

    public static AuditEvent of(String kind) {
        return new AuditEvent(kind, null, null, Map.of());
    }

    /** As this, of another kind. */
    public AuditEvent ofKind(String other) {
        return new AuditEvent(other, type, subject, details);
    }

    /** As this, about a whole type of things. */
    public AuditEvent on(String what) {
        return new AuditEvent(kind, what, null, details);
    }

    /** As this, about one record. */
    public AuditEvent on(String recordType, long id) {
        return on(recordType, Long.toString(id));
    }

    /** As this, about one thing. */
    public AuditEvent on(String what, String which) {
        return new AuditEvent(kind, what, which, details);
    }

    /** As this, with one more detail. @param value null for none, which adds nothing */
    public AuditEvent with(String name, Object value) {
        Map<String, Object> more = new TreeMap<>(details);
        if (value != null) {
            more.put(name, value);
        }
        return new AuditEvent(kind, type, subject, more);
    }
}

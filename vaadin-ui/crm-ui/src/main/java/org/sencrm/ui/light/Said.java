package org.sencrm.ui.light;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;

/**
 * What somebody wants to keep of a talk.
 *
 * @param kind of the activity; anything unknown means a call
 * @param subject in one line
 * @param note more of it; may be empty
 */
record Said(String kind, String subject, String note) {

    static final List<String> KINDS = List.of("call", "meeting", "note");
    static final Said NOTHING = new Said("", "", "");
    static final String TYPE = "activities";

    Said {
        kind = KINDS.contains(kind) ? kind : KINDS.get(0);
    }

    void writeDown(Records records, Caller caller, Reference about) {
        Map<String, Object> values = new HashMap<>();
        values.put("name", subject);
        values.put("kind", kind);
        values.put("regarding", about);
        values.put("note", note.isEmpty() ? null : note);
        values.put("doneAt", Instant.now());
        records.create(caller, TYPE, values);
    }
}

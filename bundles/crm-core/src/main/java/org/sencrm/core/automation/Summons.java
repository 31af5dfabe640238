package org.sencrm.core.automation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sencrm.api.record.Reference;

/**
 * What an automation is called for, as it lies in the outbox.
 *
 * @param chain the automations that led to it
 */
record Summons(long automation, Reference record, List<Long> chain) {

    static Summons read(Map<String, Object> payload) {
        return new Summons(
                number(payload.get("automation")),
                Reference.to((String) payload.get("type"), number(payload.get("record"))),
                ((List<?>) payload.get("chain")).stream().map(Summons::number).toList());
    }

    /** Ids as text: JSON in memory knows two kinds of whole numbers. */
    private static long number(Object text) {
        return Long.parseLong((String) text);
    }

    Map<String, Object> payload() {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("automation", Long.toString(automation));
        payload.put("type", record.type());
        payload.put("record", Long.toString(record.id()));
        payload.put("chain", chain.stream().map(id -> Long.toString(id)).toList());
        return payload;
    }
}

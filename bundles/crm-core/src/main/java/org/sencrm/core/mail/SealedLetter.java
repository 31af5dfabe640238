package org.sencrm.core.mail;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sencrm.core.secret.Secrets;
import org.sencrm.core.value.Json;

/** A letter as a parcel of the outbox holds it: encrypted, as what it says may be a secret such as a link to a new password. */
final class SealedLetter {

    static final String KIND = "mail";

    /** All mail goes to one server, so that one that is away holds up nothing else. */
    static final String TARGET = "mail";

    private static final String ID = "mail";
    private static final String SEALED = "sealed";

    private SealedLetter() {}

    /** @param until null for never */
    static Map<String, Object> seal(Secrets secrets, Letter letter, Instant until) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("to", letter.to());
        content.put("subject", letter.subject());
        content.put("text", letter.text());
        content.put("writtenAt", letter.writtenAt().toString());
        content.put("until", until == null ? null : until.toString());
        String sealed = secrets.encrypt(Json.write(content), purpose(letter.id()));
        return Map.of(ID, Long.toString(letter.id()), SEALED, sealed);
    }

    static long id(Map<String, Object> payload) {
        return Long.parseLong((String) payload.get(ID));
    }

    /** Null where it was sealed under the key of another installation. */
    static Opened open(Secrets secrets, Map<String, Object> payload) {
        long id = id(payload);
        String content = secrets.decrypt((String) payload.get(SEALED), purpose(id));
        if (content == null) {
            return null;
        }
        Map<?, ?> read = (Map<?, ?>) Json.read(content);
        Letter letter = new Letter(
                id,
                (String) read.get("to"),
                (String) read.get("subject"),
                (String) read.get("text"),
                Instant.parse((String) read.get("writtenAt")));
        String until = (String) read.get("until");
        return new Opened(letter, until == null ? null : Instant.parse(until));
    }

    private static String purpose(long id) {
        return "mail:" + id;
    }

    /** @param until null for never */
    record Opened(Letter letter, Instant until) {}
}

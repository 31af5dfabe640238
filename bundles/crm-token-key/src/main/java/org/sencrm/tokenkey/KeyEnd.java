package org.sencrm.tokenkey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.signin.Factors;
import org.sencrm.api.text.Messages;

/** Ends keys, asks people why where they cannot take it back, and tells them what came of it. Thread safe. */
@Component(service = KeyEnd.class)
public final class KeyEnd {

    private static final String REASON = "reason";

    private final Records records;
    private final Factors factors;
    private final Messages messages;

    @Activate
    public KeyEnd(@Reference Records records, @Reference Factors factors, @Reference Messages messages) {
        this.records = records;
        this.factors = factors;
        this.messages = messages;
    }

    /**
     * @param end the state in which it leaves the key
     * @param input {@code reason}; whoever sits at a browser has to give one for a key that is in use or lost
     * @return what became of the holder, a sentence in the caller's language
     * @throws InvalidRecord where the reason is missing
     */
    String end(Caller caller, RecordData key, String end, Map<String, Object> input) {
        if (caller.entry().isSession() && isForGood(key, end) && isBlank(input.get(REASON))) {
            throw new InvalidRecord(
                    text(caller, "tokenkeys.end.ask"),
                    List.of(new FieldError(REASON, "required", text(caller, "tokenkeys.end.why"))));
        }
        Map<String, Object> patch = new HashMap<>();
        patch.put("state", end);
        patch.put(REASON, input.get(REASON));
        RecordData ended = records.update(caller, key.type(), key.id(), key.version(), patch);
        return isActive(key)
                ? text(caller, outcome(caller, ended), ended.reference("holder").label())
                : text(caller, "tokenkeys.ended.unused");
    }

    private static boolean isForGood(RecordData key, String end) {
        return isActive(key) || KeyState.LOST.equals(end);
    }

    private static boolean isActive(RecordData key) {
        return KeyState.ACTIVE.equals(key.text("state"));
    }

    private static boolean isBlank(Object reason) {
        return reason == null || reason.toString().isBlank();
    }

    private String outcome(Caller caller, RecordData ended) {
        long holder = ended.reference("holder").id();
        if (hasFactor(caller, holder)) {
            return "tokenkeys.ended.another";
        }
        return factors.isResetAsked(caller, holder) ? "tokenkeys.ended.asked" : "tokenkeys.ended.none";
    }

    private boolean hasFactor(Caller caller, long user) {
        return factors.kinds().stream()
                .flatMap(kind -> factors.all(caller, kind).stream())
                .anyMatch(factor -> factor.user() == user);
    }

    private String text(Caller caller, String key, Object... arguments) {
        return messages.text(caller.locale(), key, arguments);
    }
}

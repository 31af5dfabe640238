package org.sencrm.tokenkey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Rsql;
import org.sencrm.api.signin.Factor;
import org.sencrm.api.signin.FactorListener;

/** Keeps the list of keys in step with what people sign in with. */
@Component
public final class KeyNews implements FactorListener {

    static final String TYPE = "tokenkeys";
    /** Kinds that are keys. */
    static final Set<String> LISTED = Set.of(Totp.WORD, WebAuthn.WORD, X509.WORD);

    private static final Caller PRODUCT = Caller.system();

    private final Records records;
    private final KeyFacts facts;

    @Activate
    public KeyNews(
            @org.osgi.service.component.annotations.Reference Records records,
            @org.osgi.service.component.annotations.Reference KeyFacts facts) {
        this.records = records;
        this.facts = facts;
    }

    @Override
    public void changed(Event event, Factor factor, Caller by) {
        if (!LISTED.contains(factor.kind())) {
            return;
        }
        switch (event) {
            case CONFIRMED -> confirmed(factor);
            case USED -> of(factor).forEach(key -> save(factor, key, Map.of()));
            case REMOVED ->
                of(factor).stream()
                        .filter(key -> KeyState.ACTIVE.equals(key.text("state")))
                        .forEach(key -> save(factor, key, Map.of("state", KeyState.REVOKED)));
        }
    }

    private void confirmed(Factor factor) {
        waitingFor(factor).ifPresentOrElse(key -> activate(factor, key), () -> list(factor));
    }

    /**
     * The key of this kind that was assigned to the person and that the factor is. Where both sides have serials they decide, as
     * the company's key may lie in the drawer while another one is set up; else it is the key that has waited longest.
     */
    private Optional<RecordData> waitingFor(Factor factor) {
        Query assigned = Query.of(TYPE)
                .where(Rsql.equal("holder", factor.user()))
                .where(Rsql.equal("kind", factor.kind()))
                .where(Rsql.equal("state", KeyState.ASSIGNED))
                .sortedBy("createdAt");
        List<RecordData> waiting = records.all(PRODUCT, assigned).toList();
        String serial = factor.facts().get("serial");
        boolean told = serial != null && waiting.stream().anyMatch(key -> key.text("serial") != null);
        return waiting.stream()
                .filter(key -> !told || Serial.isSame(serial, key.text("serial")))
                .findFirst();
    }

    private void activate(Factor factor, RecordData key) {
        Map<String, Object> patch = new HashMap<>(Map.of("state", KeyState.ACTIVE));
        if (key.text("serial") == null) {
            patch.putAll(serial(factor));
        }
        save(factor, key, patch);
    }

    /** As a key of the person's own. */
    private void list(Factor factor) {
        Map<String, Object> own = new HashMap<>(Map.of(
                "name", factor.label(),
                "kind", factor.kind(),
                "holder", Reference.to("users", factor.user()),
                "state", KeyState.ACTIVE));
        own.putAll(serial(factor));
        facts.during(factor, () -> records.create(PRODUCT, TYPE, own));
    }

    /** That of the factor's thing, where it has one and no other key of the list has the same. */
    private Map<String, Object> serial(Factor factor) {
        String serial = factor.facts().get("serial");
        boolean free = serial != null
                && records.list(
                                PRODUCT,
                                Query.of(TYPE)
                                        .where(Rsql.equal("serial", serial))
                                        .limitedTo(1))
                        .items()
                        .isEmpty();
        return free ? Map.of("serial", serial) : Map.of();
    }

    List<RecordData> of(Factor factor) {
        Query registered = Query.of(TYPE).where(Rsql.equal("factor", Long.toString(factor.id())));
        return records.list(PRODUCT, registered.limitedTo(1)).items();
    }

    private void save(Factor factor, RecordData key, Map<String, Object> patch) {
        facts.during(factor, () -> records.update(PRODUCT, TYPE, key.id(), key.version(), patch));
    }
}

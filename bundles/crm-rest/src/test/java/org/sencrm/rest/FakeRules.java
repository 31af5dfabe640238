package org.sencrm.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Conflict;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.field.FormState;
import org.sencrm.api.field.RecordRule;
import org.sencrm.api.field.RecordRules;

/** Rules in memory, which nobody asks. */
final class FakeRules implements RecordRules {

    private final Map<Long, RecordRule> rules = new LinkedHashMap<>();

    @Override
    public List<RecordRule> list(Caller caller, String type) {
        return List.copyOf(rules.values());
    }

    @Override
    public RecordRule get(Caller caller, String type, long id) {
        if (!rules.containsKey(id)) {
            throw new NotFound("There is no rule " + id);
        }
        return rules.get(id);
    }

    @Override
    public RecordRule create(Caller caller, String type, Map<String, ?> description) {
        return keep(rules.size() + 1L, type, description, 1);
    }

    @Override
    public RecordRule update(Caller caller, String type, long id, Long version, Map<String, ?> patch) {
        RecordRule stored = check(caller, type, id, version);
        return keep(id, type, patch, stored.version() + 1);
    }

    @Override
    public void remove(Caller caller, String type, long id, Long version) {
        check(caller, type, id, version);
        rules.remove(id);
    }

    private RecordRule check(Caller caller, String type, long id, Long version) {
        RecordRule stored = get(caller, type, id);
        if (version != null && version != stored.version()) {
            throw new Conflict("Somebody was faster", stored.version(), List.of());
        }
        return stored;
    }

    private RecordRule keep(long id, String type, Map<String, ?> description, long version) {
        RecordRule rule = new RecordRule(
                id,
                type,
                RecordRule.Kind.REFUSE,
                "amount",
                Objects.toString(description.get("condition")),
                false,
                Map.of("vi", "Quá lớn", "en", "Too big"),
                null,
                Map.of(),
                version);
        rules.put(id, rule);
        return rule;
    }

    @Override
    public FormState state(Caller caller, String type, Map<String, ?> values) {
        return new FormState(Set.of(), Set.of(), Map.of(), List.of());
    }

    @Override
    public Object example(Caller caller, String type, String expression, long id) {
        throw new NotFound("There is no record " + id);
    }
}

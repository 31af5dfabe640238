package org.sencrm.testkit;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Draft;

/**
 * A draft in memory, to call one hook alone: what was stored, what is to be saved, and what was refused. Of a person in
 * Vietnam who reads English, through REST. Whether the engine calls the hook, and with what, {@link TestCrm} shows.
 */
public final class TestDraft implements Draft {

    private final String type;
    private final Map<String, Object> stored;
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, String> refusals = new LinkedHashMap<>();
    private Caller caller = new Caller(7, Locale.ENGLISH, ZoneId.of("Asia/Ho_Chi_Minh"), "rest", 0);

    private TestDraft(String type, Map<String, Object> stored) {
        this.type = type;
        this.stored = stored;
        if (stored != null) {
            values.putAll(stored);
        }
    }

    /** Of a record that does not exist yet. */
    public static TestDraft ofNew(String type) {
        return new TestDraft(type, null);
    }

    /** @param stored the values of the record before; fields that are not among them are null */
    public static TestDraft of(String type, Map<String, Object> stored) {
        return new TestDraft(type, stored);
    }

    /** A value that is to be saved; null empties the field. */
    public TestDraft with(String field, Object value) {
        values.put(field, value);
        return this;
    }

    /** @param channel {@code ui}, {@code rest}, {@code import} and others, as in {@link Caller#through} */
    public TestDraft through(String channel) {
        caller = caller.through(channel);
        return this;
    }

    /** What the hook refused: the keys of messages by field, in the order in which it did. */
    public Map<String, String> refusals() {
        return refusals;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public long id() {
        return 42;
    }

    @Override
    public boolean isNew() {
        return stored == null;
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public Object get(String field) {
        return values.get(field);
    }

    @Override
    public Object old(String field) {
        return stored == null ? null : stored.get(field);
    }

    @Override
    public boolean changed(String field) {
        return !Objects.equals(get(field), old(field));
    }

    @Override
    public Set<String> changes() {
        Set<String> changes = new TreeSet<>(values.keySet());
        changes.removeIf(field -> !changed(field));
        return changes;
    }

    @Override
    public void set(String field, Object value) {
        values.put(field, value);
    }

    @Override
    public void refuse(String field, String messageKey, Object... arguments) {
        refusals.put(field, messageKey);
    }
}

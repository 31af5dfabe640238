package org.sencrm.rest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Conflict;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.field.RecordLayout;
import org.sencrm.api.field.RecordLayouts;

/** Layouts in memory, which no screen asks. */
final class FakeLayouts implements RecordLayouts {

    private final Map<Long, RecordLayout> layouts = new TreeMap<>();

    @Override
    public List<RecordLayout.Section> shown(Caller caller, String type) {
        return List.of();
    }

    @Override
    public List<RecordLayout> list(Caller caller, String type) {
        return List.copyOf(layouts.values());
    }

    @Override
    public RecordLayout get(Caller caller, String type, long role) {
        if (!layouts.containsKey(role)) {
            throw new NotFound("There is no layout for " + role);
        }
        return layouts.get(role);
    }

    @Override
    public RecordLayout complete(Caller caller, String type, long role) {
        return get(caller, type, role);
    }

    @Override
    @SuppressWarnings("unchecked")
    public RecordLayout put(Caller caller, String type, long role, Long version, Map<String, ?> description) {
        long stored = check(role, version);
        List<RecordLayout.Section> sections = new ArrayList<>();
        for (Object section : (List<?>) description.get("sections")) {
            Map<String, ?> members = (Map<String, ?>) section;
            sections.add(new RecordLayout.Section(
                    "",
                    members.containsKey("label") ? (Map<String, String>) members.get("label") : Map.of(),
                    (List<String>) members.get("fields")));
        }
        RecordLayout layout = new RecordLayout(
                type, role, sections, new HashSet<>((List<String>) description.get("hidden")), stored + 1);
        layouts.put(role, layout);
        return layout;
    }

    @Override
    public void remove(Caller caller, String type, long role, Long version) {
        check(role, version);
        get(caller, type, role);
        layouts.remove(role);
    }

    private long check(long role, Long version) {
        long stored = layouts.containsKey(role) ? layouts.get(role).version() : 0;
        if (version != null && version != stored) {
            throw new Conflict("Somebody was faster", stored, List.of());
        }
        return stored;
    }
}

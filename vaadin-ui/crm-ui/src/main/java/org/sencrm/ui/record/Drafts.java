package org.sencrm.ui.record;

import com.vaadin.flow.server.VaadinSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a person typed into forms and did not save yet, kept in the browser's session: a reload or a module that comes and
 * goes costs none of it. Values are those of records, so nothing of a module's classes is held. Used on the UI thread.
 */
final class Drafts {

    private static final int MOST = 20;

    /** By type and record, oldest first. */
    private final Map<String, Draft> drafts = new LinkedHashMap<>();

    Drafts() {}

    /**
     * A form that was not saved.
     *
     * @param version of the record on which it is based; 0 for a new one
     * @param values by field, what differs
     */
    record Draft(long version, Map<String, Object> values) {}

    static Drafts of(VaadinSession session) {
        Drafts known = session.getAttribute(Drafts.class);
        if (known == null) {
            known = new Drafts();
            session.setAttribute(Drafts.class, known);
        }
        return known;
    }

    /** @param id 0 for a new record */
    Optional<Draft> find(String type, long id) {
        return Optional.ofNullable(drafts.get(key(type, id)));
    }

    /** One without values is forgotten; beyond the newest few the oldest go. */
    void keep(String type, long id, Draft draft) {
        forget(type, id);
        if (!draft.values().isEmpty()) {
            drafts.put(key(type, id), draft);
        }
        if (drafts.size() > MOST) {
            drafts.remove(drafts.keySet().iterator().next());
        }
    }

    void forget(String type, long id) {
        drafts.remove(key(type, id));
    }

    private static String key(String type, long id) {
        return type + "/" + id;
    }
}

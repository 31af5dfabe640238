package org.sencrm.ui.audit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sencrm.api.audit.AuditEntry;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.host.HostContext;

/** An entry in words. Of a record that whoever reads the trail may not see it tells type and number. */
final class EntryWords {

    private static final String PRODUCT = "0";

    /** What only the verification needs; it stands in the file. */
    private static final Set<String> OF_THE_SEAL = Set.of("digest", "ids", "from", "to");

    private static final String SEALS = "changes.";

    private final HostContext context;

    EntryWords(HostContext context) {
        this.context = context;
    }

    /** @param names of subjects */
    List<String> row(AuditEntry entry, Map<Reference, String> names) {
        return List.of(
                context.format(entry.at()),
                who(entry),
                text("audit.kind.", entry.kind()),
                subject(entry, names),
                details(entry),
                entry.address() == null ? "" : entry.address());
    }

    private String who(AuditEntry entry) {
        if (entry.userName() != null) {
            return entry.userName();
        } else if (entry.user() == null) {
            return context.text("audit.nobody");
        }
        String id = entry.user().toString();
        return PRODUCT.equals(id) ? context.text("audit.product") : id;
    }

    private String subject(AuditEntry entry, Map<Reference, String> names) {
        if (entry.type() == null) {
            return "";
        }
        String key = "audit.type." + entry.type();
        String type = context.messages().has(context.locale(), key)
                ? context.text(key)
                : context.messages().one(context.locale(), entry.type());
        if (entry.subject() == null) {
            return type;
        }
        String name = names.get(SubjectNames.subject(entry));
        return type + " " + (name == null ? entry.subject() : name);
    }

    private String details(AuditEntry entry) {
        Map<String, Object> details = new TreeMap<>(entry.details());
        if (entry.kind().startsWith(SEALS)) {
            details.keySet().removeAll(OF_THE_SEAL);
        }
        return details.entrySet().stream()
                .map(detail -> text("audit.detail.", detail.getKey()) + ": " + detail.getValue())
                .collect(Collectors.joining(" · "));
    }

    /** The word itself where it is one of a module. */
    private String text(String prefix, String word) {
        return context.messages().has(context.locale(), prefix + word) ? context.text(prefix + word) : word;
    }
}

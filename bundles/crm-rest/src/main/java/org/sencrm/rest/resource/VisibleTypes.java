package org.sencrm.rest.resource;

import java.util.List;
import java.util.Set;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.RecordType;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.problem.Refusal;

/** The record types that are installed now, as far as a caller may know of them. */
public final class VisibleTypes {

    private final Services services;

    public VisibleTypes(Services services) {
        this.services = services;
    }

    public List<Visible> all(Caller caller) {
        return services.types().all().stream()
                .filter(type -> services.access().may(caller, Right.READ, type.name()))
                .map(type -> visible(caller, type))
                .toList();
    }

    /** The type; one that the caller may not read is not there. */
    public Visible get(Caller caller, String name) {
        if (!services.access().may(caller, Right.READ, name)) {
            throw Refusal.notFound("rest.noSuchType", name);
        }
        return visible(caller, services.types().get(name));
    }

    /** The options of a field; of those that are types none that the caller may not read. */
    public List<Choice> choices(Caller caller, String type, String field) {
        return services.types()
                .choices(type, field, caller.locale(), name -> services.access().may(caller, Right.READ, name));
    }

    private Visible visible(Caller caller, RecordType type) {
        Access access = services.access();
        Set<String> hidden = access.hiddenFields(caller, type.name());
        return new Visible(
                type,
                type.fields().stream()
                        .filter(field -> !hidden.contains(field.name()))
                        .toList());
    }

    /** @param fields those that the caller may read, in the order of the form */
    public record Visible(RecordType type, List<Field> fields) {

        public String name() {
            return type.name();
        }
    }
}

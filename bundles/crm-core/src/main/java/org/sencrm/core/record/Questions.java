package org.sencrm.core.record;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.Query;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.filter.FilterWriter;
import org.sencrm.core.filter.QuickSearch;
import org.sencrm.core.gate.Extent;
import org.sencrm.core.gate.Gate;
import org.sencrm.core.gate.Rights;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.TypeRegistry;

/** What a caller asks for, checked against what the caller may see, as conditions of statements. */
final class Questions {

    private final TypeRegistry types;
    private final Gate gate;
    private final Faults faults;
    private final FilterWriter filters;
    private final QuickSearch search;

    Questions(
            Database database, TypeRegistry types, Gate gate, Faults faults, QuickSearch.Matches matches, Clock clock) {
        this.types = types;
        this.gate = gate;
        this.faults = faults;
        this.filters = new FilterWriter(types, faults, database, clock);
        this.search = new QuickSearch(matches);
    }

    Rights rights(Caller caller) {
        return gate.rights(caller);
    }

    /** The type, where the caller has any business with it. */
    StoredType readable(Caller caller, Rights rights, String name) {
        return types.stored(name).filter(type -> rights.may(Right.READ, type)).orElseThrow(() -> faults.noType(caller));
    }

    /** The type, where the caller has the right for some of its records. */
    StoredType allowed(Caller caller, Rights rights, Right right, String name) {
        StoredType type = types.stored(name).orElseThrow(() -> faults.noType(caller));
        if (!rights.may(right, type)) {
            throw rights.may(Right.READ, type) ? faults.forbidden(caller) : faults.noType(caller);
        }
        return type;
    }

    /** All fields that the caller may read. */
    List<StoredField> visible(Rights rights, StoredType type) {
        Set<String> hidden = rights.hidden(type);
        return type.fields().stream()
                .filter(field -> !hidden.contains(field.name()))
                .toList();
    }

    /** These fields, in this order; all that are visible for none. */
    List<StoredField> visible(Caller caller, Rights rights, StoredType type, Collection<String> names) {
        if (names.isEmpty()) {
            return visible(rights, type);
        }
        Set<String> hidden = rights.hidden(type);
        List<StoredField> fields = new ArrayList<>();
        for (String name : new LinkedHashSet<>(names)) {
            fields.add(visible(caller, hidden, type, name));
        }
        return fields;
    }

    StoredField visible(Caller caller, Rights rights, StoredType type, String name) {
        return visible(caller, rights.hidden(type), type, name);
    }

    StoredField visible(Caller caller, Set<String> hidden, StoredType type, String name) {
        return type.field(name)
                .filter(field -> !hidden.contains(field.name()))
                .orElseThrow(() -> faults.badRequest(caller, "fault.filter.unknownField", name));
    }

    /** {@code where …}: which records of the type the query finds for the caller. */
    Sql where(Caller caller, Rights rights, StoredType type, Query query, Extent extent) {
        Sql where = Sql.of(query.trashed() ? " where DELETED_AT is not null" : " where DELETED_AT is null");
        and(where, rights.condition(Right.READ, type, extent));
        and(where, filters.write(caller, rights, type, query.filter()));
        and(where, search.write(rights, type, query.text()));
        return where;
    }

    /** Whether the filter names many values, as one does who looks records up by their keys. */
    boolean looksUp(Caller caller, Rights rights, StoredType type, Query query) {
        return query.filter().contains("=in=")
                && FilterWriter.looksUp(filters.write(caller, rights, type, query.filter()));
    }

    static void and(Sql where, Sql condition) {
        if (!condition.isEmpty()) {
            where.add(" and ").add(condition);
        }
    }
}

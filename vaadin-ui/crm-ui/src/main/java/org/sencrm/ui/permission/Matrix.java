package org.sencrm.ui.permission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;
import org.sencrm.api.text.Messages;

/**
 * All roles and all that they may be about, as they were read at one moment. Immutable.
 *
 * @param roles by name
 * @param rows all types first, then each, then the permissions of modules
 */
record Matrix(List<RoleRights> roles, List<MatrixRow> rows) {

    private static final List<String> FIELDS = List.of(
            RoleRights.NAME,
            RoleRights.ADMINISTRATOR,
            RoleRights.PERMISSIONS,
            RoleRights.GRANTS,
            RoleRights.MODULES_OFF);

    /** Reads it; touches no component, so that it can work off the UI thread. */
    static Matrix read(Records records, RecordTypes types, Messages messages, Caller caller) {
        List<RoleRights> roles = roles(records, caller);
        List<MatrixRow> rows = new ArrayList<>();
        Locale language = caller.locale();
        rows.add(new MatrixRow(TypeNames.ANY, messages.text(language, "access.anyType"), null, false));
        for (RecordType type : types.all()) {
            rows.add(new MatrixRow(type.name(), messages.many(language, type.name()), type, false));
        }
        rows.addAll(away(roles, types));
        rows.addAll(permissions(roles, types.choices(RoleRights.TYPE, RoleRights.GRANTS, language)));
        return new Matrix(roles, List.copyOf(rows));
    }

    private static List<RoleRights> roles(Records records, Caller caller) {
        Query query = Query.of(RoleRights.TYPE).sortedBy(RoleRights.NAME).reading(FIELDS);
        return records.all(caller, query).map(RoleRights::of).toList();
    }

    /** Types of modules that are not there now: what was granted on them counts again when they come back. */
    private static List<MatrixRow> away(List<RoleRights> roles, RecordTypes types) {
        TreeSet<String> names = new TreeSet<>();
        for (RoleRights role : roles) {
            role.permissions().lines().stream()
                    .map(Permission::type)
                    .filter(type ->
                            !TypeNames.ANY.equals(type) && types.find(type).isEmpty())
                    .forEach(names::add);
        }
        return names.stream()
                .map(name -> new MatrixRow(name, name, null, false))
                .toList();
    }

    private static List<MatrixRow> permissions(List<RoleRights> roles, List<Choice> declared) {
        Map<String, String> labels = new LinkedHashMap<>();
        declared.forEach(choice -> labels.put(choice.code(), choice.label()));
        roles.forEach(role -> role.grants().forEach(code -> labels.putIfAbsent(code, code)));
        return labels.entrySet().stream()
                .map(label -> new MatrixRow(label.getKey(), label.getValue(), null, true))
                .toList();
    }

    /** Those in which the columns say different things. */
    static List<MatrixRow> differing(List<MatrixRow> rows, List<MatrixColumn> columns) {
        return rows.stream()
                .filter(row -> columns.stream()
                        .map(column -> column.cells().apply(row))
                        .anyMatch(cell -> !cell.isSameAs(columns.get(0).cells().apply(row))))
                .toList();
    }
}

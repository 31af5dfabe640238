package org.sencrm.ui.permission;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Explanations;
import org.sencrm.api.access.TypeRights;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;

/** What a person may do as the gate has it, and beside it what each of the person's roles says. */
record PersonColumns(RecordData person, Map<String, TypeRights> rights) {

    private static final String USERS = "users";
    private static final String ROLES = "roles";
    private static final String KIND = "kind";
    private static final String STAFF = "staff";

    /** Touches no component, so that it can work off the UI thread. */
    static PersonColumns read(Records records, Explanations explanations, Caller caller, long user) {
        Map<String, TypeRights> rights = explanations.rights(caller, user).stream()
                .collect(Collectors.toMap(TypeRights::type, Function.identity()));
        return new PersonColumns(records.get(caller, USERS, user), rights);
    }

    /** @param title of the column for all roles together */
    List<MatrixColumn> columns(String title, List<RoleRights> all) {
        Set<Long> ids = new HashSet<>();
        if (person.get(ROLES) instanceof Collection<?> roles) {
            roles.forEach(role -> ids.add(((Reference) role).id()));
        }
        List<RoleRights> own =
                all.stream().filter(role -> ids.contains(role.id())).toList();
        List<MatrixColumn> columns = new ArrayList<>();
        columns.add(new MatrixColumn(USERS + person.id(), title, null, row -> altogether(own, row)));
        own.stream().map(MatrixColumn::of).forEach(columns::add);
        return columns;
    }

    /** Whether it is a partner or a customer, whose roles do not say how far they reach. */
    boolean isOutside() {
        String kind = person.text(KIND);
        return kind != null && !STAFF.equals(kind);
    }

    private MatrixCell altogether(List<RoleRights> own, MatrixRow row) {
        if (rights.isEmpty() || isOutside() && row.permission()) {
            return MatrixCell.NOTHING;
        } else if (isOutside()) {
            return MatrixCell.of(rights.get(row.code()));
        }
        return own.stream()
                .map(role -> MatrixCell.of(role, row))
                .filter(cell -> cell.kind() == MatrixCell.Kind.ADMINISTRATOR || row.permission())
                .filter(cell -> cell.kind() != MatrixCell.Kind.NOTHING)
                .findFirst()
                .orElseGet(() -> row.permission() ? MatrixCell.NOTHING : MatrixCell.of(rights.get(row.code())));
    }
}

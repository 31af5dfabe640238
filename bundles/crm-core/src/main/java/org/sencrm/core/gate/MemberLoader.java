package org.sencrm.core.gate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sencrm.api.record.Reference;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.SystemFields;
import org.sencrm.core.type.TypeRegistry;

/** Reads a user, the user's roles and all teams: three statements. */
final class MemberLoader {

    private static final String MODULES_OFF = "modulesOff";
    private static final List<String> USER_FIELDS =
            List.of("userName", "name", "email", "active", "kind", "account", "team", "teams", "roles");
    private static final List<String> ROLE_FIELDS =
            List.of("name", "administrator", "permissions", "grants", MODULES_OFF);

    private final TypeRegistry types;

    MemberLoader(TypeRegistry types) {
        this.types = types;
    }

    /** Null where there is no such user, or it may not work here any more. */
    Member load(Connection connection, long userId) throws SQLException {
        StoredType users = types.stored(SystemFields.USERS).orElse(null);
        if (users == null) {
            return null;
        }
        List<Map<String, Object>> found = rows(connection, users, USER_FIELDS, Set.of(userId));
        if (found.isEmpty() || !Boolean.TRUE.equals(found.get(0).get("active"))) {
            return null;
        }
        Map<String, Object> user = found.get(0);
        TeamTree tree = types.stored(SystemFields.TEAMS).isPresent()
                ? TeamTree.load(connection, types.stored(SystemFields.TEAMS).get())
                : TeamTree.EMPTY;
        return member(userId, user, tree, roles(connection, user));
    }

    private static Member member(
            long userId, Map<String, Object> user, TeamTree tree, List<Map<String, Object>> roles) {
        boolean outside = Kinds.isOutside(user.get("kind"));
        Reference main = (Reference) user.get("team");
        Set<Long> teams = outside ? Set.of() : teams(userId, user, main, tree);
        List<Grant> grants = new ArrayList<>();
        roles.forEach(
                role -> grants.addAll(Grant.of((Long) role.get("id"), role.get("permissions"), modulesOff(role))));
        if (outside) {
            grants.replaceAll(Grant::forOutside);
        }
        return new Member(
                userId,
                (String) user.get("userName"),
                (String) user.get("name"),
                (String) user.get("email"),
                outside,
                outside && user.get("account") instanceof Reference company ? company.id() : 0,
                !outside && roles.stream().anyMatch(role -> Boolean.TRUE.equals(role.get("administrator"))),
                main == null ? null : tree.reference(main.id()),
                roles.stream()
                        .map(role ->
                                new Reference(SystemFields.ROLES, (Long) role.get("id"), (String) role.get("name")))
                        .toList(),
                teams.stream().map(tree::reference).toList(),
                Set.copyOf(teams),
                Set.copyOf(tree.withAllBelow(teams)),
                offForEach(roles),
                List.copyOf(grants),
                outside ? Set.of() : permissions(roles));
    }

    private static Set<Long> teams(long userId, Map<String, Object> user, Reference main, TeamTree tree) {
        Set<Long> teams = new HashSet<>(ids(user.get("teams")));
        teams.addAll(tree.managedBy(userId));
        if (main != null) {
            teams.add(main.id());
        }
        return teams;
    }

    private static Set<String> permissions(List<Map<String, Object>> roles) {
        return roles.stream()
                .filter(role -> role.get("grants") != null)
                .flatMap(role -> ((List<?>) role.get("grants")).stream())
                .map(String::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> modulesOff(Map<String, Object> role) {
        return Grant.texts(role.get(MODULES_OFF));
    }

    /** As with rights, roles add up: what one of them has, the user has. */
    private static Set<String> offForEach(List<Map<String, Object>> roles) {
        return roles.stream()
                .map(MemberLoader::modulesOff)
                .reduce((one, other) -> one.stream().filter(other::contains).collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    private List<Map<String, Object>> roles(Connection connection, Map<String, Object> user) throws SQLException {
        StoredType roles = types.stored(SystemFields.ROLES).orElse(null);
        Set<Long> ids = ids(user.get("roles"));
        return roles == null || ids.isEmpty() ? List.of() : rows(connection, roles, ROLE_FIELDS, ids);
    }

    private static List<Map<String, Object>> rows(
            Connection connection, StoredType type, List<String> names, Set<Long> ids) throws SQLException {
        List<StoredField> fields = names.stream().map(type::require).toList();
        String columns =
                fields.stream().map(field -> field.column().name()).collect(Collectors.joining(", ", "ID, ", ""));
        return Sql.of("select " + columns + " from " + type.table() + " where DELETED_AT is null and ID in ")
                .list(ColumnType.LONG, ids)
                .query(connection, row -> {
                    Map<String, Object> values = new HashMap<>();
                    values.put("id", row.getLong(1));
                    int index = 2;
                    for (StoredField field : fields) {
                        values.put(field.name(), field.read(row, index++));
                    }
                    return values;
                });
    }

    @SuppressWarnings("unchecked")
    private static Set<Long> ids(Object references) {
        return references == null
                ? Set.of()
                : ((List<Reference>) references).stream().map(Reference::id).collect(Collectors.toSet());
    }
}

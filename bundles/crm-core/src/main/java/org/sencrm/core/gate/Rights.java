package org.sencrm.core.gate;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.Reference;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.SystemFields;

/** What one caller may do, as a question to ask and as a condition to put into a statement. Immutable. */
public final class Rights {

    /** Everything: the product itself. */
    static final Rights SYSTEM = new Rights(null, true);
    /** Nothing: somebody who is not there, or may not work here any more. */
    static final Rights NOBODY = new Rights(null, false);

    private static final String VIEWS = "views";
    private static final Set<Right> ON_OWN_VIEWS = Set.of(Right.READ, Right.CREATE, Right.UPDATE, Right.DELETE);

    private final Member member;
    private final boolean everything;

    private Rights(Member member, boolean everything) {
        this.member = member;
        this.everything = everything;
    }

    static Rights of(Member member) {
        return new Rights(member, member.administrator());
    }

    public boolean isAdministrator() {
        return everything;
    }

    /** Whether the right is granted for at least some records of the type. */
    public boolean may(Right right, StoredType type) {
        return scope(right, type) != null;
    }

    /** Whether the right is granted for a record with these values, of which the gate needs owner, team and sharing. */
    public boolean may(Right right, StoredType type, Map<String, Object> values) {
        Scope scope = scope(right, type);
        if (scope == null || scope == Scope.ALL) {
            return scope == Scope.ALL;
        }
        long team = id(values.get(SystemFields.TEAM));
        return id(values.get(SystemFields.OWNER)) == member.userId()
                || scope.holds(Scope.TEAM) && teams(scope).contains(team)
                || isShared(right, type)
                        && ("all".equals(values.get("scope"))
                                || "team".equals(values.get("scope"))
                                        && member.teamIds().contains(team));
    }

    /** The condition under which the right is granted for a record; empty where it is granted for all. */
    public Sql condition(Right right, StoredType type) {
        Scope scope = scope(right, type);
        if (scope == null) {
            return Sql.of("1=0");
        } else if (scope == Scope.ALL) {
            return new Sql();
        }
        Sql condition = Sql.of("(OWNER_ID=?", member.userId());
        if (scope.holds(Scope.TEAM)) {
            inTeams(condition.add(" or "), teams(scope));
        }
        if (isShared(right, type)) {
            String shared = type.require("scope").column().name();
            condition.add(" or " + shared + "=?", "all");
            inTeams(condition.add(" or " + shared + "=? and ", "team"), member.teamIds());
        }
        return condition.add(")");
    }

    /** Names of the fields that the caller may not read: those that every role which shows the type keeps back. */
    public Set<String> hidden(StoredType type) {
        if (everything || member == null) {
            return Set.of();
        }
        Map<Long, Set<String>> byRole = new HashMap<>();
        member.grants().stream()
                .filter(grant -> grant.covers(type, Right.READ))
                .forEach(grant -> byRole.computeIfAbsent(grant.role(), role -> new HashSet<>())
                        .addAll(grant.denied()));
        Set<String> hidden = null;
        for (Set<String> denied : byRole.values()) {
            if (hidden == null) {
                hidden = new HashSet<>(denied);
            } else {
                hidden.retainAll(denied);
            }
        }
        if (hidden == null) {
            return Set.of();
        }
        hidden.remove(SystemFields.ID);
        return hidden;
    }

    public boolean sees(StoredType type, StoredField field) {
        return !hidden(type).contains(field.name());
    }

    /** The caller as owner of a new record; null for the product itself. */
    public Reference self() {
        return member == null ? null : new Reference(SystemFields.USERS, member.userId(), member.name());
    }

    /** The caller and the caller's main team, with their names. */
    public List<Reference> own() {
        return member == null
                ? List.of()
                : Stream.of(self(), member.mainTeam()).filter(Objects::nonNull).toList();
    }

    Member member() {
        return member;
    }

    /** Null for nothing at all. */
    private Scope scope(Right right, StoredType type) {
        if (everything) {
            return Scope.ALL;
        }
        if (member == null) {
            return null;
        }
        if (right == Right.READ && isDirectory(type)) {
            return Scope.ALL;
        }
        Scope widest = VIEWS.equals(type.name()) && ON_OWN_VIEWS.contains(right) ? Scope.OWN : null;
        for (Grant grant : member.grants()) {
            if (grant.covers(type, right) && (widest == null || grant.scope().holds(widest))) {
                widest = grant.scope();
            }
        }
        return widest;
    }

    /** Who works here and in which team is no secret among those who do. */
    private static boolean isDirectory(StoredType type) {
        return SystemFields.USERS.equals(type.name()) || SystemFields.TEAMS.equals(type.name());
    }

    /** Saved views are read by those for whom their author made them. */
    private static boolean isShared(Right right, StoredType type) {
        return right == Right.READ && VIEWS.equals(type.name());
    }

    private Set<Long> teams(Scope scope) {
        return scope == Scope.TEAM ? member.teamIds() : member.subtreeIds();
    }

    private static void inTeams(Sql condition, Collection<Long> teams) {
        if (teams.isEmpty()) {
            condition.add("1=0");
        } else {
            condition.add("TEAM_ID in ").list(ColumnType.LONG, teams);
        }
    }

    private static long id(Object reference) {
        return reference instanceof Reference known ? known.id() : 0;
    }
}

package org.sencrm.core.gate;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
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
    static final Rights SYSTEM = new Rights(null, true, name -> Optional.empty());
    /** Nothing: somebody who is not there, or may not work here any more. */
    static final Rights NOBODY = new Rights(null, false, name -> Optional.empty());

    /** What people show to others or keep to themselves; see {@link #mayShare}. */
    private static final Set<String> SHAREABLE = Set.of("views", "sets");
    /** What everybody may keep for themselves. */
    private static final Set<String> KEPT = Set.of("views", "sets", SystemFields.FAVOURITES);
    /** Field of a view that says who finds it. */
    private static final String SHARING = "scope";

    private static final Set<String> SHARED = Set.of("team", "all");
    private static final Set<Right> ON_KEPT = Set.of(Right.READ, Right.CREATE, Right.UPDATE, Right.DELETE);
    /** What everybody may know of everybody who works here. */
    private static final Set<String> DIRECTORY = Set.of(SystemFields.ID, "name", SystemFields.TEAM);

    private final Member member;
    private final boolean everything;
    private final Function<String, Optional<StoredType>> types;

    private Rights(Member member, boolean everything, Function<String, Optional<StoredType>> types) {
        this.member = member;
        this.everything = everything;
        this.types = types;
    }

    /** @param types the types that are there, by name */
    static Rights of(Member member, Function<String, Optional<StoredType>> types) {
        return new Rights(member, member.administrator(), types);
    }

    public boolean isAdministrator() {
        return everything;
    }

    /** Whether a permission of a module is granted. */
    public boolean allows(String permission) {
        return everything || member != null && member.permissions().contains(permission);
    }

    /** Whether the module is there for the caller: not where each of the caller's roles has it switched off. */
    public boolean mayUse(String module) {
        return everything || member == null || !member.modulesOff().contains(module);
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
        return reaches(scope, values)
                || isShared(right, type)
                        && ("all".equals(values.get(SHARING))
                                || "team".equals(values.get(SHARING))
                                        && member.teamIds().contains(id(values.get(SystemFields.TEAM))));
    }

    /** Whether the right lets the caller put a record into this team: the caller's own, or one within the right's reach. */
    public boolean mayPutInto(Object team, Right right, StoredType type) {
        Scope scope = scope(right, type);
        if (scope == null || scope == Scope.ALL || team == null) {
            return scope != null;
        }
        long id = id(team);
        return member.teamIds().contains(id)
                || scope.holds(Scope.TEAM) && teams(scope).contains(id);
    }

    /** Whether the caller may leave a record visible as its values say: keeping a view or set is free, sharing one is granted. */
    public boolean mayShare(Right right, StoredType type, Map<String, Object> values) {
        boolean shared = SHAREABLE.contains(type.name()) && SHARED.contains(String.valueOf(values.get(SHARING)));
        return !shared || mayShare(right, type);
    }

    /** Whether a role gives the right, beyond what everybody may do with views and sets of their own. */
    boolean mayShare(Right right, StoredType type) {
        return everything || member != null && granted(right, type) != null;
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
            String shared = type.require(SHARING).column().name();
            condition.add(" or " + shared + "=?", "all");
            inTeams(condition.add(" or " + shared + "=? and ", "team"), member.teamIds());
        }
        return condition.add(")");
    }

    /**
     * Names of the fields that the caller may not read wherever many records are looked at, as in lists, filters and totals:
     * those that no role shows on all of the records within the caller's reach.
     */
    public Set<String> hidden(StoredType type) {
        if (everything || member == null) {
            return Set.of();
        }
        return withTold(type, deniedInGeneral(type));
    }

    /** What roles deny on some of the records that the caller may reach, without what would tell of it. */
    private Set<String> deniedInGeneral(StoredType type) {
        Scope reach = scope(Right.READ, type);
        return denied(type, scope -> reach != null && scope.holds(reach), false);
    }

    /** These fields and all from which they could be told. */
    private Set<String> withTold(StoredType type, Set<String> denied) {
        denied.addAll(new HiddenTotals(types, from -> may(Right.READ, from), this::deniedInGeneral).of(type));
        Set<String> all = type.withDerived(denied);
        all.remove(SystemFields.ID);
        return all;
    }

    /** Names of the fields that the caller may not read of the record with these values: those that no role which reaches it shows. */
    public Set<String> hidden(StoredType type, Map<String, Object> values) {
        if (everything || member == null) {
            return Set.of();
        }
        boolean self = SystemFields.USERS.equals(type.name())
                && Long.toString(member.userId()).equals(values.get(SystemFields.ID));
        return withTold(type, denied(type, scope -> reaches(scope, values), self));
    }

    /** @param self whether it is about the caller's own record among the users */
    private Set<String> denied(StoredType type, Predicate<Scope> reaches, boolean self) {
        Map<Long, Shown> roles = new HashMap<>();
        member.grants().stream()
                .filter(grant -> grant.covers(type, Right.READ))
                .forEach(grant -> roles.merge(grant.role(), new Shown(grant.scope(), grant.denied()), Shown::and));
        List<Shown> reaching =
                roles.values().stream().filter(role -> reaches.test(role.scope)).toList();
        boolean opened = reaching.isEmpty();
        Set<String> denied = deniedByAll(opened ? roles.values() : reaching);
        if (opened && !self && SystemFields.USERS.equals(type.name())) {
            type.fields().stream()
                    .map(StoredField::name)
                    .filter(name -> !DIRECTORY.contains(name))
                    .forEach(denied::add);
        }
        return denied;
    }

    private static Set<String> deniedByAll(Collection<Shown> roles) {
        return roles.stream()
                .map(Shown::denied)
                .reduce((one, other) -> {
                    Set<String> both = new HashSet<>(one);
                    both.retainAll(other);
                    return both;
                })
                .map(HashSet::new)
                .orElseGet(HashSet::new);
    }

    /** Whether the caller may mean a record by its external id: in a list of people that is a name, though one not shown. */
    public boolean mayMeanByExternalId(StoredType type) {
        return isDirectory(type) || sees(type, type.require(SystemFields.EXTERNAL_ID));
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
        Scope granted = granted(right, type);
        return granted == null && KEPT.contains(type.name()) && ON_KEPT.contains(right) ? Scope.OWN : granted;
    }

    /** The widest scope that a role gives; null for none. */
    private Scope granted(Right right, StoredType type) {
        Scope widest = null;
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
        return right == Right.READ && SHAREABLE.contains(type.name());
    }

    private boolean reaches(Scope scope, Map<String, Object> values) {
        return scope == Scope.ALL
                || id(values.get(SystemFields.OWNER)) == member.userId()
                || scope.holds(Scope.TEAM) && teams(scope).contains(id(values.get(SystemFields.TEAM)));
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

    /**
     * What a role shows of a type.
     *
     * @param scope how far its widest line reaches
     * @param denied what any of its lines keeps back
     */
    private record Shown(Scope scope, Set<String> denied) {

        Shown and(Shown other) {
            Set<String> both = new HashSet<>(denied);
            both.addAll(other.denied);
            return new Shown(scope.holds(other.scope) ? scope : other.scope, both);
        }
    }
}

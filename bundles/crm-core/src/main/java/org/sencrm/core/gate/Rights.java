package org.sencrm.core.gate;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.sencrm.api.access.Explanation.Because;
import org.sencrm.api.access.Right;
import org.sencrm.api.access.Scopes;
import org.sencrm.api.record.Reference;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.SystemFields;

/**
 * What one caller may do, as a question to ask and as a condition to put into a statement. Thread safe; it remembers what it
 * worked out, and never says anything else for the same types.
 */
public final class Rights {

    /** Everything: the product itself. */
    static final Rights SYSTEM = new Rights(null, true, Map::of, null, Scopes.ALL);
    /** Nothing: somebody who is not there, or may not work here any more. */
    static final Rights NOBODY = new Rights(null, false, Map::of, null, Scopes.ALL);

    /** What people show to others or keep to themselves; see {@link #mayShare}. */
    private static final Set<String> SHAREABLE = Set.of("views", "sets");
    /** What everybody may keep for themselves. */
    private static final Set<String> KEPT = Set.of("views", "sets", SystemFields.FAVOURITES);
    /** Field of a view that says who finds it. */
    private static final String SHARING = "scope";

    private static final Set<String> SHARED = Set.of("team", "all");
    private static final Set<Right> ON_KEPT = Set.of(Right.READ, Right.CREATE, Right.UPDATE, Right.DELETE);

    private final Member member;
    private final boolean everything;
    private final Supplier<Map<String, StoredType>> types;
    private final OpenedRecords opened;
    private final Scopes limit;
    private volatile HiddenFields hidden = HiddenFields.NONE;

    private Rights(
            Member member,
            boolean everything,
            Supplier<Map<String, StoredType>> types,
            OpenedRecords opened,
            Scopes limit) {
        this.member = member;
        this.everything = everything;
        this.types = types;
        this.opened = opened;
        this.limit = limit;
    }

    /**
     * @param types the types that are there, by name: another map after each change
     * @param opened what others share with the member
     */
    static Rights of(Member member, Supplier<Map<String, StoredType>> types, OpenedRecords opened) {
        return new Rights(member, member.administrator(), types, opened, Scopes.ALL);
    }

    /** What is left of these rights within a limit; nothing of what takes an administrator. */
    Rights within(Scopes scopes) {
        return scopes.isLimited() ? new Rights(member, everything, types, opened, scopes) : this;
    }

    /**
     * Whether the caller is a partner or a customer. Whatever their roles say, they reach what is their own, what belongs to
     * their company and what is shared with them one by one; of the people here they know themselves.
     */
    public boolean isOutside() {
        return member != null && member.outside();
    }

    /** Whether the caller may know of a user as such, and not only as somebody who did something to a record that they see. */
    public boolean mayKnow(long user) {
        return !isOutside() || user == member.userId();
    }

    public boolean isAdministrator() {
        return everything && !limit.isLimited();
    }

    /** Whether a permission of a module is granted. */
    public boolean allows(String permission) {
        return !limit.isLimited()
                && (everything || member != null && member.permissions().contains(permission));
    }

    /** Whether the module is there for the caller: not where each of the caller's roles has it switched off. */
    public boolean mayUse(String module) {
        return everything || member == null || !member.modulesOff().contains(module);
    }

    /** Whether the right is granted for at least some records of the type. */
    public boolean may(Right right, StoredType type) {
        return scope(right, type) != null;
    }

    /** How far the right reaches, as roles write it, without what is shared one by one; empty where it is not there. */
    public Optional<String> reach(Right right, StoredType type) {
        return Optional.ofNullable(scope(right, type)).map(Scope::code);
    }

    /** Whether the right is granted for a record with these values, of which the gate needs id, owner, team and sharing. */
    public boolean may(Right right, StoredType type, Map<String, Object> values) {
        return reasons(right, type, values).findFirst().isPresent();
    }

    /**
     * As {@link #may(Right, StoredType, Map)}, by the caller's own roles: a record that is only shared with the caller is not
     * the caller's to share on or to give away.
     */
    public boolean mayByRole(Right right, StoredType type, Map<String, Object> values) {
        return byRole(right, type, values).findFirst().isPresent();
    }

    /** Why the right is granted for a record with these values; nothing where it is not. Found one after the other, as asked for. */
    public Stream<Reason> reasons(Right right, StoredType type, Map<String, Object> values) {
        return Stream.concat(
                byRole(right, type, values),
                Stream.of(right)
                        .filter(asked -> isOpened(asked, type))
                        .flatMap(asked -> opened.of(asked, type, recordId(values)).stream())
                        .map(share -> new Reason(Because.SHARED, null, null, share.with())));
    }

    private Stream<Reason> byRole(Right right, StoredType type, Map<String, Object> values) {
        if (!limit.allow(right, type.name())) {
            return Stream.empty();
        } else if (everything) {
            return Stream.of(new Reason(Because.ADMINISTRATOR, null, null, null));
        } else if (member == null) {
            return Stream.empty();
        }
        Stream<Reason> granted = member.grants().stream()
                .filter(grant -> covers(grant, type, right) && reaches(grant.scope(), type, values))
                .map(grant -> reason(grant, type, values));
        return Stream.concat(granted, Stream.of(right).flatMap(asked -> forEverybody(asked, type, values)));
    }

    private Reason reason(Grant grant, StoredType type, Map<String, Object> values) {
        Because because = because(grant.scope(), type, values);
        return new Reason(because, member.role(grant.role()), grant.scope().code(), through(because, values));
    }

    private Because because(Scope scope, StoredType type, Map<String, Object> values) {
        if (scope == Scope.ALL) {
            return Because.ALL;
        } else if (id(values.get(SystemFields.OWNER)) == member.userId()) {
            return Because.OWNER;
        }
        return isLinked(type, values) ? Because.LINKED : Because.TEAM;
    }

    /** Null where it says nothing. */
    private Reference through(Because because, Map<String, Object> values) {
        if (because == Because.LINKED) {
            return Reference.to(SystemFields.ACCOUNTS, member.account());
        }
        return because == Because.TEAM ? (Reference) values.get(SystemFields.TEAM) : null;
    }

    /** What needs no role: to know who works here, to keep views of one's own, and to read those that their author shows. */
    private Stream<Reason> forEverybody(Right right, StoredType type, Map<String, Object> values) {
        if (right == Right.READ && isDirectory(type)) {
            return !isOutside() || recordId(values) == ownEntry(type)
                    ? Stream.of(new Reason(Because.DIRECTORY, null, null, null))
                    : Stream.empty();
        } else if (!KEPT.contains(type.name()) || !ON_KEPT.contains(right)) {
            return Stream.empty();
        } else if (id(values.get(SystemFields.OWNER)) == member.userId()) {
            return Stream.of(new Reason(Because.OWNER, null, null, null));
        }
        boolean shown = isShared(right, type)
                && ("all".equals(values.get(SHARING))
                        || "team".equals(values.get(SHARING))
                                && member.teamIds().contains(id(values.get(SystemFields.TEAM))));
        return shown ? Stream.of(new Reason(Because.SHOWN, null, null, null)) : Stream.empty();
    }

    /**
     * Whether records of the type can be shared one by one: not what the product itself runs on, and not what people show to
     * others in a way of its own.
     */
    public static boolean isShareable(StoredType type) {
        return !type.declared().administrative() && !KEPT.contains(type.name());
    }

    /** Whether a share may open the right to records of the type: it widens how far a right reaches, and gives none. */
    private boolean isOpened(Right right, StoredType type) {
        return !everything
                && member != null
                && limit.allow(right, type.name())
                && isShareable(type)
                && opened.any(right, type)
                && granted(right, type) != null;
    }

    /** Whether the right lets the caller put a record into this team: the caller's own, or one within the right's reach. */
    public boolean mayPutInto(Object team, Right right, StoredType type) {
        Scope scope = scope(right, type);
        if (scope == null || scope == Scope.ALL || team == null) {
            return scope != null;
        }
        long id = id(team);
        return member.teamIds().contains(id)
                || isOutside() && id == id(member.mainTeam())
                || scope.holds(Scope.TEAM) && teams(scope).contains(id);
    }

    /** Whether the caller may leave a record visible as its values say: keeping a view or set is free, sharing one is granted. */
    public boolean mayShare(Right right, StoredType type, Map<String, Object> values) {
        boolean shared = SHAREABLE.contains(type.name()) && SHARED.contains(String.valueOf(values.get(SHARING)));
        return !shared || mayShare(right, type);
    }

    /** Whether a role gives the right, beyond what everybody may do with views and sets of their own. */
    boolean mayShare(Right right, StoredType type) {
        return limit.allow(right, type.name())
                && !isOutside()
                && (everything || member != null && granted(right, type) != null);
    }

    /** Whether the caller may make a record somebody else's or another team's where a right reaches it; nobody from outside. */
    public boolean mayGive(Right right, StoredType type, Map<String, Object> values) {
        return !isOutside() && mayByRole(right, type, values);
    }

    /** The condition under which the right is granted for a record; empty where it is granted for all. For records that are named. */
    public Sql condition(Right right, StoredType type) {
        return condition(right, type, Extent.NAMED);
    }

    /** As {@link #condition(Right, StoredType)}, for a statement that reads so many of the records. */
    public Sql condition(Right right, StoredType type, Extent extent) {
        return condition(right, type, isOpened(right, type) ? () -> opened.condition(right, type, extent) : null);
    }

    /** As {@link #condition(Right, StoredType)}, by the caller's own roles; see {@link #mayByRole}. */
    public Sql conditionByRole(Right right, StoredType type) {
        return condition(right, type, (Supplier<Sql>) null);
    }

    /**
     * The condition under which the caller may let a record point to one of the target. Whoever is from outside makes records for
     * no other company than their own, though its account be shared with them.
     */
    public Sql conditionToPoint(StoredType from, StoredType target) {
        return isOutside() && isShareable(from) && SystemFields.ACCOUNTS.equals(target.name())
                ? conditionByRole(Right.READ, target)
                : condition(Right.READ, target);
    }

    /** The condition under which the caller is told what a record of the type is called to which a record that they see points. */
    public Sql conditionToName(StoredType type) {
        return SystemFields.USERS.equals(type.name()) && scope(Right.READ, type) != null
                ? new Sql()
                : condition(Right.READ, type);
    }

    /** @param shared which records fit beside, as they are shared with the caller; null for none */
    private Sql condition(Right right, StoredType type, Supplier<Sql> shared) {
        Scope scope = scope(right, type);
        if (scope == null) {
            return Sql.of("1=0");
        } else if (scope == Scope.ALL) {
            return new Sql();
        } else if (right == Right.READ && isDirectory(type)) {
            return Sql.of("ID=?", ownEntry(type));
        }
        Sql condition = Sql.of("(OWNER_ID=?", member.userId());
        if (scope.holds(Scope.LINKED) && mayLink(type)) {
            Links.or(condition, type, member.account());
        }
        if (scope.holds(Scope.TEAM)) {
            inTeams(condition.add(" or "), teams(scope));
        }
        if (isShared(right, type)) {
            String scopeColumn = type.require(SHARING).column().name();
            condition.add(" or " + scopeColumn + "=?", "all");
            inTeams(condition.add(" or " + scopeColumn + "=? and ", "team"), member.teamIds());
        }
        if (shared != null) {
            condition.add(" or ").add(shared.get());
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
        Map<String, StoredType> present = types.get();
        HiddenFields known = hidden;
        if (!known.isOf(present)) {
            known = new HiddenFields(present);
            hidden = known;
        }
        return known.of(type, () -> withTold(type, deniedInGeneral(type)));
    }

    /** What roles deny on some of the records that the caller may reach, without what would tell of it. */
    private Set<String> deniedInGeneral(StoredType type) {
        Scope reach = scope(Right.READ, type);
        return Shown.denied(member, type, scope -> reach != null && scope.holds(reach), false);
    }

    /**
     * Names of the fields of which totals beyond the caller's reach tell nothing: what is hidden from the caller anyway, and
     * what none of the roles shows that let totals go so far. Empty where none does, and where nothing is out of reach.
     */
    public Optional<Set<String>> hiddenInTotals(StoredType type) {
        List<Long> roles = totalsBy(type).map(Reference::id).toList();
        if (roles.isEmpty()) {
            return Optional.empty();
        }
        Map<Long, Shown> shown = Shown.byRole(member, type);
        Set<String> denied = Shown.deniedByAll(roles.stream().map(shown::get).toList());
        denied.addAll(deniedInGeneral(type));
        return Optional.of(withTold(type, denied));
    }

    /** The roles that let totals of the type go beyond what the caller reads. */
    public Stream<Reference> totalsBy(StoredType type) {
        Scope reach = everything || !isShareable(type) ? null : scope(Right.READ, type);
        return reach == null || reach == Scope.ALL
                ? Stream.empty()
                : member.grants().stream()
                        .filter(grant -> grant.totals() && grant.covers(type, Right.READ))
                        .map(grant -> member.role(grant.role()))
                        .distinct();
    }

    /** These fields and all from which they could be told. */
    private Set<String> withTold(StoredType type, Set<String> denied) {
        // a total is the same for everybody, and counts what is out of reach of all who are from outside
        denied.addAll(new HiddenTotals(
                        types.get(), from -> !isOutside() && may(Right.READ, from), this::deniedInGeneral)
                .of(type));
        Set<String> all = type.withDerived(denied);
        all.remove(SystemFields.ID);
        return all;
    }

    /**
     * Names of the fields that the caller may not read of the record with these values: those that no role which reaches it
     * shows. Where none does, as with a record that is only shared with the caller, it is what is hidden in lists.
     */
    public Set<String> hidden(StoredType type, Map<String, Object> values) {
        if (everything || member == null) {
            return Set.of();
        }
        if (isShareable(type) && !mayByRole(Right.READ, type, values)) {
            return hidden(type);
        }
        boolean self = SystemFields.USERS.equals(type.name())
                && Long.toString(member.userId()).equals(values.get(SystemFields.ID));
        return withTold(type, Shown.denied(member, type, scope -> reaches(scope, type, values), self));
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

    /** The account of the company to which the caller from outside belongs; empty for none. */
    public Optional<Reference> company() {
        return member == null || member.account() == 0
                ? Optional.empty()
                : Optional.of(Reference.to(SystemFields.ACCOUNTS, member.account()));
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
        if (!limit.allow(right, type.name())) {
            return null;
        }
        if (everything) {
            return Scope.ALL;
        }
        if (member == null) {
            return null;
        }
        if (right == Right.READ && isDirectory(type)) {
            return isOutside() ? Scope.OWN : Scope.ALL;
        }
        Scope granted = granted(right, type);
        return granted == null && KEPT.contains(type.name()) && ON_KEPT.contains(right) ? Scope.OWN : granted;
    }

    /** The widest scope that a role gives; null for none. */
    private Scope granted(Right right, StoredType type) {
        Scope widest = null;
        for (Grant grant : member.grants()) {
            if (covers(grant, type, right) && (widest == null || grant.scope().holds(widest))) {
                widest = grant.scope();
            }
        }
        return widest;
    }

    /** Nobody from outside has anything to do with what the product itself runs on. */
    private boolean covers(Grant grant, StoredType type, Right right) {
        return grant.covers(type, right)
                && !(member.outside() && type.declared().administrative());
    }

    /** Who works here and in which team is no secret among those who do. */
    private static boolean isDirectory(StoredType type) {
        return SystemFields.USERS.equals(type.name()) || SystemFields.TEAMS.equals(type.name());
    }

    /** What somebody from outside knows of a directory: their own entry, or their team's. 0 for none. */
    private long ownEntry(StoredType type) {
        return SystemFields.USERS.equals(type.name()) ? member.userId() : id(member.mainTeam());
    }

    /** Saved views are read by those for whom their author made them, who are among those who work here. */
    private boolean isShared(Right right, StoredType type) {
        return right == Right.READ && !isOutside() && SHAREABLE.contains(type.name());
    }

    private boolean reaches(Scope scope, StoredType type, Map<String, Object> values) {
        return scope == Scope.ALL
                || id(values.get(SystemFields.OWNER)) == member.userId()
                || scope.holds(Scope.LINKED) && isLinked(type, values)
                || scope.holds(Scope.TEAM) && teams(scope).contains(id(values.get(SystemFields.TEAM)));
    }

    private boolean isLinked(StoredType type, Map<String, Object> values) {
        return mayLink(type) && Links.hold(type, values, member.account());
    }

    /** Whether records of the type may be the caller's as they belong to the caller's company; what people keep is not. */
    private boolean mayLink(StoredType type) {
        return member.account() != 0 && isShareable(type);
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

    private static long recordId(Map<String, Object> values) {
        return values.get(SystemFields.ID) instanceof String id ? Long.parseLong(id) : 0;
    }

    private static long id(Object reference) {
        return reference instanceof Reference known ? known.id() : 0;
    }
}

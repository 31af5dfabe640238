package org.sencrm.core.access;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.core.filter.ListComparison;
import org.sencrm.core.gate.Kinds;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;
import org.sencrm.core.value.ListText;

/** Those who may do everything, of whom somebody is always left. To be asked inside the transaction of a change. */
@Component(service = Administrators.class)
public final class Administrators {

    private final Database database;

    @Activate
    public Administrators(@Reference Database database) {
        this.database = database;
    }

    /** Whether somebody from outside has the role, who may not become an administrator by it. */
    public boolean isRoleOfOutsiders(long role) {
        Sql some = Sql.of(
                "select ID from CORE_USER where DELETED_AT is null and not " + Kinds.INSIDE + " and "
                        + ListComparison.likes("ROLE_IDS", "?"),
                ListComparison.pattern(Long.toString(role)));
        return database.read(connection -> some.first(connection, row -> row.getLong(1))) != null;
    }

    /** Whether the role grants everything. */
    public boolean isRole(long role) {
        return roles().contains(role);
    }

    /** Whether an active administrator is left without this user. */
    public boolean remainWithoutUser(long user) {
        lock();
        return !active(id -> id != user, roles()).isEmpty();
    }

    /** Whether an active administrator is left without this role. */
    public boolean remainWithoutRole(long role) {
        lock();
        Set<Long> others = roles();
        others.remove(role);
        return !active(id -> true, others).isEmpty();
    }

    /**
     * One change of roles and administrators at a time: two administrators who switch each other off at the same moment must
     * not both find the other one there, nor two roles of one name be made.
     */
    public void lock() {
        Sql rows = Sql.of("update CORE_ROLE set ADMINISTRATOR = ADMINISTRATOR where ADMINISTRATOR = ?", true);
        database.write(rows::execute);
    }

    /** Ids of the active administrators beside this user. */
    public Set<Long> beside(long user) {
        return active(id -> id != user, roles());
    }

    private Set<Long> active(LongPredicate counted, Set<Long> roles) {
        Sql users = Sql.of("select ID, ROLE_IDS from CORE_USER where ACTIVE = ? and DELETED_AT is null", true)
                .add(" and ROLE_IDS is not null and " + Kinds.INSIDE);
        List<Long> found = database.read(connection -> users.query(
                connection,
                row -> counted.test(row.getLong(1)) && haveAny(row.getString(2), roles) ? row.getLong(1) : null));
        return found.stream().filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static boolean haveAny(String ids, Set<Long> roles) {
        return ListText.split(ids).stream().map(Long::valueOf).anyMatch(roles::contains);
    }

    private Set<Long> roles() {
        Sql all = Sql.of("select ID from CORE_ROLE where ADMINISTRATOR = ? and DELETED_AT is null", true);
        List<Long> ids = database.read(connection -> all.query(connection, row -> row.getLong(1)));
        return ids.stream().collect(Collectors.toSet());
    }
}

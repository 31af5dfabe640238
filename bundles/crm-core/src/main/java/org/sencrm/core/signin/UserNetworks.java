package org.sencrm.core.signin;

import java.util.ArrayList;
import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.SignIn;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;
import org.sencrm.core.value.Networks;
import org.sencrm.core.value.Refusal;

/** The lists of networks that concern a user: the one of everybody, and those of the user's roles. */
final class UserNetworks {

    /** What holds nothing but the machine itself: a list that nobody can read must not open the door. */
    private static final Networks CLOSED = Networks.of("127.0.0.1");

    private final Database database;

    UserNetworks(Database database) {
        this.database = database;
    }

    /** @param user 0 for somebody unknown, whom the list of everybody concerns */
    List<Networks> of(long user) {
        List<String> lists = new ArrayList<>(everybodys());
        lists.addAll(ofRoles(user));
        return lists.stream().map(UserNetworks::read).toList();
    }

    private List<String> everybodys() {
        Sql one = Sql.of(
                "select CONTENT from CORE_SETTING where USER_ID = ? and NAME = ?", Caller.SYSTEM_ID, SignIn.NETWORKS);
        return database.read(connection -> one.query(connection, row -> row.getString(1)));
    }

    private List<String> ofRoles(long user) {
        List<Long> roles = new UserRoles(database).of(user);
        if (roles.isEmpty()) {
            return List.of();
        }
        Sql some = Sql.of("select NETWORKS from CORE_ROLE where DELETED_AT is null and NETWORKS is not null and ID in ")
                .list(ColumnType.LONG, roles);
        return database.read(connection -> some.query(connection, row -> row.getString(1)));
    }

    private static Networks read(String list) {
        try {
            return Networks.of(list);
        } catch (Refusal unreadable) {
            return CLOSED;
        }
    }
}

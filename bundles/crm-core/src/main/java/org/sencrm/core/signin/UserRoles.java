package org.sencrm.core.signin;

import java.util.Arrays;
import java.util.List;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;

/** Which roles somebody has, whatever they grant. */
final class UserRoles {

    private final Database database;

    UserRoles(Database database) {
        this.database = database;
    }

    /** Ids; none for a user who is not there. */
    List<Long> of(long user) {
        Sql stored = Sql.of("select ROLE_IDS from CORE_USER where ID = ?", user);
        String ids = database.read(connection -> stored.first(connection, row -> row.getString(1)));
        return Arrays.stream((ids == null ? "" : ids).split(","))
                .filter(id -> !id.isEmpty())
                .map(Long::valueOf)
                .toList();
    }
}

package org.sencrm.core.model;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.RecordHook;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;

/** Refuses a team or account that would stand above itself. */
@Component(property = {RecordHook.TYPE + "=teams", RecordHook.TYPE + "=accounts"})
public final class CircularParents implements RecordHook {

    private static final Map<String, String> TABLES = Map.of("teams", "CORE_TEAM", "accounts", "CORE_ACCOUNT");

    /** No real hierarchy is deeper; it ends the walk where two people closed a circle at the same moment. */
    private static final int DEEPEST = 1000;

    private final Database database;

    @Activate
    public CircularParents(@Reference Database database) {
        this.database = database;
    }

    @Override
    public void beforeSave(Draft draft) {
        org.sencrm.api.record.Reference parent = (org.sencrm.api.record.Reference) draft.get("parent");
        if (parent != null
                && !draft.isNew()
                && draft.changed("parent")
                && isAtOrAbove(TABLES.get(draft.type()), draft.id(), parent.id())) {
            draft.refuse("parent", draft.type() + ".circularParent");
        }
    }

    private boolean isAtOrAbove(String table, long id, long start) {
        Long step = start;
        for (int depth = 0; step != null && depth < DEEPEST; depth++) {
            if (step == id) {
                return true;
            }
            step = parentOf(table, step);
        }
        return step != null;
    }

    /** Null for the top. */
    private Long parentOf(String table, long id) {
        Sql one = Sql.of("select PARENT_ID from " + table + " where ID = ? and PARENT_ID is not null", id);
        return database.read(connection -> one.first(connection, row -> row.getLong(1)));
    }
}

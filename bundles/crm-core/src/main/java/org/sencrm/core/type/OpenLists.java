package org.sencrm.core.type;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.RecordChange;
import org.sencrm.api.record.RecordListener;
import org.sencrm.api.search.Folding;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;

/** What people added to open lists of choices, in memory: every form and save asks for it. Thread safe. */
@Component(service = {OpenLists.class, RecordListener.class})
public final class OpenLists implements RecordListener {

    /** The record type of an entry. */
    public static final String TYPE = "listentries";

    /** By what way an entry came ({@link SystemFields#SOURCE}) that somebody typed into a record. */
    public static final String TYPED = "typed";

    private static final String TONE = "neutral";

    private final Database database;

    /** By word of the list; null until somebody asks. */
    private volatile Map<String, List<Choice>> known;

    @Activate
    public OpenLists(@Reference Database database) {
        this.database = database;
    }

    /** In the order of their names, of which each entry has one for all languages. */
    public List<Choice> entries(String list) {
        Map<String, List<Choice>> all = known;
        if (all == null) {
            all = load();
            // what a transaction has just added may yet come to nothing
            known = database.inTransaction() ? null : all;
        }
        return all.getOrDefault(list, List.of());
    }

    /** The code of the entry of this name, be it one that another save of this transaction made; null for none. */
    public String codeOf(String list, String name) {
        Sql entry = Sql.of(
                "select CODE from CORE_LIST_ENTRY where LABEL_KEY = ? and LIST = ? and DELETED_AT is null",
                Folding.fold(name),
                list);
        return database.read(connection -> entry.first(connection, row -> row.getString(1)));
    }

    @Override
    public void changed(List<RecordChange> changes) {
        if (changes.stream().anyMatch(change -> TYPE.equals(change.type()))) {
            known = load();
        }
    }

    private Map<String, List<Choice>> load() {
        Sql entries =
                Sql.of("select LIST, CODE, NAME from CORE_LIST_ENTRY where DELETED_AT is null order by LABEL_KEY, ID");
        Map<String, List<Choice>> byList = new LinkedHashMap<>();
        database.read(connection -> entries.query(
                connection,
                row -> byList.computeIfAbsent(row.getString(1), any -> new ArrayList<>())
                        .add(new Choice(row.getString(2), row.getString(3), TONE))));
        return byList;
    }
}

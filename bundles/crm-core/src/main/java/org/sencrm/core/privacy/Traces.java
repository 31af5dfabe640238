package org.sencrm.core.privacy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.sencrm.api.record.Reference;
import org.sencrm.core.change.ChangeEntry;
import org.sencrm.core.change.ChangeLog;
import org.sencrm.core.comment.CommentRow;
import org.sencrm.core.comment.CommentTable;
import org.sencrm.core.record.RecordService;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.TypeRegistry;

/** What the core keeps beside the rows of records: who said what about them, or was told of them. */
final class Traces {

    private static final int AT_ONCE = 500;

    private static final List<String> OF_RECORDS =
            List.of("CORE_COMMENT", "CORE_FOLLOWER", "CORE_NOTIFICATION", "CORE_AUTOMATION_RUN");

    private final ChangeLog log = new ChangeLog();
    private final CommentTable comments = new CommentTable();
    private final Merges merges = new Merges();

    /** How many comments there are on a record, in the trash too. */
    int comments(Connection connection, Reference record) throws SQLException {
        return comments.all(connection, record.type(), record.id()).size();
    }

    /** All changes of a record, newest first. */
    List<ChangeEntry> changes(Connection connection, Reference record) throws SQLException {
        List<ChangeEntry> all = new ArrayList<>();
        List<ChangeEntry> page;
        long before = Long.MAX_VALUE;
        do {
            page = log.ofRecord(connection, record.type(), record.id(), Sql.of(" and ID<?", before), AT_ONCE);
            all.addAll(page);
            before = page.isEmpty() ? before : page.get(page.size() - 1).id();
        } while (page.size() == AT_ONCE);
        return all;
    }

    /** The words that name a person, of all records that are the person, of those of the past, too. */
    Words words(Connection connection, RecordService records, TypeRegistry types, Collection<Reference> persons)
            throws SQLException {
        Words words = new Words();
        for (Reference person : persons) {
            StoredType type = types.stored(person.type()).orElseThrow();
            collect(words, type, records.stored(person.type(), person.id()), changes(connection, person));
        }
        return words;
    }

    /** Adds the words that name a person: those that a record of one has, and had. */
    void collect(Words words, StoredType type, Map<String, Object> values, List<ChangeEntry> changes) {
        for (StoredField field : type.fields()) {
            words.add(field.kind(), values.get(field.name()));
            for (ChangeEntry change : changes) {
                ChangeEntry.Diff diff = change.fields().get(field.name());
                if (diff != null) {
                    words.add(field.kind(), diff.from());
                    words.add(field.kind(), diff.to());
                }
            }
        }
    }

    /** Takes away all that belongs to a record which goes, or to a person. */
    void forget(Connection connection, Reference record) throws SQLException {
        for (String table : OF_RECORDS) {
            Sql.of("delete from " + table + " where RECORD_ID=? and RECORD_TYPE=?", record.id(), record.type())
                    .execute(connection);
        }
        merges.forget(connection, record);
    }

    /** Takes the words out of what is said about a record that stays. */
    void without(Connection connection, Reference record, Words words) throws SQLException {
        for (CommentRow comment : comments.all(connection, record.type(), record.id())) {
            String text = words.without(comment.content());
            if (!text.equals(comment.content())) {
                comments.overwrite(connection, comment.id(), text);
            }
        }
    }
}

package org.sencrm.core.field;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sencrm.api.field.RecordLayout;
import org.sencrm.core.store.Sql;
import org.sencrm.core.value.Json;

/** The layouts of types, in the table {@code CORE_RECORD_LAYOUT}; what can change of one is JSON. */
final class LayoutTable {

    private static final String SECTIONS = "sections";
    private static final String HIDDEN = "hidden";

    private static final String REMOVED = "removed";

    /**
     * A layout and the id by which the change log knows it.
     *
     * @param removed whether it is no more: it stays with its version, so that a later one of the same role never has a
     *     version that somebody saw of this one
     */
    record Stored(long id, RecordLayout layout, boolean removed) {}

    /** The one for everybody first, then by role; removed ones too. */
    List<Stored> of(Connection connection, String type) throws SQLException {
        return Sql.of(
                        "select ID, RECORD_TYPE, ROLE_ID, VERSION, DESCRIPTION from CORE_RECORD_LAYOUT"
                                + " where RECORD_TYPE=? order by ROLE_ID",
                        type)
                .query(connection, LayoutTable::stored);
    }

    private static Stored stored(ResultSet row) throws SQLException {
        Map<?, ?> members = (Map<?, ?>) Json.read(row.getString(5));
        List<RecordLayout.Section> sections = ((List<?>) members.get(SECTIONS))
                .stream().map(section -> section((Map<?, ?>) section)).toList();
        HashSet<String> hidden = new HashSet<>(texts(members.get(HIDDEN)));
        return new Stored(
                row.getLong(1),
                new RecordLayout(row.getString(2), row.getLong(3), sections, hidden, row.getLong(4)),
                Boolean.TRUE.equals(members.get(REMOVED)));
    }

    @SuppressWarnings("unchecked")
    private static RecordLayout.Section section(Map<?, ?> members) {
        return new RecordLayout.Section(
                (String) members.get("word"), (Map<String, String>) members.get("label"), texts(members.get("fields")));
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(Object list) {
        return (List<String>) list;
    }

    void insert(Connection connection, Stored stored) throws SQLException {
        Sql.of(
                        "insert into CORE_RECORD_LAYOUT (ID, RECORD_TYPE, ROLE_ID, VERSION, DESCRIPTION)"
                                + " values (?,?,?,?,?)",
                        stored.id(),
                        stored.layout().type(),
                        stored.layout().role(),
                        stored.layout().version(),
                        description(stored))
                .execute(connection);
    }

    void update(Connection connection, Stored stored) throws SQLException {
        Sql.of(
                        "update CORE_RECORD_LAYOUT set VERSION=?, DESCRIPTION=? where ID=?",
                        stored.layout().version(),
                        description(stored),
                        stored.id())
                .execute(connection);
    }

    private static String description(Stored stored) {
        Map<String, Object> members = members(stored.layout());
        if (stored.removed()) {
            members.put(REMOVED, true);
        }
        return Json.write(members);
    }

    /** What can change of a layout, in plain values. */
    static Map<String, Object> members(RecordLayout layout) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(
                SECTIONS, layout.sections().stream().map(LayoutTable::members).toList());
        members.put(HIDDEN, layout.hidden().stream().sorted().toList());
        return members;
    }

    private static Map<String, Object> members(RecordLayout.Section section) {
        return Map.of("word", section.word(), "label", section.label(), "fields", section.fields());
    }
}

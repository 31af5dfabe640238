package org.sencrm.core.type;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.core.store.Column;
import org.sencrm.core.store.ColumnType;

/** The fields that every record type has, and the columns behind them, as {@link org.sencrm.record.BaseRecord} has them. */
public final class SystemFields {

    public static final String ID = "id";
    public static final String OWNER = "owner";
    public static final String TEAM = "team";
    public static final String CREATED_AT = "createdAt";
    public static final String CREATED_BY = "createdBy";
    public static final String UPDATED_AT = "updatedAt";
    public static final String UPDATED_BY = "updatedBy";
    public static final String SOURCE = "source";
    public static final String EXTERNAL_ID = "externalId";

    public static final String USERS = "users";
    public static final String TEAMS = "teams";
    public static final String ACCOUNTS = "accounts";
    public static final String ROLES = "roles";
    public static final String FAVOURITES = "favourites";

    /** Longest {@code LABEL_KEY} and {@code SEARCH_TEXT}, in characters. */
    public static final int LABEL_KEY_LENGTH = 300;

    public static final int SEARCH_TEXT_LENGTH = 2000;

    private static final List<StoredField> ALL = List.of(
            stored(field(ID, FieldKind.TEXT, true, true, 0), Column.of("ID", ColumnType.LONG)),
            stored(reference(OWNER, USERS, false), Column.of("OWNER_ID", ColumnType.LONG)),
            stored(reference(TEAM, TEAMS, false), Column.of("TEAM_ID", ColumnType.LONG)),
            stored(
                    field(CREATED_AT, FieldKind.DATE_TIME, true, true, 0),
                    Column.of("CREATED_AT", ColumnType.TIMESTAMP)),
            stored(reference(CREATED_BY, USERS, true), Column.of("CREATED_BY", ColumnType.LONG)),
            stored(
                    field(UPDATED_AT, FieldKind.DATE_TIME, true, true, 0),
                    Column.of("UPDATED_AT", ColumnType.TIMESTAMP)),
            stored(reference(UPDATED_BY, USERS, true), Column.of("UPDATED_BY", ColumnType.LONG)),
            stored(field(SOURCE, FieldKind.TEXT, false, true, 50), Column.text("SOURCE", 50)),
            stored(field(EXTERNAL_ID, FieldKind.TEXT, false, false, 200), Column.text("EXTERNAL_ID", 200)));

    private static final StoredField TEAM_OF_USERS = stored(
            new Field(
                    TEAM,
                    FieldKind.REFERENCE,
                    false,
                    false,
                    false,
                    false,
                    0,
                    List.of(TEAMS),
                    List.of(),
                    true,
                    true,
                    true),
            Column.of("TEAM_ID", ColumnType.LONG));

    private SystemFields() {}

    /** A list of people names the teams in which they work: there the team is a column, and an import may create it. */
    static List<StoredField> of(String type) {
        return USERS.equals(type)
                ? ALL.stream()
                        .map(field -> TEAM.equals(field.field().name()) ? TEAM_OF_USERS : field)
                        .toList()
                : ALL;
    }

    private static StoredField stored(Field field, Column column) {
        return new StoredField(field, column, null, Map.of(), Set.of(), null);
    }

    private static Field field(String name, FieldKind kind, boolean required, boolean readOnly, int length) {
        return new Field(
                name, kind, required, readOnly, false, false, length, List.of(), List.of(), false, true, false);
    }

    private static Field reference(String name, String target, boolean readOnly) {
        return new Field(
                name,
                FieldKind.REFERENCE,
                readOnly,
                readOnly,
                false,
                false,
                0,
                List.of(target),
                List.of(),
                false,
                true,
                false);
    }
}

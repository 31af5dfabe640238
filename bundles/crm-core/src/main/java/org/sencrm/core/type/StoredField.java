package org.sencrm.core.type;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.sencrm.api.field.RollUp;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.core.store.Column;
import org.sencrm.core.store.Sql;
import org.sencrm.core.value.Digest;
import org.sencrm.core.value.IdValues;
import org.sencrm.core.value.Shape;
import org.sencrm.core.value.ValueKind;

/**
 * A field and where it is stored.
 *
 * @param second the column of a currency, or of the type of a reference to any type; null for none
 * @param tones by code of a fixed choice; a code without a tone is neutral
 * @param derivedFrom names of the fields of which this one tells something
 * @param added what is special about a field that was added at run time; null for a declared one
 * @param ratedOn names of the date fields that say at the rate of which day an amount is converted, the first that has a
 *     value; empty for that of the record's creation
 * @param goesWithTarget whether a record goes for good with the person to whom it points by this field
 */
public record StoredField(
        Field field,
        Column column,
        Column second,
        Map<String, String> tones,
        Set<String> derivedFrom,
        Added added,
        List<String> ratedOn,
        boolean goesWithTarget) {

    public StoredField(
            Field field,
            Column column,
            Column second,
            Map<String, String> tones,
            Set<String> derivedFrom,
            Added added) {
        this(field, column, second, tones, derivedFrom, added, List.of(), false);
    }

    /**
     * @param id grows with time, as the ids of changes do: no older change concerns this field
     * @param initial what a new record begins with, in normal form; null for nothing
     * @param formula how it follows from other fields of the record; null where it does not
     * @param rollUp how it follows from records that point to this one; null where it does not
     * @param rollUpSources names of the fields of these records of which the roll-up tells something: the one that points,
     *     the one that is added up, and those that its filter asks
     */
    public record Added(long id, Object initial, Calculation formula, RollUp rollUp, Set<String> rollUpSources) {

        public Added(long id, Object initial) {
            this(id, initial, null, null, Set.of());
        }
    }

    private static final int LONGEST_KEY = 200;

    public String name() {
        return field.name();
    }

    /** The same field, told otherwise. */
    StoredField as(Field told) {
        return new StoredField(told, column, second, tones, derivedFrom, added, ratedOn, goesWithTarget);
    }

    public FieldKind kind() {
        return field.kind();
    }

    public boolean isId() {
        return field.system() && "id".equals(field.name());
    }

    /** Null where the value does not follow from other fields of the record. */
    public Calculation formula() {
        return added == null ? null : added.formula();
    }

    /** Null where the value does not follow from records that point to this one. */
    public RollUp rollUp() {
        return added == null ? null : added.rollUp();
    }

    /** Names of the fields, of the records that point to this one, of which the value tells something. */
    public Set<String> rollUpSources() {
        return added == null ? Set.of() : added.rollUpSources();
    }

    /** Whether the engine makes the value of others. */
    public boolean isComputed() {
        return formula() != null || rollUp() != null;
    }

    /** Whether the column may hold nothing: a field that became required later is still empty in older records. */
    public boolean mayBeEmpty() {
        return !field.required() || added != null;
    }

    /** Whether a change of the log that names this field means it, and not one that had its name before. */
    public boolean isMeantBy(long changeId) {
        return added == null || changeId > added.id();
    }

    /** What no two records may share where the field is unique: the value without regard to case, never long. */
    public String uniqueKey(Object value) {
        String text = values().first(value).toString().toLowerCase(Locale.ROOT);
        return text.length() <= LONGEST_KEY ? text : Digest.sha256(text);
    }

    public boolean isReference() {
        return kind() == FieldKind.REFERENCE || kind() == FieldKind.REFERENCES;
    }

    public ValueKind values() {
        return isId() ? IdValues.INSTANCE : ValueKind.of(field.kind());
    }

    /** What an input for this field must fit into; for callers that have no amounts without a currency. */
    public Shape shape() {
        return new Shape(field, column, () -> "");
    }

    public List<Column> columns() {
        return Stream.of(column, second).filter(Objects::nonNull).toList();
    }

    /** Reads the value from its columns in the current row, the first of them at this index. */
    public Object read(ResultSet row, int index) throws SQLException {
        Object first = column.type().read(row, index);
        Object typeOrCurrency = second == null ? null : second.type().read(row, index + 1);
        return first == null ? null : values().load(field, first, typeOrCurrency);
    }

    /** Binds the value to the question marks of its columns, which are already in the statement. */
    public void bind(Sql statement, Object value) {
        statement.bind(column.type(), values().first(value));
        if (second != null) {
            statement.bind(second.type(), values().second(value));
        }
    }
}

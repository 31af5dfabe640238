package org.sencrm.core.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A statement, or a part of one, in the making: its text and the values bound to its question marks. Text is made of
 * constants of the engine and of names from declared types; whatever comes from outside is only ever bound.
 */
public final class Sql {

    private final StringBuilder text = new StringBuilder();
    private final List<Bound> values = new ArrayList<>();

    public static Sql of(String text, Object... values) {
        return new Sql().add(text, values);
    }

    /** Adds text and the values of its question marks, none of them null. */
    public Sql add(String more, Object... moreValues) {
        text.append(more);
        for (Object value : moreValues) {
            values.add(new Value(ColumnType.of(value), value));
        }
        return this;
    }

    public Sql add(Sql more) {
        text.append(more.text);
        values.addAll(more.values);
        return this;
    }

    /** Adds one value, which may be null, for a question mark that is already in the text. */
    public Sql bind(ColumnType type, Object value) {
        values.add(new Value(type, value));
        return this;
    }

    /** Adds bytes, which no column holds, for a question mark that is already in the text. */
    public Sql bind(byte[] bytes) {
        values.add(new Bytes(bytes));
        return this;
    }

    /**
     * Adds {@code (?,?,…)} with the values, of which there must be at least one. The list is filled up with its last value
     * to the next power of two, so that few different statements come about for the database to prepare.
     */
    public Sql list(ColumnType type, Collection<?> members) {
        List<Object> padded = new ArrayList<>(members);
        int size = Integer.highestOneBit(Math.max(1, padded.size() - 1)) * 2;
        while (padded.size() > 1 && padded.size() < size) {
            padded.add(padded.get(padded.size() - 1));
        }
        text.append('(').append("?,".repeat(padded.size() - 1)).append("?)");
        padded.forEach(value -> bind(type, value));
        return this;
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    public int valueCount() {
        return values.size();
    }

    /** Text and values as they are now: equal to those of another that asks the same. */
    public Object content() {
        return List.of(text.toString(), List.copyOf(values));
    }

    /** All rows, in order. */
    public <T> List<T> query(Connection connection, Row<T> reader) throws SQLException {
        long start = System.nanoTime();
        try (PreparedStatement statement = prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            List<T> result = new ArrayList<>();
            while (rows.next()) {
                result.add(reader.read(rows));
            }
            StatementMeter.ran(System.nanoTime() - start);
            return result;
        }
    }

    /** The first row; null where there is none. */
    public <T> T first(Connection connection, Row<T> reader) throws SQLException {
        List<T> rows = query(connection, reader);
        return rows.isEmpty() ? null : rows.get(0);
    }

    /** Changes rows; gives how many. */
    public int execute(Connection connection) throws SQLException {
        long start = System.nanoTime();
        try (PreparedStatement statement = prepare(connection)) {
            int changed = statement.executeUpdate();
            StatementMeter.ran(System.nanoTime() - start);
            return changed;
        }
    }

    private PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text.toString());
        try {
            int index = 1;
            for (Bound bound : values) {
                bound.to(statement, index++);
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    /** The text, without any value. */
    @Override
    public String toString() {
        return text.toString();
    }

    /** What stands for a question mark. */
    private interface Bound {
        void to(PreparedStatement statement, int index) throws SQLException;
    }

    private record Value(ColumnType type, Object value) implements Bound {
        @Override
        public void to(PreparedStatement statement, int index) throws SQLException {
            type.bind(statement, index, value);
        }
    }

    private record Bytes(byte[] bytes) implements Bound {
        @Override
        public void to(PreparedStatement statement, int index) throws SQLException {
            statement.setBytes(index, bytes);
        }
    }

    /** Makes something of the current row. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}

package org.sencrm.modules;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.sencrm.api.module.ModuleData.Companions;

/**
 * Rows of tables in a compressed file, streamed both ways: for each table its name and columns, then its rows. What is
 * not read to its marked end is refused. Used by one thread, inside the transaction of the connection.
 */
final class TableCopy {

    private static final int FETCH = 1000;
    private static final int BATCH = 500;
    private static final String DERBY = "Apache Derby";

    private final Connection connection;

    TableCopy(Connection connection) {
        this.connection = connection;
    }

    /** The name as the database keeps it: Derby in capitals, PostgreSQL in small letters. */
    static String stored(Connection connection, String name) throws SQLException {
        return connection.getMetaData().storesLowerCaseIdentifiers() ? name.toLowerCase(Locale.ROOT) : name;
    }

    /** @param companions rows of other tables, which are written after the tables */
    void write(List<String> tables, List<Companions> companions, Path file) throws SQLException, IOException {
        List<Companions> there =
                companions.stream().filter(rows -> !rows.values().isEmpty()).toList();
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file))))) {
            out.writeInt(tables.size() + there.size());
            for (String table : tables) {
                write(table, "", List.of(), out);
            }
            for (Companions rows : there) {
                write(rows.table(), where(rows), rows.values(), out);
            }
        }
    }

    private static String where(Companions rows) {
        String marks = rows.values().stream().map(value -> "?").collect(Collectors.joining(","));
        return " where " + rows.column() + " in (" + marks + ")";
    }

    private static void bind(PreparedStatement statement, Collection<String> values) throws SQLException {
        int index = 1;
        for (String value : values) {
            statement.setString(index++, value);
        }
    }

    private void write(String table, String where, Collection<String> values, DataOutputStream out)
            throws SQLException, IOException {
        try (PreparedStatement query = connection.prepareStatement("select * from " + table + where)) {
            query.setFetchSize(FETCH);
            bind(query, values);
            try (ResultSet rows = query.executeQuery()) {
                List<Column> columns = columns(rows.getMetaData());
                out.writeUTF(table);
                out.writeInt(columns.size());
                for (Column column : columns) {
                    column.write(out);
                }
                while (rows.next()) {
                    out.writeBoolean(true);
                    for (int i = 1; i <= columns.size(); i++) {
                        CellCopy.write(rows, i, columns.get(i - 1).type(), out);
                    }
                }
                out.writeBoolean(false);
            }
        }
    }

    private static List<Column> columns(ResultSetMetaData data) throws SQLException {
        List<Column> columns = new ArrayList<>();
        for (int i = 1; i <= data.getColumnCount(); i++) {
            columns.add(new Column(
                    data.getColumnName(i).toUpperCase(Locale.ROOT),
                    data.getColumnType(i),
                    data.getColumnTypeName(i),
                    data.getPrecision(i),
                    data.getScale(i)));
        }
        return columns;
    }

    /** @param companions rows of other tables that give way to those of the file; they stay where it has none of the table */
    void read(Path file, List<Companions> companions) throws SQLException, IOException {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file))))) {
            for (int tables = in.readInt(); tables > 0; tables--) {
                String table = in.readUTF();
                List<Column> columns = new ArrayList<>();
                for (int count = in.readInt(); count > 0; count--) {
                    columns.add(Column.read(in));
                }
                addMissing(table, columns);
                for (Companions rows : companions) {
                    if (rows.table().equals(table) && !rows.values().isEmpty()) {
                        delete(rows);
                    }
                }
                readRows(table, columns, in);
            }
            // reads the check sum at the end
            if (in.read() != -1) {
                throw new IOException("more than was written");
            }
        }
    }

    private void delete(Companions rows) throws SQLException {
        try (PreparedStatement deletion = connection.prepareStatement("delete from " + rows.table() + where(rows))) {
            bind(deletion, rows.values());
            deletion.executeUpdate();
        }
    }

    /** Columns that people added to the table are in no changelog. */
    private void addMissing(String table, List<Column> columns) throws SQLException {
        Set<String> there = new HashSet<>();
        try (ResultSet rows = connection
                .getMetaData()
                .getColumns(connection.getCatalog(), connection.getSchema(), stored(connection, table), "%")) {
            while (rows.next()) {
                there.add(rows.getString("COLUMN_NAME").toUpperCase(Locale.ROOT));
            }
        }
        for (Column column : columns) {
            if (!there.contains(column.name())) {
                try (Statement ddl = connection.createStatement()) {
                    ddl.execute("alter table " + table + " add column " + column.name() + " " + column.declared());
                }
            }
        }
    }

    private void readRows(String table, List<Column> columns, DataInputStream in) throws SQLException, IOException {
        String names = columns.stream().map(Column::name).collect(Collectors.joining(","));
        String marks = columns.stream().map(column -> "?").collect(Collectors.joining(","));
        try (PreparedStatement insert =
                connection.prepareStatement("insert into " + table + " (" + names + ") values (" + marks + ")")) {
            // Derby's batches read moments anew in the zone of the machine, and save it nothing: it is in this process
            boolean batches = !DERBY.equals(connection.getMetaData().getDatabaseProductName());
            int waiting = 0;
            while (in.readBoolean()) {
                for (int i = 0; i < columns.size(); i++) {
                    CellCopy.read(insert, i + 1, columns.get(i).type(), in);
                }
                if (!batches) {
                    insert.executeUpdate();
                    continue;
                }
                insert.addBatch();
                if (++waiting == BATCH) {
                    insert.executeBatch();
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                insert.executeBatch();
            }
        }
    }

    /**
     * @param type of {@link java.sql.Types}
     * @param typeName the database's own word
     */
    private record Column(String name, int type, String typeName, int precision, int scale) {

        void write(DataOutputStream out) throws IOException {
            out.writeUTF(name);
            out.writeInt(type);
            out.writeUTF(typeName);
            out.writeInt(precision);
            out.writeInt(scale);
        }

        static Column read(DataInputStream in) throws IOException {
            return new Column(in.readUTF(), in.readInt(), in.readUTF(), in.readInt(), in.readInt());
        }

        String declared() {
            return switch (type) {
                case java.sql.Types.VARCHAR, java.sql.Types.CHAR ->
                    typeName.equalsIgnoreCase("text") ? typeName : typeName + "(" + precision + ")";
                case java.sql.Types.DECIMAL, java.sql.Types.NUMERIC -> typeName + "(" + precision + "," + scale + ")";
                default -> typeName;
            };
        }
    }
}

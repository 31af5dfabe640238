package org.sencrm.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;

/** Plain JDBC against the very table that the product reads. */
final class PostgresFloor implements Pages, AutoCloseable {

    private static final String COLUMNS =
            "select ID, VERSION, NAME, SECTOR, PHONE, EMAIL, OWNER_ID, UPDATED_AT from CORE_ACCOUNT where DELETED_AT is null";
    private static final String ORDER = " order by LABEL_KEY, ID fetch first 50 rows only";

    private final Connection connection;
    private final String middle;

    /**
     * @param address as {@code --db} of the launcher has it: {@code postgresql://user@host/name}
     * @param middle folded name after which the deep page begins
     */
    PostgresFloor(String address, String middle) throws SQLException {
        this.middle = middle;
        String[] parts = address.substring("postgresql://".length()).split("@", 2);
        Properties login = new Properties();
        login.put("user", parts[0]);
        login.put("password", System.getenv().getOrDefault("CRM_DB_PASSWORD", ""));
        this.connection = DriverManager.getConnection("jdbc:postgresql://" + parts[1], login);
    }

    @Override
    public int first() throws SQLException {
        try (PreparedStatement list = connection.prepareStatement(COLUMNS + ORDER)) {
            return read(list);
        }
    }

    @Override
    public int deep() throws SQLException {
        try (PreparedStatement list =
                connection.prepareStatement(COLUMNS + " and LABEL_KEY >= ? and (LABEL_KEY > ? or ID > 0)" + ORDER)) {
            list.setString(1, middle);
            list.setString(2, middle);
            return read(list);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Takes every cell out of the answer. */
    static int read(PreparedStatement query) throws SQLException {
        int cells = 0;
        try (ResultSet rows = query.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    cells += rows.getObject(column) == null ? 0 : 1;
                }
            }
        }
        return cells;
    }
}

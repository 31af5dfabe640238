package org.sencrm.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;

/** The least that the same work costs: plain JDBC on embedded Derby, same columns, same rows, same indexes. */
final class Floor implements Pages, AutoCloseable {

    /** A folded name in the middle of all. */
    static final String MIDDLE = "nong san nguyen";

    private static final int BATCH = 500;

    private final Connection connection;
    private final String url;
    private final int rows;
    private final double rowsPerSecond;
    private int created;

    Floor(Path folder, int rows) throws SQLException {
        System.setProperty("derby.stream.error.file", folder + ".log");
        this.url = "jdbc:derby:" + folder;
        this.rows = rows;
        this.connection = DriverManager.getConnection(url + ";create=true");
        try (Statement ddl = connection.createStatement()) {
            ddl.execute("create table DEAL (ID bigint primary key, VERSION bigint not null, OWNER_ID bigint,"
                    + " CREATED_AT timestamp not null, UPDATED_AT timestamp not null, EXTERNAL_ID varchar(200),"
                    + " LABEL_KEY varchar(300), SEARCH_TEXT varchar(2000), NAME varchar(200) not null,"
                    + " STAGE varchar(40), AMOUNT decimal(19,4), AMOUNT_CURRENCY varchar(3), ENGAGED_ON date)");
            ddl.execute("create index DEAL_AMOUNT on DEAL (AMOUNT desc, ID desc)");
            ddl.execute("create index DEAL_STAGE on DEAL (STAGE, ID)");
            ddl.execute("create index DEAL_LABEL on DEAL (LABEL_KEY, ID)");
            ddl.execute("create index DEAL_EXTERNAL on DEAL (EXTERNAL_ID)");
        }
        this.rowsPerSecond = fill();
    }

    double importRowsPerSecond() {
        return rowsPerSecond;
    }

    int page() throws SQLException {
        try (PreparedStatement list = connection.prepareStatement(
                "select ID, VERSION, NAME, STAGE, AMOUNT, AMOUNT_CURRENCY, ENGAGED_ON, OWNER_ID, UPDATED_AT from DEAL"
                        + " where STAGE = ? and AMOUNT > ? order by AMOUNT desc, ID desc fetch first 50 rows only")) {
            list.setString(1, "Engaging");
            list.setBigDecimal(2, new java.math.BigDecimal(1000));
            return PostgresFloor.read(list);
        }
    }

    @Override
    public int first() throws SQLException {
        try (PreparedStatement list =
                connection.prepareStatement("select ID, VERSION, NAME, STAGE, OWNER_ID, UPDATED_AT from DEAL"
                        + " order by LABEL_KEY, ID fetch first 50 rows only")) {
            return PostgresFloor.read(list);
        }
    }

    @Override
    public int deep() throws SQLException {
        try (PreparedStatement list = connection.prepareStatement(
                "select ID, VERSION, NAME, STAGE, OWNER_ID, UPDATED_AT from DEAL where LABEL_KEY >= ?"
                        + " order by LABEL_KEY, ID fetch first 50 rows only")) {
            list.setString(1, MIDDLE);
            return PostgresFloor.read(list);
        }
    }

    int one() throws SQLException {
        try (PreparedStatement one = connection.prepareStatement("select * from DEAL where ID = ?")) {
            one.setLong(1, rows / 2);
            return PostgresFloor.read(one);
        }
    }

    int search() throws SQLException {
        try (PreparedStatement search = connection.prepareStatement(
                "select ID, NAME from DEAL where LABEL_KEY >= ? and LABEL_KEY < ? order by LABEL_KEY fetch first 50 rows only")) {
            search.setString(1, "nong san nguyen");
            search.setString(2, "nong san nguyeo");
            return PostgresFloor.read(search);
        }
    }

    int create() throws SQLException {
        connection.setAutoCommit(true);
        try (PreparedStatement insert = insert()) {
            bind(insert, rows + ++created);
            return insert.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        try {
            DriverManager.getConnection(url + ";shutdown=true");
        } catch (SQLException closed) {
            // Derby says good-bye with an exception
            if (!"08006".equals(closed.getSQLState())) {
                throw closed;
            }
        }
    }

    private double fill() throws SQLException {
        connection.setAutoCommit(false);
        long start = System.nanoTime();
        try (PreparedStatement insert = insert()) {
            for (int i = 0; i < rows; i++) {
                bind(insert, i);
                insert.addBatch();
                if (i % BATCH == BATCH - 1) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
            insert.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
        return rows / ((System.nanoTime() - start) / 1e9);
    }

    private PreparedStatement insert() throws SQLException {
        return connection.prepareStatement(
                "insert into DEAL (ID, VERSION, OWNER_ID, CREATED_AT, UPDATED_AT, EXTERNAL_ID, LABEL_KEY, SEARCH_TEXT,"
                        + " NAME, STAGE, AMOUNT, AMOUNT_CURRENCY, ENGAGED_ON) values (?,?,?,?,?,?,?,?,?,?,?,?,?)");
    }

    private static void bind(PreparedStatement insert, int i) throws SQLException {
        Timestamp now = new Timestamp(System.currentTimeMillis());
        String folded = Rows.name(i).toLowerCase(java.util.Locale.ROOT);
        insert.setLong(1, i);
        insert.setLong(2, 1);
        insert.setLong(3, 1);
        insert.setTimestamp(4, now);
        insert.setTimestamp(5, now);
        insert.setString(6, "B" + i);
        insert.setString(7, folded);
        insert.setString(8, " " + folded);
        insert.setString(9, Rows.name(i));
        insert.setString(10, Rows.stage(i));
        insert.setBigDecimal(11, new java.math.BigDecimal(Rows.amount(i)));
        insert.setString(12, "USD");
        insert.setDate(13, Date.valueOf(Rows.day(i)));
    }
}

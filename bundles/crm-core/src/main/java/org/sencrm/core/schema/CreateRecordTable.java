package org.sencrm.core.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import liquibase.change.AddColumnConfig;
import liquibase.change.ChangeMetaData;
import liquibase.change.ColumnConfig;
import liquibase.change.ConstraintsConfig;
import liquibase.change.DatabaseChange;
import liquibase.change.core.CreateTableChange;
import liquibase.database.Database;
import liquibase.database.core.PostgresDatabase;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.CreateIndexStatement;
import liquibase.statement.core.RawParameterizedSqlStatement;

/**
 * The table of a record type: the columns that every record has, those named in the changelog, and the indexes that every
 * list needs. Written in a changelog as {@code createRecordTable} of the namespace
 * {@code http://www.liquibase.org/xml/ns/dbchangelog-ext}; undone by dropping the table.
 *
 * <p>No index leads with {@code DELETED_AT}: nearly all rows are alive, so it would tempt the database away from the index
 * that gives the order. Derby cannot read an index backwards, hence those that fall; PostgreSQL can, and reads the newest
 * records by the primary key.
 */
@DatabaseChange(
        name = "createRecordTable",
        description = "Creates the table of a record type",
        priority = ChangeMetaData.PRIORITY_DEFAULT,
        appliesTo = "table")
public final class CreateRecordTable extends CreateTableChange {

    @Override
    public SqlStatement[] generateStatements(Database database) {
        CreateTableChange table = new CreateTableChange();
        table.setChangeSet(getChangeSet());
        table.setTableName(getTableName());
        common().forEach(table::addColumn);
        getColumns().forEach(table::addColumn);
        List<SqlStatement> statements = new ArrayList<>(Arrays.asList(table.generateStatements(database)));
        if (database instanceof PostgresDatabase) {
            statements.add(byteOrder("LABEL_KEY", 300));
            statements.add(byteOrder("SEARCH_TEXT", 2000));
        } else {
            statements.add(index("NEWEST", falling("ID")));
            statements.add(index("LABEL_LAST", falling("LABEL_KEY"), falling("ID")));
        }
        statements.add(index("LABEL", rising("LABEL_KEY"), rising("ID")));
        statements.add(index("UPDATED", falling("UPDATED_AT"), falling("ID")));
        statements.add(index("OWNER", rising("OWNER_ID")));
        statements.add(index("TEAM", rising("TEAM_ID")));
        statements.add(index("EXTERNAL", rising("EXTERNAL_ID")));
        return statements.toArray(SqlStatement[]::new);
    }

    @Override
    public String getConfirmationMessage() {
        return "Table " + getTableName() + " created";
    }

    private List<ColumnConfig> common() {
        return List.of(
                column("ID", "BIGINT")
                        .setConstraints(new ConstraintsConfig()
                                .setPrimaryKey(true)
                                .setPrimaryKeyName("PK_" + getTableName())
                                .setNullable(false)),
                required("VERSION", "BIGINT"),
                column("OWNER_ID", "BIGINT"),
                column("TEAM_ID", "BIGINT"),
                required("CREATED_AT", "TIMESTAMP"),
                required("CREATED_BY", "BIGINT"),
                required("UPDATED_AT", "TIMESTAMP"),
                required("UPDATED_BY", "BIGINT"),
                column("SOURCE", "VARCHAR(50)"),
                column("EXTERNAL_ID", "VARCHAR(200)"),
                column("DELETED_AT", "TIMESTAMP"),
                column("LABEL_KEY", "VARCHAR(300)"),
                column("SEARCH_TEXT", "VARCHAR(2000)"));
    }

    private static ColumnConfig column(String name, String type) {
        return new ColumnConfig().setName(name).setType(type);
    }

    private static ColumnConfig required(String name, String type) {
        return column(name, type).setConstraints(new ConstraintsConfig().setNullable(false));
    }

    /** Folded text is compared byte by byte on every database, so that pages and prefixes agree everywhere. */
    private SqlStatement byteOrder(String column, int length) {
        return new RawParameterizedSqlStatement("alter table %s alter column %s type varchar(%d) collate \"C\""
                .formatted(getTableName(), column, length));
    }

    private SqlStatement index(String purpose, AddColumnConfig... columns) {
        String name = "IX_" + getTableName() + "_" + purpose;
        return new CreateIndexStatement(name, null, null, getTableName(), false, null, columns);
    }

    private static AddColumnConfig rising(String column) {
        AddColumnConfig config = new AddColumnConfig();
        config.setName(column);
        return config;
    }

    private static AddColumnConfig falling(String column) {
        AddColumnConfig config = rising(column);
        config.setDescending(true);
        return config;
    }
}

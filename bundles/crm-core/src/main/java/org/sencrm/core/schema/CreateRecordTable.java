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
 * The table of a record type: what every one has, see {@link RecordTable}, and the columns named in the changelog. Written
 * in a changelog as {@code createRecordTable} of the namespace {@code http://www.liquibase.org/xml/ns/dbchangelog-ext};
 * undone by dropping the table.
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
        RecordTable.COLUMNS.forEach(column -> table.addColumn(column(column)));
        getColumns().forEach(table::addColumn);
        List<SqlStatement> statements = new ArrayList<>(Arrays.asList(table.generateStatements(database)));
        boolean isPostgresql = database instanceof PostgresDatabase;
        if (isPostgresql) {
            RecordTable.byteOrder(getTableName())
                    .forEach(statement -> statements.add(new RawParameterizedSqlStatement(statement)));
        }
        RecordTable.indexes(isPostgresql).forEach(index -> statements.add(index(index)));
        return statements.toArray(SqlStatement[]::new);
    }

    @Override
    public String getConfirmationMessage() {
        return "Table " + getTableName() + " created";
    }

    private ColumnConfig column(RecordTable.Part part) {
        ColumnConfig column = new ColumnConfig().setName(part.name()).setType(part.type());
        if (part.name().equals(RecordTable.KEY)) {
            column.setConstraints(new ConstraintsConfig()
                    .setPrimaryKey(true)
                    .setPrimaryKeyName("PK_" + getTableName())
                    .setNullable(false));
        } else if (part.required()) {
            column.setConstraints(new ConstraintsConfig().setNullable(false));
        }
        return column;
    }

    private SqlStatement index(RecordTable.Index index) {
        AddColumnConfig[] columns =
                index.columns().stream().map(CreateRecordTable::indexed).toArray(AddColumnConfig[]::new);
        return new CreateIndexStatement(index.name(getTableName()), null, null, getTableName(), false, null, columns);
    }

    private static AddColumnConfig indexed(String column) {
        String[] nameAndOrder = column.split(" ");
        AddColumnConfig config = new AddColumnConfig();
        config.setName(nameAndOrder[0]);
        if (nameAndOrder.length > 1) {
            config.setDescending(true);
        }
        return config;
    }
}

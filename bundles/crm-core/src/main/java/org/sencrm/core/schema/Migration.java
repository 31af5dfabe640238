package org.sencrm.core.schema;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.change.Change;
import liquibase.change.ChangeFactory;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.core.DerbyDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ResourceAccessor;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import liquibase.ui.LoggerUIService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The changelog of one module, brought to the database. Each step commits by itself; one at a time in a process. */
final class Migration {

    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);
    private static final Duration LOCK_WAIT = Duration.ofSeconds(60);
    private static final String RECORD_TABLE = "createRecordTable";

    private final ConnectionSource source;
    private final String module;
    private final String changelog;
    private final ResourceAccessor files;

    Migration(ConnectionSource source, String module, String changelog, ResourceAccessor files) {
        this.source = source;
        this.module = module;
        this.changelog = changelog;
        this.files = files;
    }

    /** Runs the steps that this database has not seen yet. */
    void update() throws Exception {
        run(liquibase -> liquibase.update(""));
    }

    /** Takes back the newest steps. */
    void rollBack(int steps) throws Exception {
        run(liquibase -> liquibase.rollback(steps, ""));
    }

    /** Wakes Liquibase without a database: reads the steps and words them. Changes nothing, and the next run is faster. */
    static void wake(String changelog, ResourceAccessor files) throws Exception {
        inLiquibase(() -> withOwnChanges(() -> {
            Database nowhere = new DerbyDatabase();
            for (ChangeSet step : new Liquibase(changelog, files, nowhere)
                    .getDatabaseChangeLog()
                    .getChangeSets()) {
                for (Change change : step.getChanges()) {
                    SqlGeneratorFactory.getInstance().generateSql(change, nowhere);
                }
            }
        }));
    }

    private void run(Task task) throws Exception {
        try (Connection connection = source.getConnection()) {
            try (SchemaLock lock = SchemaLock.take(connection, LOCK_WAIT)) {
                inLiquibase(() -> withOwnChanges(() -> apply(connection, task)));
            } finally {
                // Derby refuses to close a connection with an open transaction
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
            }
        }
    }

    private static void inLiquibase(Scope.ScopedRunner<?> work) throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(Liquibase.class.getClassLoader());
        try {
            Scope.child(settings(), work);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static void withOwnChanges(Scope.ScopedRunner<?> work) throws Exception {
        ChangeFactory changes = Scope.getCurrentScope().getSingleton(ChangeFactory.class);
        changes.register(new CreateRecordTable());
        try {
            work.run();
        } finally {
            changes.unregister(RECORD_TABLE);
        }
    }

    private static Map<String, Object> settings() {
        return Map.of(
                Scope.Attr.classLoader.name(),
                Liquibase.class.getClassLoader(),
                Scope.Attr.logService.name(),
                new LiquibaseLog(),
                Scope.Attr.ui.name(),
                new LoggerUIService(),
                "liquibase.analytics.enabled",
                false,
                "liquibase.changelogLockWaitTimeInMinutes",
                LOCK_WAIT.toMinutes());
    }

    private void apply(Connection connection, Task task) throws Exception {
        Database database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        nameHistory(database);
        Liquibase liquibase = new Liquibase(changelog, files, database);
        liquibase.setShowSummary(UpdateSummaryEnum.OFF);
        releaseStaleLock(liquibase);
        task.run(liquibase);
        database.commit();
    }

    /** Each module has a history of its own. Without an underscore: on Derby Liquibase does not find such a table again. */
    private void nameHistory(Database database) {
        database.setDatabaseChangeLogTableName(historyTables(module).get(0));
        database.setDatabaseChangeLogLockTableName(historyTables(module).get(1));
    }

    /** The tables in which Liquibase keeps what has run of this module: the steps, and its lock. */
    static List<String> historyTables(String module) {
        String suffix = module.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return List.of("CHANGELOG" + suffix, "CHANGELOGLOCK" + suffix);
    }

    private void releaseStaleLock(Liquibase liquibase) throws LiquibaseException {
        if (liquibase.listLocks().length > 0) {
            LOG.warn("Schema of module {}: releasing the lock of a step that was cut off", module);
            liquibase.forceReleaseLocks();
        }
    }

    private interface Task {
        void run(Liquibase liquibase) throws LiquibaseException;
    }
}

package org.sencrm.core.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/** A database that remembers the statements that the thread of the test prepares. */
public final class RecordingDatabase implements Database {

    private final Database database;
    private final ThreadLocal<List<String>> statements = ThreadLocal.withInitial(ArrayList::new);

    public RecordingDatabase(Database database) {
        this.database = database;
    }

    /** The statements of this thread since the last call. */
    public List<String> statements() {
        List<String> recorded = List.copyOf(statements.get());
        statements.get().clear();
        return recorded;
    }

    @Override
    public <T> T read(Task<T> task) {
        return database.read(connection -> task.run(recording(connection)));
    }

    @Override
    public <T> T writeOnce(Task<T> task) {
        return database.writeOnce(connection -> task.run(recording(connection)));
    }

    @Override
    public boolean inTransaction() {
        return database.inTransaction();
    }

    @Override
    public void beforeCommit(Runnable work) {
        database.beforeCommit(work);
    }

    @Override
    public void afterCommit(Runnable work) {
        database.afterCommit(work);
    }

    @Override
    public void atEnd(Runnable work) {
        database.atEnd(work);
    }

    @Override
    public void doom() {
        database.doom();
    }

    @Override
    public Dialect dialect() {
        return database.dialect();
    }

    private Connection recording(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        statements.get().add((String) arguments[0]);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}

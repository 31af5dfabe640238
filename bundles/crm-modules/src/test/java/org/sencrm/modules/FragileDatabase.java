package org.sencrm.modules;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.derby.jdbc.EmbeddedDataSource;

/**
 * A database that goes away after so many connections, until it is mended, and before each statement and commit of which the
 * process may end.
 */
final class FragileDatabase extends EmbeddedDataSource {

    private static final long serialVersionUID = 1L;

    private final transient Fuse fuse;
    private int left = Integer.MAX_VALUE;

    FragileDatabase(Fuse fuse) {
        this.fuse = fuse;
    }

    void breakAfter(int connections) {
        left = connections;
    }

    void mend() {
        left = Integer.MAX_VALUE;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (left == 0) {
            throw new SQLException("the database is away");
        }
        left--;
        return fused(Connection.class, super.getConnection());
    }

    private <T> T fused(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
                    if (method.getName().startsWith("execute")
                            || method.getName().equals("commit")) {
                        fuse.step();
                    }
                    try {
                        Object answer = method.invoke(real, given);
                        if (answer instanceof PreparedStatement statement) {
                            return fused(PreparedStatement.class, statement);
                        }
                        return answer instanceof Statement statement ? fused(Statement.class, statement) : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}

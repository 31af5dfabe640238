package org.sencrm.core.schema;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections that modules took from their data sources and have not given back. One that is kept for too long holds
 * locks that others wait for: it is rolled back and taken away, and its module is reported.
 */
final class Leases {

    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);

    private final Duration longest;
    private final Consumer<String> overdue;
    private final Set<Lease> leases = ConcurrentHashMap.newKeySet();

    /** @param overdue told of the module whose connection was taken away */
    Leases(Duration longest, Consumer<String> overdue) {
        this.longest = longest;
        this.overdue = overdue;
    }

    /** The data source as the module sees it. */
    DataSource of(String module, DataSource source) {
        return proxy(DataSource.class, (self, method, arguments) -> {
            Object answer = call(source, method, arguments);
            return answer instanceof Connection connection ? lease(module, connection) : answer;
        });
    }

    private Connection lease(String module, Connection connection) {
        Lease lease = new Lease(module, connection, System.nanoTime());
        leases.add(lease);
        return proxy(Connection.class, (self, method, arguments) -> {
            if (method.getName().equals("close") || method.getName().equals("abort")) {
                leases.remove(lease);
            }
            return call(connection, method, arguments);
        });
    }

    /** Takes back what is overdue. */
    void look() {
        for (Lease lease : leases) {
            if (System.nanoTime() - lease.start() > longest.toNanos() && leases.remove(lease)) {
                LOG.error("Module {} kept a connection for more than {} s", lease.module(), longest.toSeconds());
                overdue.accept(lease.module());
                takeBack(lease);
            }
        }
    }

    private static void takeBack(Lease lease) {
        try (Connection connection = lease.connection()) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warn("A connection of module {} could not be rolled back", lease.module(), e);
        }
    }

    private static <T> T proxy(Class<T> contract, InvocationHandler handler) {
        return contract.cast(Proxy.newProxyInstance(Leases.class.getClassLoader(), new Class<?>[] {contract}, handler));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private record Lease(String module, Connection connection, long start) {

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}

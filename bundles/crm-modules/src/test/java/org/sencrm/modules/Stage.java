package org.sencrm.modules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.job.Job;
import org.sencrm.api.job.Jobs;
import org.sencrm.api.module.Modules.Action;
import org.sencrm.api.module.Modules.Module;
import org.sencrm.api.module.Modules.Plan;
import org.sencrm.api.setting.Settings;

/** An installation in a folder: framework, packages and database of a test around the real service. */
final class Stage implements AutoCloseable {

    static final Caller ADMIN = new Caller(1, Locale.ENGLISH, ZoneId.of("UTC"), "rest", 0);
    static final Caller OTHER = new Caller(2, Locale.ENGLISH, ZoneId.of("UTC"), "rest", 0);

    private static final AtomicInteger NUMBER = new AtomicInteger();

    final Fuse fuse = new Fuse();
    final FakePlatform platform = new FakePlatform(fuse);
    final Home home;
    final FakePackages packages;
    private Packages served;
    final FakeData data;
    final MovableClock clock = new MovableClock();
    final Map<String, String> settings = new TreeMap<>();
    final FragileDatabase database = new FragileDatabase(fuse);

    private final String name = "memory:modules" + NUMBER.incrementAndGet();
    private boolean safe;
    private String product = "product 1";
    ModuleHost host;
    ModuleService service;

    Stage(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("offered"));
        home = new Home(folder.resolve("home"));
        packages = new FakePackages(folder.resolve("offered"), home, fuse);
        served = packages;
        database.setDatabaseName(name);
        database.setCreateDatabase("create");
        data = new FakeData(database, platform, fuse);
    }

    /** Instead of the made-up modules. */
    Stage serving(Packages real) {
        served = real;
        return this;
    }

    Stage safe(boolean on) {
        safe = on;
        return this;
    }

    /** The program is replaced by another distribution. */
    Stage installing(String distribution) {
        product = distribution;
        return this;
    }

    /** A process starts: nothing is left of the last one but files, database and bundle cache. */
    Stage start() {
        bootOnly();
        service.takeUp();
        return this;
    }

    /** Starts and does not come to its end. */
    void bootOnly() {
        fuse.off();
        platform.restart();
        host = new ModuleHost(home, new FusedJournal(home, clock, fuse), served, platform, safe);
        host.start(product);
        service = new ModuleService(
                host,
                database,
                data,
                new Administrators(),
                new TestMessages(),
                new TestSettings(),
                new NowJobs(),
                clock);
    }

    Plan plan(String id, Action action) {
        return service.plan(ADMIN, id, action);
    }

    Job run(String id, Action action) {
        return service.run(ADMIN, plan(id, action).id());
    }

    /** Must work. */
    void done(String id, Action action) {
        Job job = run(id, action);
        if (job.state() != Job.State.DONE) {
            throw new AssertionError(action + " of " + id + ": " + job.message());
        }
    }

    Module module(String id) {
        return service.list(ADMIN).stream()
                .filter(module -> module.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    void sql(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement execution = connection.createStatement()) {
            execution.execute(statement);
        }
    }

    /** The first column of each row. */
    List<String> rows(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    boolean hasColumn(String table, String column) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet columns = connection.getMetaData().getColumns(null, null, table, column)) {
            return columns.next();
        }
    }

    boolean hasTable(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet tables = connection.getMetaData().getTables(null, null, table, null)) {
            return tables.next();
        }
    }

    @Override
    public void close() {
        try {
            DriverManager.getConnection("jdbc:derby:" + name + ";drop=true").close();
        } catch (SQLException dropped) {
            // Derby tells the end of a database as an error
        }
    }

    static final class MovableClock extends Clock {

        Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final class TestSettings implements Settings {

        @Override
        public String get(String key, String otherwise) {
            return settings.getOrDefault(key, otherwise);
        }

        @Override
        public void set(Caller caller, String key, String value) {
            if (value == null) {
                settings.remove(key);
            } else {
                settings.put(key, value);
            }
        }

        @Override
        public String own(Caller caller, String key, String otherwise) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setOwn(Caller caller, String key, String value) {
            throw new UnsupportedOperationException();
        }
    }

    /** User 1 is the only administrator. */
    private static final class Administrators implements Access {

        @Override
        public boolean isAdministrator(Caller caller) {
            return caller.userId() == ADMIN.userId();
        }

        @Override
        public boolean may(Caller caller, Right right, String type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean mayUpdate(Caller caller, String type, long id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<String> hiddenFields(Caller caller, String type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Profile profile(Caller caller) {
            throw new UnsupportedOperationException();
        }
    }

    /** Does the work at once. */
    private static final class NowJobs implements Jobs {

        @Override
        public Job start(Caller caller, String kind, Work work) {
            try {
                return job(Job.State.DONE, work.run(caller, new NoProgress()), null);
            } catch (Fault fault) {
                return job(Job.State.FAILED, Map.of(), fault.getMessage());
            }
        }

        private static Job job(Job.State state, Map<String, Object> result, String message) {
            return new Job(1, "module", state, 0, 0, result, message, 1, Instant.EPOCH, Instant.EPOCH);
        }

        @Override
        public Job get(Caller caller, long id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Job cancel(Caller caller, long id) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class NoProgress implements Jobs.Progress {

        @Override
        public long jobId() {
            return 1;
        }

        @Override
        public void total(long steps) {}

        @Override
        public void done(long steps) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    }
}

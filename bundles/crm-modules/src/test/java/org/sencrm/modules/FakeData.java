package org.sencrm.modules;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.sencrm.api.module.ModuleData;

/** Runs a changelog that a test writes down as SQL: for each bundle, by name and version, all its steps from the first. */
final class FakeData implements ModuleData {

    private final DataSource database;
    private final FakePlatform platform;
    private final Fuse fuse;
    private final Map<String, List<String>> changelogs = new TreeMap<>();
    private final Map<String, Integer> done = new TreeMap<>();
    private final Map<String, String> marks = new TreeMap<>();
    final Map<String, List<String>> fieldsElsewhere = new TreeMap<>();
    final Set<String> withoutSettings = new HashSet<>();
    final Set<String> withoutRecords = new HashSet<>();
    final Map<String, Set<String>> types = new TreeMap<>();
    final Set<String> still = new HashSet<>();
    boolean failing;
    Runnable visited = () -> {};

    FakeData(DataSource database, FakePlatform platform, Fuse fuse) {
        this.database = database;
        this.platform = platform;
        this.fuse = fuse;
    }

    void changelog(String label, String... steps) {
        changelogs.put(label, List.of(steps));
    }

    @Override
    public boolean isCurrent(long bundle) {
        Release.Part part = platform.part(bundle);
        List<String> steps = changelogs.get(part.label());
        return steps == null || steps.toString().equals(marks.get(part.name()));
    }

    @Override
    public void update(long bundle) throws Exception {
        Release.Part part = platform.part(bundle);
        List<String> steps = new ArrayList<>(changelogs.getOrDefault(part.label(), List.of()));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (int i = done.getOrDefault(part.name(), 0); i < steps.size(); i++) {
                fuse.step();
                statement.execute(steps.get(i));
                done.put(part.name(), i + 1);
            }
        }
        marks.put(part.name(), steps.toString());
    }

    @Override
    public Set<String> known() {
        return Set.copyOf(marks.keySet());
    }

    @Override
    public void forgetSchema(String module, Connection transaction) throws SQLException {
        if (failing) {
            throw new SQLException("the database is away");
        }
        done.remove(module);
        marks.remove(module);
    }

    @Override
    public void forgetSettings(String module) {
        fuse.step();
        withoutSettings.add(module);
    }

    @Override
    public List<Companions> companions(String module) {
        return List.of(new Companions("CORE_UNIQUE", "RECORD_TYPE", types.getOrDefault(module, Set.of())));
    }

    @Override
    public Stillness keepStill(String module) {
        still.add(module);
        return () -> still.remove(module);
    }

    @Override
    public void forgetRecords(String module) {
        fuse.step();
        withoutRecords.add(module);
    }

    @Override
    public void visitFields(String module, FieldVisitor visitor) throws Exception {
        visited.run();
        for (Map.Entry<String, List<String>> fields : fieldsElsewhere.entrySet()) {
            visitor.visit(fields.getKey(), fields.getValue());
        }
    }

    @Override
    public void forgetFields(String module) {
        fuse.step();
        fieldsElsewhere.clear();
    }
}

package org.sencrm.core.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.audit.AuditCheck;
import org.sencrm.api.audit.AuditEntry;
import org.sencrm.api.audit.AuditEvent;
import org.sencrm.api.audit.AuditQuery;
import org.sencrm.api.audit.AuditTrail;
import org.sencrm.api.record.ChoiceSource;
import org.sencrm.api.record.RecordData;
import org.sencrm.core.extension.Contribution;
import org.sencrm.core.model.GrantChoices;
import org.sencrm.core.record.TestEngine;
import org.sencrm.core.store.Dialect;
import org.sencrm.core.store.Sql;

/** An engine with its audit trail, which is sealed when the test says so; changes count as settled at once. */
public final class TrailBench implements AutoCloseable {

    public final TestEngine engine = new TestEngine();
    final Sealer sealer = new Sealer(engine.local, Duration.ZERO, Clock.systemUTC());
    public final StoredAuditTrail trail =
            new StoredAuditTrail(engine.local, engine.audit, engine.sightings, engine.gate, engine.messages, sealer);
    final RecordData auditor;

    public TrailBench() {
        GrantChoices grants = new GrantChoices(engine.messages);
        grants.add("audit", AuditTrail.PERMISSION);
        engine.extensions.choices().add(Contribution.of(grants, Map.of(ChoiceSource.FIELD, "roles.grants")));
        auditor = engine.user(
                "auditor", null, engine.create("roles", "name", "auditors", "grants", List.of(AuditTrail.PERMISSION)));
    }

    Caller asAuditor() {
        return TestEngine.as(auditor);
    }

    void note(String kind) {
        trail.note(TestEngine.SYSTEM, AuditEvent.of(kind).on("things", "one").with("lines", 3));
    }

    /** With so many entries that are sealed. */
    TrailBench with(int entries) {
        for (int i = 1; i <= entries; i++) {
            note("test.event" + (char) ('a' + i));
        }
        sealer.sealEvents();
        return this;
    }

    public void sealChanges() {
        boolean more = true;
        while (more) {
            more = sealer.sealChanges();
        }
    }

    List<AuditEntry> entries() {
        return trail.find(TestEngine.SYSTEM, AuditQuery.newest(AuditTrail.MOST));
    }

    List<String> kinds() {
        return entries().stream().map(AuditEntry::kind).toList();
    }

    public AuditCheck verify() {
        return trail.verify(TestEngine.SYSTEM, null);
    }

    /** As somebody does who owns the database; a trigger of PostgreSQL would be in the way of anybody else. */
    public void tamper(String statement) {
        engine.local.write(connection -> {
            if (engine.local.dialect() == Dialect.POSTGRESQL) {
                run(connection, "alter table CORE_AUDIT disable trigger core_audit_kept");
            }
            return run(connection, statement);
        });
    }

    long number(String question) {
        return engine.local.read(connection -> Sql.of(question).first(connection, row -> row.getLong(1)));
    }

    private static int run(Connection connection, String statement) throws SQLException {
        try (Statement one = connection.createStatement()) {
            return one.executeUpdate(statement);
        }
    }

    @Override
    public void close() throws InterruptedException {
        engine.close();
    }
}

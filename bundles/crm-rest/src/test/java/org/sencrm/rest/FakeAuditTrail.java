package org.sencrm.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.ClientAddress;
import org.sencrm.api.audit.AuditCheck;
import org.sencrm.api.audit.AuditEntry;
import org.sencrm.api.audit.AuditEvent;
import org.sencrm.api.audit.AuditQuery;
import org.sencrm.api.audit.AuditTrail;
import org.sencrm.api.fault.Forbidden;

/** Two entries, of which the second is broken; tells what it was asked. */
final class FakeAuditTrail implements AuditTrail {

    static final String HEAD = "ab".repeat(32);

    boolean allowed = true;
    AuditQuery asked;
    String address;

    @Override
    public void note(Caller caller, AuditEvent event) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<AuditEntry> find(Caller caller, AuditQuery query) {
        requireAllowed();
        asked = query;
        address = ClientAddress.served();
        Instant at = Instant.parse("2026-03-02T08:00:00Z");
        return List.of(
                        new AuditEntry(
                                2,
                                at,
                                7L,
                                "anna",
                                "192.0.2.1",
                                "rest",
                                "record.opened",
                                "accounts",
                                "5",
                                Map.of("lines", 3),
                                HEAD),
                        new AuditEntry(1, at, null, null, null, "ui", "signIn.refused", null, null, Map.of(), HEAD))
                .stream()
                .filter(entry -> query.before() == 0 || entry.number() < query.before())
                .limit(query.limit())
                .toList();
    }

    @Override
    public long write(Caller caller, AuditQuery query, OutputStream csv) {
        requireAllowed();
        try {
            csv.write("\"number\"\r\n\"1\"\r\n".getBytes(StandardCharsets.UTF_8));
            return 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public AuditCheck verify(Caller caller, String expected) {
        requireAllowed();
        return expected == null
                ? new AuditCheck(2, HEAD, 9, null, 0)
                : new AuditCheck(2, HEAD, 9, AuditCheck.Flaw.CHANGED, 2);
    }

    private void requireAllowed() {
        if (!allowed) {
            throw new Forbidden("no");
        }
    }
}

package org.sencrm.transfer.support;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.audit.AuditCheck;
import org.sencrm.api.audit.AuditEntry;
import org.sencrm.api.audit.AuditEvent;
import org.sencrm.api.audit.AuditQuery;
import org.sencrm.api.audit.AuditTrail;

/** Remembers what was noted, and has nothing to read. */
public final class MemoryTrail implements AuditTrail {

    public final List<AuditEvent> events = new ArrayList<>();

    @Override
    public void note(Caller caller, AuditEvent event) {
        events.add(event);
    }

    @Override
    public List<AuditEntry> find(Caller caller, AuditQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long write(Caller caller, AuditQuery query, OutputStream csv) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AuditCheck verify(Caller caller, String expected) {
        throw new UnsupportedOperationException();
    }
}

package org.sencrm.core.handover;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.audit.AuditEvent;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.job.Jobs;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordAction;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Rsql;
import org.sencrm.api.text.Messages;
import org.sencrm.core.audit.AuditLog;
import org.sencrm.core.gate.Kinds;

/**
 * Action {@code handOver} of users, for administrators: {@code {"to":"id or user name","deactivate":true}}. Everything that
 * the user owns goes to a colleague in a job; the answer is {@code {"job":"id"}}. Who wrote what and when stays as it is.
 */
@Component(property = {RecordAction.TYPE + "=users", RecordAction.NAME + "=handOver", RecordAction.PROOF + "=true"})
public final class HandOver implements RecordAction {

    private static final String JOB = "hand-over";

    private final Records records;
    private final RecordTypes types;
    private final Access access;
    private final Jobs jobs;
    private final Messages messages;
    private final AuditLog audit;

    @Activate
    public HandOver(
            @Reference Records records,
            @Reference RecordTypes types,
            @Reference Access access,
            @Reference Jobs jobs,
            @Reference Messages messages,
            @Reference AuditLog audit) {
        this.audit = audit;
        this.records = records;
        this.types = types;
        this.access = access;
        this.jobs = jobs;
        this.messages = messages;
    }

    @Override
    public Object run(Caller caller, RecordData from, Map<String, Object> input) {
        if (!access.isAdministrator(caller)) {
            throw new Forbidden(messages.text(caller.locale(), "handOver.forbidden"));
        }
        boolean deactivate = !Boolean.FALSE.equals(input.get("deactivate"));
        if (deactivate && from.id() == caller.userId()) {
            throw refused(caller, "handOver.oneself");
        }
        RecordData to = successor(caller, from, input.get("to"));
        HandOverWork work = new HandOverWork(records, types, messages, from, to, deactivate);
        String job = Long.toString(jobs.start(caller, JOB, work).id());
        audit.note(
                caller,
                AuditEvent.of("user.handedOver")
                        .on(from.type(), from.id())
                        .with("to", Long.toString(to.id()))
                        .with("deactivate", deactivate)
                        .with("job", job));
        return Map.of("job", job);
    }

    private RecordData successor(Caller caller, RecordData from, Object named) {
        String text = named == null ? "" : String.valueOf(named);
        String who = text.matches("\\d{1,18}") ? Rsql.equal("id", text) : Rsql.equal("userName", text);
        RecordData found = records.list(caller, Query.of(from.type()).where(who)).items().stream()
                .findFirst()
                .orElseThrow(() -> refused(caller, "handOver.nobody"));
        if (found.id() == from.id()) {
            throw refused(caller, "handOver.same");
        } else if (!Boolean.TRUE.equals(found.get("active"))) {
            throw refused(caller, "handOver.inactive");
        } else if (Kinds.isOutside(found.get("kind"))) {
            throw refused(caller, "handOver.outside");
        }
        return found;
    }

    private InvalidRecord refused(Caller caller, String key) {
        String message = messages.text(caller.locale(), key);
        return new InvalidRecord(message, List.of(new FieldError("to", "successor", message)));
    }

    @Override
    public boolean offered(Caller caller, RecordData record) {
        return access.isAdministrator(caller);
    }

    @Override
    public boolean needsInput() {
        return true;
    }
}

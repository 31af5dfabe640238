package org.sencrm.rest.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.sencrm.api.guard.ModuleHealth;
import org.sencrm.api.module.ModuleDetails;
import org.sencrm.api.module.ModuleEvent;
import org.sencrm.api.module.ModuleRepository;
import org.sencrm.api.module.ModuleUse;
import org.sencrm.api.module.Modules;
import org.sencrm.rest.http.Words;
import org.sencrm.rest.json.Values;

/** Modules, plans and what belongs to them as JSON. */
public final class ModuleJson {

    private ModuleJson() {}

    /** One module, as in the events. */
    public static void write(JsonGenerator out, Modules.Module module) throws IOException {
        out.writeStartObject();
        members(out, module);
        out.writeEndObject();
    }

    static void members(JsonGenerator out, Modules.Module module) throws IOException {
        out.writeStringField("id", module.id());
        out.writeStringField("version", module.version());
        out.writeStringField("kind", module.kind());
        out.writeStringField("state", Words.of(module.state()));
        out.writeStringField("label", module.label());
        Values.member(out, "previousVersions", module.previousVersions());
        out.writeStringField("error", module.error());
        out.writeStringField("vendor", module.vendor());
        out.writeStringField("description", module.description());
        out.writeStringField("update", module.update());
        out.writeStringField("icon", module.icon());
        Values.member(out, "notices", module.notices());
    }

    static void write(JsonGenerator out, ModuleHealth health) throws IOException {
        if (health == null) {
            out.writeNullField("health");
            return;
        }
        out.writeObjectFieldStart("health");
        out.writeNumberField("calls", health.calls());
        out.writeNumberField("errors", health.errors());
        out.writeNumberField("statements", health.statements());
        out.writeNumberField("slowStatements", health.slowStatements());
        out.writeNumberField("millis", health.time().toMillis());
        out.writeBooleanField("paused", health.paused());
        out.writeStringField("lastError", health.lastError());
        out.writeEndObject();
    }

    static void write(JsonGenerator out, ModuleUse use) throws IOException {
        if (use == null) {
            out.writeNullField("use");
            return;
        }
        out.writeObjectFieldStart("use");
        out.writeNumberField("threads", use.threads());
        out.writeNumberField("parcels", use.parcels());
        out.writeNumberField("outsideCalls", use.outsideCalls());
        Values.member(out, "exceeded", use.exceeded());
        Values.member(out, "limits", use.limits());
        out.writeEndObject();
    }

    static void write(JsonGenerator out, ModuleDetails details, List<ModuleEvent> journal) throws IOException {
        out.writeStartObject();
        members(out, details.module());
        out.writeStringField("origin", details.origin());
        signer(out, details.signer());
        permissions(out, details.permissions());
        Values.member(out, "api", details.api());
        Values.member(out, "requires", details.requires());
        Values.member(out, "neededBy", details.neededBy());
        Values.member(out, "screenshots", details.screenshots());
        out.writeStringField("changes", details.changes());
        out.writeArrayFieldStart("tables");
        for (ModuleDetails.Table table : details.tables()) {
            out.writeStartObject();
            out.writeStringField("name", table.name());
            Values.member(out, "rows", table.rows() < 0 ? null : table.rows());
            out.writeEndObject();
        }
        out.writeEndArray();
        Values.references(out, "offFor", details.offFor());
        out.writeStringField("refusal", details.refusal());
        out.writeArrayFieldStart("journal");
        for (ModuleEvent event : journal) {
            write(out, event);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, ModuleEvent event) throws IOException {
        out.writeStartObject();
        out.writeStringField("action", Words.of(event.action()));
        out.writeStringField("from", event.from());
        out.writeStringField("to", event.to());
        out.writeStringField("result", Words.of(event.result()));
        Values.member(out, "by", event.by());
        Values.member(out, "at", event.at());
        out.writeEndObject();
    }

    static void write(JsonGenerator out, ModuleRepository repository) throws IOException {
        out.writeStartObject();
        out.writeStringField("place", repository.place());
        out.writeStringField("problem", repository.problem());
        out.writeArrayFieldStart("packages");
        for (ModuleRepository.Package offered : repository.packages()) {
            out.writeStartObject();
            out.writeStringField("id", offered.id());
            out.writeStringField("version", offered.version());
            out.writeStringField("vendor", offered.vendor());
            out.writeStringField("label", offered.label());
            out.writeNumberField("size", offered.size());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    static void write(JsonGenerator out, Modules.Plan plan) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", plan.id());
        out.writeStringField("module", plan.module());
        out.writeStringField("label", plan.label());
        out.writeStringField("version", plan.version());
        out.writeStringField("action", Words.of(plan.action()));
        Values.member(out, "adds", plan.adds());
        Values.member(out, "stops", plan.stops());
        Values.member(out, "refreshes", plan.refreshes());
        Values.member(out, "tables", plan.tables());
        Values.member(out, "changes", plan.changes());
        Values.member(out, "neededBy", plan.neededBy());
        out.writeNumberField("sessionsAffected", plan.sessionsAffected());
        Values.member(out, "warnings", plan.warnings());
        out.writeStringField("wayBack", plan.wayBack());
        out.writeBooleanField("possible", plan.possible());
        signer(out, plan.signer());
        permissions(out, plan.permissions());
        out.writeEndObject();
    }

    private static void signer(JsonGenerator out, Modules.Signer signer) throws IOException {
        if (signer == null) {
            out.writeNullField("signer");
            return;
        }
        out.writeObjectFieldStart("signer");
        out.writeStringField("kind", signer.kind());
        out.writeStringField("name", signer.name());
        out.writeStringField("subject", signer.subject());
        out.writeStringField("fingerprint", signer.fingerprint());
        Values.member(out, "validUntil", signer.validUntil());
        out.writeEndObject();
    }

    private static void permissions(JsonGenerator out, Modules.Permissions permissions) throws IOException {
        out.writeObjectFieldStart("permissions");
        Values.member(out, "records", permissions.records());
        Values.member(out, "hosts", permissions.hosts());
        Values.member(out, "files", permissions.files());
        out.writeEndObject();
    }
}

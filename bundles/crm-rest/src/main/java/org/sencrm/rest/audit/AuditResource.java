package org.sencrm.rest.audit;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.sencrm.api.access.Caller;
import org.sencrm.api.audit.AuditCheck;
import org.sencrm.api.audit.AuditEntry;
import org.sencrm.api.audit.AuditQuery;
import org.sencrm.api.audit.AuditTrail;
import org.sencrm.rest.http.AnswerStream;
import org.sencrm.rest.http.Parameters;
import org.sencrm.rest.http.RecordId;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.http.Takes;
import org.sencrm.rest.json.JsonBody;
import org.sencrm.rest.json.Values;

/** The audit trail, for those who may read it: as a list, as a file, and whether it is whole. */
@Path("v1/audit")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource {

    private static final int DEFAULT_LIMIT = 50;

    private final Services services;

    public AuditResource(Services services) {
        this.services = services;
    }

    @GET
    @Takes({"user", "kind", "type", "subject", "from", "until", "limit", "cursor"})
    public JsonBody list(@Context Caller caller, @Context Parameters parameters) {
        int limit = parameters.limit(DEFAULT_LIMIT, AuditTrail.MOST);
        AuditQuery query = query(parameters, limit).before(parameters.cursorNumber());
        List<AuditEntry> entries = services.auditTrail().find(caller, query);
        return out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (AuditEntry entry : entries) {
                write(out, entry);
            }
            out.writeEndArray();
            boolean more = entries.size() == limit;
            out.writeStringField(
                    "next", more ? Long.toString(entries.get(limit - 1).number()) : null);
            out.writeEndObject();
        };
    }

    @GET
    @Path("csv")
    @Produces(MediaType.WILDCARD)
    @Takes({"user", "kind", "type", "subject", "from", "until"})
    public Response csv(@Context Caller caller, @Context Parameters parameters) {
        AuditTrail trail = services.auditTrail();
        AuditQuery query = query(parameters, 1);
        // once the file is on its way there is no way back to a problem
        trail.find(caller, query);
        StreamingOutput content = line -> {
            try (AnswerStream out = new AnswerStream(line)) {
                trail.write(caller, query, out);
            }
        };
        String name = "audit-" + LocalDate.now(caller.zone()) + ".csv";
        return Response.ok(content)
                .header(HttpHeaders.CONTENT_TYPE, "text/csv; charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + '"')
                .build();
    }

    @GET
    @Path("verification")
    @Takes("expect")
    public JsonBody verification(@Context Caller caller, @Context Parameters parameters) {
        AuditCheck check = services.auditTrail().verify(caller, parameters.text("expect"));
        return out -> {
            out.writeStartObject();
            out.writeBooleanField("whole", check.isWhole());
            out.writeStringField("entries", Long.toString(check.entries()));
            out.writeStringField("changes", Long.toString(check.changes()));
            out.writeStringField("head", check.head());
            out.writeStringField("flaw", check.isWhole() ? null : check.flaw().code());
            out.writeStringField("entry", check.isWhole() ? null : Long.toString(check.entry()));
            out.writeEndObject();
        };
    }

    private static AuditQuery query(Parameters parameters, int limit) {
        String user = parameters.text("user");
        return AuditQuery.newest(limit)
                .by(user == null ? null : (Long) RecordId.of(user))
                .ofKind(parameters.text("kind"))
                .about(parameters.text("type"), parameters.text("subject"))
                .between(parameters.time("from"), parameters.time("until"));
    }

    private static void write(JsonGenerator out, AuditEntry entry) throws IOException {
        out.writeStartObject();
        out.writeStringField("number", Long.toString(entry.number()));
        Values.member(out, "at", entry.at());
        out.writeStringField("user", entry.user() == null ? null : Long.toString(entry.user()));
        out.writeStringField("userName", entry.userName());
        out.writeStringField("address", entry.address());
        out.writeStringField("through", entry.through());
        out.writeStringField("kind", entry.kind());
        out.writeStringField("type", entry.type());
        out.writeStringField("subject", entry.subject());
        Values.member(out, "details", entry.details());
        out.writeStringField("hash", entry.hash());
        out.writeEndObject();
    }
}

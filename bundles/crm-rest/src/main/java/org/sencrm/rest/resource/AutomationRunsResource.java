package org.sencrm.rest.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.sencrm.api.access.Caller;
import org.sencrm.api.automation.AutomationRun;
import org.sencrm.rest.http.Parameters;
import org.sencrm.rest.http.RecordId;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.http.Takes;
import org.sencrm.rest.json.JsonBody;
import org.sencrm.rest.json.Values;

/** What became of an automation, newest first. */
@Path("v1/automations/{id}/runs")
@Produces(MediaType.APPLICATION_JSON)
public final class AutomationRunsResource {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    private final Services services;

    public AutomationRunsResource(Services services) {
        this.services = services;
    }

    @GET
    @Takes({"limit", "cursor"})
    public JsonBody list(@Context Caller caller, @Context Parameters parameters, @PathParam("id") String id) {
        int limit = parameters.limit(DEFAULT_LIMIT, MAX_LIMIT);
        List<AutomationRun> runs =
                services.automations().runs(caller, RecordId.of(id), limit, parameters.cursorNumber());
        return out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (AutomationRun run : runs) {
                write(out, run);
            }
            out.writeEndArray();
            out.writeStringField(
                    "next",
                    runs.size() < limit
                            ? null
                            : Long.toString(runs.get(limit - 1).id()));
            out.writeEndObject();
        };
    }

    private static void write(JsonGenerator out, AutomationRun run) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", Long.toString(run.id()));
        out.writeObjectFieldStart("record");
        out.writeStringField("type", run.record().type());
        out.writeStringField("id", Long.toString(run.record().id()));
        out.writeEndObject();
        out.writeStringField("state", run.state().code());
        out.writeStringField("message", run.message());
        Values.member(out, "at", run.at());
        out.writeEndObject();
    }
}

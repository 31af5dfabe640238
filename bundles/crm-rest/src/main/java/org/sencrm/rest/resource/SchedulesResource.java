package org.sencrm.rest.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.sencrm.api.access.Caller;
import org.sencrm.api.job.Job;
import org.sencrm.api.job.ScheduledJobs;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.json.JsonBody;
import org.sencrm.rest.json.Values;

/** Jobs that run by themselves at set times, for administrators. */
@Path("v1/jobs/schedules")
@Produces(MediaType.APPLICATION_JSON)
public final class SchedulesResource {

    private final Services services;

    public SchedulesResource(Services services) {
        this.services = services;
    }

    @GET
    public JsonBody list(@Context Caller caller) {
        List<ScheduledJobs.Line> lines = services.scheduledJobs().list(caller);
        return out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (ScheduledJobs.Line line : lines) {
                write(out, line);
            }
            out.writeEndArray();
            out.writeEndObject();
        };
    }

    @POST
    @Path("{name}/run")
    public Response run(@Context Caller caller, @PathParam("name") String name) {
        Job job = services.scheduledJobs().start(caller, name);
        return Answers.accepted("jobs/" + job.id(), out -> JobsResource.write(out, job));
    }

    private static void write(JsonGenerator out, ScheduledJobs.Line line) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", line.name());
        out.writeStringField("label", line.label());
        out.writeStringField("module", line.module());
        out.writeStringField("schedule", line.schedule());
        Values.member(out, "nextAt", line.nextAt());
        out.writeFieldName("last");
        if (line.last() == null) {
            out.writeNull();
        } else {
            JobsResource.write(out, line.last());
        }
        out.writeEndObject();
    }
}

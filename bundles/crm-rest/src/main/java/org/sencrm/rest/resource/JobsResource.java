package org.sencrm.rest.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.sencrm.api.access.Caller;
import org.sencrm.api.job.Job;
import org.sencrm.rest.http.RecordId;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.json.JsonBody;
import org.sencrm.rest.json.Values;

/** Long work: how far it is and what came out. */
@Path("v1/jobs/{id}")
@Produces(MediaType.APPLICATION_JSON)
public final class JobsResource {

    private final Services services;

    public JobsResource(Services services) {
        this.services = services;
    }

    @GET
    public JsonBody get(@Context Caller caller, @PathParam("id") String id) {
        Job job = services.jobs().get(caller, RecordId.of(id));
        return out -> write(out, job);
    }

    @POST
    @Path("cancel")
    public JsonBody cancel(@Context Caller caller, @PathParam("id") String id) {
        Job job = services.jobs().cancel(caller, RecordId.of(id));
        return out -> write(out, job);
    }

    static void write(JsonGenerator out, Job job) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", Long.toString(job.id()));
        out.writeStringField("kind", job.kind());
        out.writeStringField("state", job.state().code());
        out.writeNumberField("total", job.total());
        out.writeNumberField("done", job.done());
        Values.member(out, "progress", percent(job));
        Values.member(out, "result", job.result());
        out.writeStringField("message", job.message());
        Values.member(out, "startedAt", job.startedAt());
        Values.member(out, "endedAt", job.endedAt());
        out.writeEndObject();
    }

    /** In whole percent; null while nobody knows how much there is to do. */
    private static Long percent(Job job) {
        if (job.state() == Job.State.DONE) {
            return 100L;
        }
        return job.total() == 0 ? null : Math.min(100, job.done() * 100 / job.total());
    }
}

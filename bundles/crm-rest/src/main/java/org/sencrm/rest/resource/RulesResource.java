package org.sencrm.rest.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.sencrm.api.access.Caller;
import org.sencrm.api.field.RecordRule;
import org.sencrm.rest.http.IfMatch;
import org.sencrm.rest.http.Input;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.json.JsonBody;
import org.sencrm.rest.json.Values;

/** The rules for the records of a type, for administrators. Whoever names the version they saw never overwrites a newer one. */
@Path("v1/fields/{type}/rules")
@Produces(MediaType.APPLICATION_JSON)
public final class RulesResource {

    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final String ID = "{id: \\d{1,18}}";

    private final Services services;

    public RulesResource(Services services) {
        this.services = services;
    }

    @GET
    public JsonBody list(@Context Caller caller, @PathParam("type") String type) {
        List<RecordRule> rules = services.recordRules().list(caller, type);
        return out -> {
            out.writeStartArray();
            for (RecordRule rule : rules) {
                write(out, rule);
            }
            out.writeEndArray();
        };
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Context Caller caller, @PathParam("type") String type, Input input) {
        RecordRule rule = services.recordRules().create(caller, type, input.members());
        return answer(Response.Status.CREATED, rule)
                .header(HttpHeaders.LOCATION, "/api/v1/fields/" + rule.type() + "/rules/" + rule.id())
                .build();
    }

    @GET
    @Path(ID)
    public Response get(@Context Caller caller, @PathParam("type") String type, @PathParam("id") long id) {
        return answer(Response.Status.OK, services.recordRules().get(caller, type, id))
                .build();
    }

    @PATCH
    @Path(ID)
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    public Response patch(
            @Context Caller caller,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @PathParam("type") String type,
            @PathParam("id") long id,
            Input input) {
        RecordRule stored = services.recordRules().get(caller, type, id);
        RecordRule changed = services.recordRules()
                .update(caller, type, id, IfMatch.optional(ifMatch, stored.version()), input.members());
        return answer(Response.Status.OK, changed).build();
    }

    @DELETE
    @Path(ID)
    public void remove(
            @Context Caller caller,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @PathParam("type") String type,
            @PathParam("id") long id) {
        RecordRule stored = services.recordRules().get(caller, type, id);
        services.recordRules().remove(caller, type, id, IfMatch.optional(ifMatch, stored.version()));
    }

    private static Response.ResponseBuilder answer(Response.Status status, RecordRule rule) {
        JsonBody body = out -> write(out, rule);
        return Response.status(status)
                .header(HttpHeaders.ETAG, IfMatch.tag(rule.version()))
                .entity(body);
    }

    private static void write(JsonGenerator out, RecordRule rule) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", Long.toString(rule.id()));
        out.writeStringField("kind", rule.kind().code());
        out.writeStringField("field", rule.field());
        switch (rule.kind()) {
            case REFUSE -> Values.member(out, "message", rule.message());
            case SHOW -> out.writeBooleanField("required", rule.required());
            case CHOICES -> {
                out.writeStringField("by", rule.by());
                Values.member(out, "choices", rule.choices());
            }
        }
        if (rule.condition() != null) {
            out.writeStringField("condition", rule.condition());
        }
        out.writeEndObject();
    }
}

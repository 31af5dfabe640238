package org.sencrm.rest.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.field.RecordLayout;
import org.sencrm.rest.http.IfMatch;
import org.sencrm.rest.http.Input;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.json.JsonBody;
import org.sencrm.rest.json.Values;

/**
 * The layouts of a record type, for administrators: for each role, named by its id, and for {@code everybody}. Whoever names
 * the version they saw never overwrites a newer one.
 */
@Path("v1/fields/{type}/layouts")
@Produces(MediaType.APPLICATION_JSON)
public final class LayoutsResource {

    private static final String EVERYBODY = "everybody";
    private static final String ROLE = "{role: everybody|[1-9]\\d{0,17}}";

    private final Services services;

    public LayoutsResource(Services services) {
        this.services = services;
    }

    @GET
    public JsonBody list(@Context Caller caller, @PathParam("type") String type) {
        List<RecordLayout> layouts = services.recordLayouts().list(caller, type);
        return out -> {
            out.writeStartArray();
            for (RecordLayout layout : layouts) {
                write(out, layout);
            }
            out.writeEndArray();
        };
    }

    @GET
    @Path(ROLE)
    public Response get(@Context Caller caller, @PathParam("type") String type, @PathParam("role") String role) {
        return answer(Response.Status.OK, services.recordLayouts().get(caller, type, id(role)));
    }

    @PUT
    @Path(ROLE)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(
            @Context Caller caller,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @PathParam("type") String type,
            @PathParam("role") String role,
            Input input) {
        long stored = stored(caller, type, id(role));
        RecordLayout layout = services.recordLayouts()
                .put(caller, type, id(role), IfMatch.optional(ifMatch, stored), input.members());
        return answer(stored == 0 ? Response.Status.CREATED : Response.Status.OK, layout);
    }

    @DELETE
    @Path(ROLE)
    public void remove(
            @Context Caller caller,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @PathParam("type") String type,
            @PathParam("role") String role) {
        long stored = stored(caller, type, id(role));
        services.recordLayouts().remove(caller, type, id(role), IfMatch.optional(ifMatch, stored));
    }

    /** The stored version; 0 where nothing is stored. */
    private long stored(Caller caller, String type, long role) {
        try {
            return services.recordLayouts().get(caller, type, role).version();
        } catch (NotFound none) {
            return 0;
        }
    }

    private static long id(String role) {
        return EVERYBODY.equals(role) ? RecordLayout.EVERYBODY : Long.parseLong(role);
    }

    private static Response answer(Response.Status status, RecordLayout layout) {
        JsonBody body = out -> write(out, layout);
        return Response.status(status)
                .header(HttpHeaders.ETAG, IfMatch.tag(layout.version()))
                .entity(body)
                .build();
    }

    private static void write(JsonGenerator out, RecordLayout layout) throws IOException {
        out.writeStartObject();
        boolean everybody = layout.role() == RecordLayout.EVERYBODY;
        out.writeStringField("role", everybody ? EVERYBODY : Long.toString(layout.role()));
        out.writeArrayFieldStart("sections");
        for (RecordLayout.Section section : layout.sections()) {
            out.writeStartObject();
            out.writeStringField("word", section.word());
            Values.member(out, "label", section.label());
            Values.member(out, "fields", section.fields());
            out.writeEndObject();
        }
        out.writeEndArray();
        Values.member(out, "hidden", layout.hidden().stream().sorted().toList());
        out.writeEndObject();
    }
}

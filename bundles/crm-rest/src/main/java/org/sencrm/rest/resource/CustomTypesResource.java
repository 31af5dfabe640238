package org.sencrm.rest.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.ws.rs.Consumes;
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
import org.sencrm.api.field.CustomType;
import org.sencrm.rest.http.IfMatch;
import org.sencrm.rest.http.Input;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.json.JsonBody;
import org.sencrm.rest.json.Values;

/**
 * The record types that administrators made, retired ones too, for administrators. Whoever names the version they saw never
 * overwrites a newer one. None is ever removed: {@code retired} puts one out of sight.
 */
@Path("v1/types/custom")
@Produces(MediaType.APPLICATION_JSON)
public final class CustomTypesResource {

    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final String LABEL = "label";
    private static final String PLURAL = "plural";
    private static final String NAME_LABEL = "nameLabel";

    private final Services services;

    public CustomTypesResource(Services services) {
        this.services = services;
    }

    @GET
    public JsonBody list(@Context Caller caller) {
        List<CustomType> types = services.customTypes().list(caller);
        return out -> {
            out.writeStartArray();
            for (CustomType type : types) {
                write(out, type);
            }
            out.writeEndArray();
        };
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Context Caller caller, Input input) {
        CustomType type = services.customTypes().create(caller, input.members());
        return answer(Response.Status.CREATED, type)
                .header(HttpHeaders.LOCATION, "/api/v1/types/custom/" + type.name())
                .build();
    }

    @GET
    @Path("{name}")
    public Response get(@Context Caller caller, @PathParam("name") String name) {
        return answer(Response.Status.OK, services.customTypes().get(caller, name))
                .build();
    }

    @PATCH
    @Path("{name}")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    public Response patch(
            @Context Caller caller,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @PathParam("name") String name,
            Input input) {
        CustomType stored = services.customTypes().get(caller, name);
        Map<String, Object> patch = Labels.merged(
                input.members(),
                Map.of(LABEL, stored.label(), PLURAL, stored.plural(), NAME_LABEL, stored.nameLabel()));
        CustomType changed =
                services.customTypes().update(caller, name, IfMatch.optional(ifMatch, stored.version()), patch);
        return answer(Response.Status.OK, changed).build();
    }

    private static Response.ResponseBuilder answer(Response.Status status, CustomType type) {
        JsonBody body = out -> write(out, type);
        return Response.status(status)
                .header(HttpHeaders.ETAG, IfMatch.tag(type.version()))
                .entity(body);
    }

    private static void write(JsonGenerator out, CustomType type) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", type.name());
        Values.member(out, LABEL, Labels.plain(type.label()));
        Values.member(out, PLURAL, Labels.plain(type.plural()));
        Values.member(out, NAME_LABEL, Labels.plain(type.nameLabel()));
        out.writeStringField("icon", type.icon());
        out.writeStringField("group", type.group());
        out.writeBooleanField("administrative", type.administrative());
        out.writeBooleanField("retired", type.retired());
        out.writeStringField("board", type.board());
        out.writeEndObject();
    }
}

package org.sencrm.rest.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
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
import org.sencrm.api.field.CustomField;
import org.sencrm.api.field.RollUp;
import org.sencrm.rest.http.IfMatch;
import org.sencrm.rest.http.Input;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.json.JsonBody;
import org.sencrm.rest.json.Values;

/** The custom fields of a record type, for administrators. Whoever names the version they saw never overwrites a newer one. */
@Path("v1/fields/{type}")
@Produces(MediaType.APPLICATION_JSON)
public final class FieldsResource {

    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final String LABEL = "label";

    private final Services services;

    public FieldsResource(Services services) {
        this.services = services;
    }

    @GET
    public JsonBody list(@Context Caller caller, @PathParam("type") String type) {
        List<CustomField> fields = services.customFields().list(caller, type);
        return out -> {
            out.writeStartArray();
            for (CustomField field : fields) {
                write(out, field);
            }
            out.writeEndArray();
        };
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Context Caller caller, @PathParam("type") String type, Input input) {
        CustomField field = services.customFields().create(caller, type, input.members());
        return answer(Response.Status.CREATED, field)
                .header(HttpHeaders.LOCATION, "/api/v1/fields/" + field.type() + '/' + field.name())
                .build();
    }

    @GET
    @Path("{name}")
    public Response get(@Context Caller caller, @PathParam("type") String type, @PathParam("name") String name) {
        return answer(Response.Status.OK, services.customFields().get(caller, type, name))
                .build();
    }

    @PATCH
    @Path("{name}")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    public Response patch(
            @Context Caller caller,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @PathParam("type") String type,
            @PathParam("name") String name,
            Input input) {
        CustomField stored = services.customFields().get(caller, type, name);
        Map<String, Object> patch = Labels.merged(input.members(), Map.of(LABEL, stored.label()));
        CustomField changed =
                services.customFields().update(caller, type, name, IfMatch.optional(ifMatch, stored.version()), patch);
        return answer(Response.Status.OK, changed).build();
    }

    @DELETE
    @Path("{name}")
    public void remove(
            @Context Caller caller,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @PathParam("type") String type,
            @PathParam("name") String name) {
        CustomField stored = services.customFields().get(caller, type, name);
        services.customFields().remove(caller, type, name, IfMatch.optional(ifMatch, stored.version()));
    }

    private static Response.ResponseBuilder answer(Response.Status status, CustomField field) {
        JsonBody body = out -> write(out, field);
        return Response.status(status)
                .header(HttpHeaders.ETAG, IfMatch.tag(field.version()))
                .entity(body);
    }

    private static void write(JsonGenerator out, CustomField field) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", field.name());
        Values.member(out, LABEL, Labels.plain(field.label()));
        out.writeStringField("kind", kind(field));
        out.writeBooleanField("required", field.required());
        out.writeBooleanField("unique", field.unique());
        Values.member(out, "default", field.initial());
        out.writeArrayFieldStart("options");
        for (CustomField.Option option : field.options()) {
            out.writeStartObject();
            out.writeStringField("code", option.code());
            Values.member(out, LABEL, Labels.plain(option.label()));
            out.writeBooleanField("retired", option.retired());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeStringField("target", field.target());
        if (field.isComputed()) {
            writeComputation(out, field);
        }
        out.writeEndObject();
    }

    private static String kind(CustomField field) {
        return field.expression() != null
                ? "formula"
                : field.rollUp() != null ? "rollUp" : field.kind().code();
    }

    private static void writeComputation(JsonGenerator out, CustomField field) throws IOException {
        out.writeStringField("result", field.kind().code());
        if (field.rollUp() == null) {
            out.writeStringField("expression", field.expression());
            return;
        }
        RollUp rollUp = field.rollUp();
        out.writeObjectFieldStart("rollUp");
        out.writeStringField("function", rollUp.function().code());
        out.writeStringField("type", rollUp.type());
        out.writeStringField("by", rollUp.by());
        out.writeStringField("field", rollUp.field());
        out.writeStringField("filter", rollUp.filter());
        out.writeEndObject();
    }
}

package org.sencrm.rest.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.sencrm.api.access.Caller;
import org.sencrm.api.signin.Factor;
import org.sencrm.api.signin.Factors;
import org.sencrm.rest.http.Input;
import org.sencrm.rest.http.RecordId;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.json.JsonBody;
import org.sencrm.rest.json.Values;

/** The caller's own second factors. */
@Path("v1/me/factors")
@Produces(MediaType.APPLICATION_JSON)
public final class FactorsResource {

    private final Services services;

    public FactorsResource(Services services) {
        this.services = services;
    }

    @GET
    public JsonBody list(@Context Caller caller) {
        List<Factor> factors = services.factors().own(caller);
        return out -> {
            out.writeStartArray();
            for (Factor factor : factors) {
                out.writeStartObject();
                members(out, factor);
                out.writeEndObject();
            }
            out.writeEndArray();
        };
    }

    /** What the kind tells once, such as the secret or the options for a security key, stands beside the factor. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response enrol(@Context Caller caller, Input input) {
        input.only("kind", "label");
        Factors.Begun begun = services.factors().enrol(caller, input.requiredText("kind"), input.text("label"));
        JsonBody body = out -> {
            out.writeStartObject();
            members(out, begun.factor());
            for (Map.Entry<String, Object> told : begun.told().entrySet()) {
                Values.member(out, told.getKey(), told.getValue());
            }
            out.writeEndObject();
        };
        return Response.status(Response.Status.CREATED).entity(body).build();
    }

    @POST
    @Path("{id}/confirm")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonBody confirm(@Context Caller caller, @PathParam("id") String id, Input input) {
        input.only("code", "response");
        long factor = RecordId.of(id);
        String answer = FactorAnswer.of(kindOf(caller, factor), input);
        List<String> codes = services.factors().confirm(caller, factor, answer);
        return out -> {
            out.writeStartObject();
            Values.member(out, "recoveryCodes", codes);
            out.writeEndObject();
        };
    }

    /** Empty for a factor that is not there. */
    private String kindOf(Caller caller, long id) {
        return services.factors().own(caller).stream()
                .filter(factor -> factor.id() == id)
                .map(Factor::kind)
                .findFirst()
                .orElse("");
    }

    /** Proved by {@code password} or {@code code} in the body. */
    @DELETE
    @Path("{id}")
    public void remove(@Context Caller caller, @PathParam("id") String id, Input input) {
        input.only("password", "code");
        String password = input.text("password");
        services.factors()
                .remove(caller, RecordId.of(id), password == null ? null : password.toCharArray(), input.text("code"));
    }

    private static void members(JsonGenerator out, Factor factor) throws IOException {
        out.writeStringField("id", Long.toString(factor.id()));
        out.writeStringField("kind", factor.kind());
        out.writeStringField("label", factor.label());
        out.writeBooleanField("active", factor.active());
        Values.member(out, "createdAt", factor.createdAt());
        Values.member(out, "lastUsedAt", factor.lastUsedAt());
        Values.member(out, "validUntil", factor.validUntil());
        Values.member(out, "facts", factor.facts());
    }
}

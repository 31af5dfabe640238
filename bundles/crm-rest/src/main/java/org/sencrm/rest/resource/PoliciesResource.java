package org.sencrm.rest.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.sencrm.api.access.Caller;
import org.sencrm.api.privacy.Policies.Due;
import org.sencrm.rest.http.Input;
import org.sencrm.rest.http.RecordId;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.json.JsonBody;
import org.sencrm.rest.json.Values;

/** What the caller has to agree to; open while everything else waits for it. */
@Path("v1/me/policies")
@Produces(MediaType.APPLICATION_JSON)
public final class PoliciesResource {

    private final Services services;

    public PoliciesResource(Services services) {
        this.services = services;
    }

    @GET
    public JsonBody due(@Context Caller caller) {
        List<Due> due = services.policies().due(caller);
        return out -> {
            out.writeStartArray();
            for (Due one : due) {
                out.writeStartObject();
                members(out, one);
                out.writeEndObject();
            }
            out.writeEndArray();
        };
    }

    /** {@code digest} shows which text was read: that of {@link #due}. */
    @POST
    @Path("{id}/acceptance")
    @Consumes(MediaType.APPLICATION_JSON)
    public void accept(@Context Caller caller, @PathParam("id") String id, Input input) {
        input.only("digest");
        services.policies().accept(caller, RecordId.of(id), input.requiredText("digest"));
    }

    private static void members(JsonGenerator out, Due due) throws IOException {
        out.writeStringField("id", Long.toString(due.version()));
        out.writeStringField("policy", Long.toString(due.policy()));
        out.writeStringField("name", due.name());
        out.writeNumberField("version", due.number());
        Values.member(out, "inForceFrom", due.inForceFrom());
        out.writeStringField("language", due.language());
        out.writeStringField("text", due.text());
        out.writeStringField("digest", due.digest());
    }
}

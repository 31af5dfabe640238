package org.sencrm.rest.resource;

import java.util.List;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.json.JsonBody;
import org.sencrm.rest.json.Values;

/** Who is asking, and what that one may do. */
@Path("v1/me")
@Produces(MediaType.APPLICATION_JSON)
public final class MeResource {

    private final Services services;

    public MeResource(Services services) {
        this.services = services;
    }

    @GET
    public JsonBody me(@Context Caller caller) {
        Access.Profile me = services.access().profile(caller);
        return out -> {
            out.writeStartObject();
            out.writeObjectFieldStart("user");
            out.writeStringField("type", "users");
            out.writeStringField("id", Long.toString(me.userId()));
            out.writeStringField("label", me.name());
            out.writeStringField("userName", me.userName());
            out.writeStringField("name", me.name());
            out.writeStringField("email", me.email());
            out.writeEndObject();
            out.writeBooleanField("administrator", me.administrator());
            Values.references(out, "roles", me.roles());
            Values.references(out, "teams", me.teams());
            out.writeObjectFieldStart("permissions");
            for (Map.Entry<String, List<String>> permission : me.permissions().entrySet()) {
                Values.member(out, permission.getKey(), permission.getValue());
            }
            out.writeEndObject();
            out.writeEndObject();
        };
    }
}

package org.sencrm.rest.resource;

import java.util.List;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.UserSessions;
import org.sencrm.rest.http.Parameters;
import org.sencrm.rest.http.RecordId;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.http.Takes;
import org.sencrm.rest.json.JsonBody;
import org.sencrm.rest.json.Values;

/** Browsers in which the caller, or for administrators any user, is signed in. */
@Path("v1/auth/sessions")
@Produces(MediaType.APPLICATION_JSON)
public final class SessionsResource {

    private final Services services;

    public SessionsResource(Services services) {
        this.services = services;
    }

    @GET
    @Takes("user")
    public JsonBody list(@Context Caller caller, @Context Parameters parameters) {
        String user = parameters.text("user");
        List<UserSessions.Session> sessions =
                services.userSessions().list(caller, user == null ? caller.userId() : RecordId.of(user));
        return out -> {
            out.writeStartArray();
            for (UserSessions.Session session : sessions) {
                out.writeStartObject();
                out.writeStringField("id", Long.toString(session.id()));
                out.writeStringField("address", session.address());
                out.writeStringField("device", session.device());
                Values.member(out, "startedAt", session.startedAt());
                Values.member(out, "usedAt", session.usedAt());
                out.writeEndObject();
            }
            out.writeEndArray();
        };
    }

    @DELETE
    @Path("{id}")
    public void end(@Context Caller caller, @PathParam("id") String id) {
        services.userSessions().end(caller, RecordId.of(id));
    }
}

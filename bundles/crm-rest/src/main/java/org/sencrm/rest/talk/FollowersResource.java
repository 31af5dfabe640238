package org.sencrm.rest.talk;

import java.util.List;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Reference;
import org.sencrm.rest.http.RecordId;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.json.JsonBody;
import org.sencrm.rest.json.Values;

/** Who follows a record. Everybody decides for oneself. */
@Path("v1/{type}/{id}/followers")
@Produces(MediaType.APPLICATION_JSON)
public final class FollowersResource {

    private final Services services;

    public FollowersResource(Services services) {
        this.services = services;
    }

    @GET
    public JsonBody list(@Context Caller caller, @PathParam("type") String type, @PathParam("id") String id) {
        long record = RecordId.of(id);
        List<Reference> people = services.followers().list(caller, type, record);
        boolean me = services.followers().isFollowing(caller, type, record);
        return out -> {
            out.writeStartObject();
            Values.references(out, "items", people);
            out.writeBooleanField("me", me);
            out.writeEndObject();
        };
    }

    @PUT
    @Path("me")
    public void follow(@Context Caller caller, @PathParam("type") String type, @PathParam("id") String id) {
        services.followers().follow(caller, type, RecordId.of(id));
    }

    @DELETE
    @Path("me")
    public void unfollow(@Context Caller caller, @PathParam("type") String type, @PathParam("id") String id) {
        services.followers().unfollow(caller, type, RecordId.of(id));
    }
}

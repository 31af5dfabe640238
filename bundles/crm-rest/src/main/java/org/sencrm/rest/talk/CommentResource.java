package org.sencrm.rest.talk;

import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.sencrm.api.access.Caller;
import org.sencrm.rest.http.Input;
import org.sencrm.rest.http.RecordId;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.json.JsonBody;

/** One comment: read by whoever reads its record, changed by who said it. */
@Path("v1/comments/{id}")
@Produces(MediaType.APPLICATION_JSON)
public final class CommentResource {

    private final Services services;

    public CommentResource(Services services) {
        this.services = services;
    }

    @GET
    public JsonBody get(@Context Caller caller, @PathParam("id") String id) {
        return TalkJson.body(services.comments().get(caller, RecordId.of(id)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonBody edit(@Context Caller caller, @PathParam("id") String id, Input input) {
        input.only("text", "mentions");
        return TalkJson.body(
                services.comments().edit(caller, RecordId.of(id), input.text("text"), TalkJson.mentions(input)));
    }

    @DELETE
    public void delete(@Context Caller caller, @PathParam("id") String id) {
        services.comments().delete(caller, RecordId.of(id));
    }

    @POST
    @Path("restore")
    public JsonBody restore(@Context Caller caller, @PathParam("id") String id) {
        return TalkJson.body(services.comments().restore(caller, RecordId.of(id)));
    }
}

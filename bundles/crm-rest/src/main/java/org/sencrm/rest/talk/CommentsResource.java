package org.sencrm.rest.talk;

import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.sencrm.api.access.Caller;
import org.sencrm.api.talk.Comment;
import org.sencrm.api.talk.Comments;
import org.sencrm.rest.http.Input;
import org.sencrm.rest.http.Parameters;
import org.sencrm.rest.http.RecordId;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.http.Takes;
import org.sencrm.rest.json.JsonBody;
import org.sencrm.rest.resource.Answers;

/** What people say about a record. */
@Path("v1/{type}/{id}/comments")
@Produces(MediaType.APPLICATION_JSON)
public final class CommentsResource {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    private final Services services;

    public CommentsResource(Services services) {
        this.services = services;
    }

    @GET
    @Takes({"limit", "cursor"})
    public JsonBody list(
            @Context Caller caller,
            @Context Parameters parameters,
            @PathParam("type") String type,
            @PathParam("id") String id) {
        int limit = parameters.limit(DEFAULT_LIMIT, MAX_LIMIT);
        return TalkJson.page(
                services.comments().list(caller, type, RecordId.of(id), limit, parameters.cursorNumber()), limit);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(
            @Context Caller caller, @PathParam("type") String type, @PathParam("id") String id, Input input) {
        input.only("text", "mentions");
        Comment comment =
                services.comments().add(caller, type, RecordId.of(id), input.text("text"), TalkJson.mentions(input));
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, Answers.address(Comments.TYPE, comment.id()))
                .entity(TalkJson.body(comment))
                .build();
    }
}

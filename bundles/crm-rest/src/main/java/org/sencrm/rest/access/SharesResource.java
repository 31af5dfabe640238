package org.sencrm.rest.access;

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
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Share;
import org.sencrm.api.record.Reference;
import org.sencrm.rest.http.Input;
import org.sencrm.rest.http.RecordId;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.json.JsonBody;
import org.sencrm.rest.resource.Answers;

/** With whom a record is shared beyond what roles reach. */
@Path("v1/{type}/{id}/shares")
@Produces(MediaType.APPLICATION_JSON)
public final class SharesResource {

    private static final String WITH = "with";
    private static final String MAY_CHANGE = "mayChange";

    private final Services services;

    public SharesResource(Services services) {
        this.services = services;
    }

    @GET
    public JsonBody list(@Context Caller caller, @PathParam("type") String type, @PathParam("id") String id) {
        List<Share> shares = services.shares().list(caller, type, RecordId.of(id));
        return out -> AccessJson.shares(out, shares);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response share(
            @Context Caller caller, @PathParam("type") String type, @PathParam("id") String id, Input input) {
        input.only(WITH, MAY_CHANGE);
        long record = RecordId.of(id);
        Share share = services.shares().share(caller, type, record, with(input), input.flag(MAY_CHANGE, false));
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, Answers.address(type, record) + "/shares/" + share.id())
                .entity((JsonBody) out -> AccessJson.share(out, share))
                .build();
    }

    @DELETE
    @Path("{share}")
    public void takeBack(
            @Context Caller caller,
            @PathParam("type") String type,
            @PathParam("id") String id,
            @PathParam("share") String share) {
        services.shares().takeBack(caller, type, RecordId.of(id), RecordId.of(share));
    }

    /** A user or a team; what else it may be is refused where it is judged. */
    private static Reference with(Input input) {
        Map<String, Object> members = input.has(WITH) ? input.object(WITH) : Map.of();
        Input with = new Input(members).only("type", "id");
        return Reference.to(with.requiredText("type"), RecordId.of(with.requiredText("id")));
    }
}

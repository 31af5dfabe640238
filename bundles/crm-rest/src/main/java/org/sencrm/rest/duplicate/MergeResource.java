package org.sencrm.rest.duplicate;

import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.sencrm.api.access.Caller;
import org.sencrm.rest.http.Input;
import org.sencrm.rest.http.RecordId;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.resource.Answers;
import org.sencrm.rest.resource.VisibleTypes;

/** Makes one record of two. */
@Path("v1/{type}/{id}/merge")
@Produces(MediaType.APPLICATION_JSON)
public final class MergeResource {

    private final Services services;
    private final VisibleTypes types;

    public MergeResource(Services services) {
        this.services = services;
        this.types = new VisibleTypes(services);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response merge(
            @Context Caller caller, @PathParam("type") String type, @PathParam("id") String id, Input input) {
        input.only("with", "fields");
        Map<String, String> fields = input.texts("fields");
        Merge merge = new Merge(services, caller, types.get(caller, type), fields == null ? Map.of() : fields);
        long other = RecordId.of(input.requiredText("with"));
        return Answers.record(Response.Status.OK, merge.run(RecordId.of(id), other))
                .build();
    }
}

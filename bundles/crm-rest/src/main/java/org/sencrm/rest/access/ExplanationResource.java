package org.sencrm.rest.access;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Explanation;
import org.sencrm.rest.http.Parameters;
import org.sencrm.rest.http.RecordId;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.http.Takes;
import org.sencrm.rest.json.JsonBody;

/** Why somebody may see a record, and do what with it. */
@Path("v1/{type}/{id}/access")
@Produces(MediaType.APPLICATION_JSON)
public final class ExplanationResource {

    private final Services services;

    public ExplanationResource(Services services) {
        this.services = services;
    }

    @GET
    @Takes("user")
    public JsonBody explain(
            @Context Caller caller,
            @Context Parameters parameters,
            @PathParam("type") String type,
            @PathParam("id") String id) {
        Explanation explanation = services.explanations()
                .explain(caller, type, RecordId.of(id), RecordId.of(parameters.requiredText("user")));
        return out -> AccessJson.explanation(out, explanation);
    }
}

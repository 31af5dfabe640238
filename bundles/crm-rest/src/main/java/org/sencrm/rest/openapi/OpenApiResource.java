package org.sencrm.rest.openapi;

import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.sencrm.api.access.Caller;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.json.JsonBody;
import org.sencrm.rest.json.Values;
import org.sencrm.rest.resource.VisibleTypes;

/** Tells what REST can do now. */
@Path("v1/openapi.json")
@Produces(MediaType.APPLICATION_JSON)
public final class OpenApiResource {

    private final Services services;
    private final VisibleTypes types;

    public OpenApiResource(Services services) {
        this.services = services;
        this.types = new VisibleTypes(services);
    }

    @GET
    public JsonBody get(@Context Caller caller) {
        Map<String, Object> document = new OpenApi(services, caller, types.all(caller)).document();
        return out -> Values.any(out, document);
    }
}

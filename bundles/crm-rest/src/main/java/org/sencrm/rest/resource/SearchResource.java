package org.sencrm.rest.resource;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.sencrm.api.access.Caller;
import org.sencrm.api.search.Search;
import org.sencrm.rest.http.Parameters;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.http.Takes;
import org.sencrm.rest.json.JsonBody;

/** Search over all types at once. */
@Path("v1/search")
@Produces(MediaType.APPLICATION_JSON)
public final class SearchResource {

    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;

    private final Services services;

    public SearchResource(Services services) {
        this.services = services;
    }

    @GET
    @Takes({"q", "limit"})
    public JsonBody find(@Context Caller caller, @Context Parameters parameters) {
        List<Search.Hit> hits = services.search()
                .find(caller, parameters.requiredText("q"), parameters.limit(DEFAULT_LIMIT, MAX_LIMIT));
        return out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (Search.Hit hit : hits) {
                out.writeStartObject();
                out.writeStringField("type", hit.record().type());
                out.writeStringField("id", Long.toString(hit.record().id()));
                out.writeStringField("label", hit.record().label());
                out.writeStringField("detail", hit.detail());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        };
    }
}

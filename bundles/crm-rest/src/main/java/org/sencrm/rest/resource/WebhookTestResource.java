package org.sencrm.rest.resource;

import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.sencrm.api.access.Caller;
import org.sencrm.rest.http.RecordId;
import org.sencrm.rest.http.Services;

/** Tries a webhook out. */
@Path("v1/webhooks/{id}/test")
@Produces(MediaType.APPLICATION_JSON)
public final class WebhookTestResource {

    private final Services services;

    public WebhookTestResource(Services services) {
        this.services = services;
    }

    @POST
    public Response test(@Context Caller caller, @PathParam("id") String id) {
        return WebhookDeliveriesResource.accepted(services.webhooks().test(caller, RecordId.of(id)));
    }
}

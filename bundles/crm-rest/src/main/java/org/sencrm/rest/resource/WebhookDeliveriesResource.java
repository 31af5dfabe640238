package org.sencrm.rest.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Reference;
import org.sencrm.api.webhook.Delivery;
import org.sencrm.rest.http.Parameters;
import org.sencrm.rest.http.RecordId;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.http.Takes;
import org.sencrm.rest.json.JsonBody;
import org.sencrm.rest.json.Values;

/** What was sent to a webhook, newest first, and sending it once more. The webhook itself is a record like any other. */
@Path("v1/webhooks/{id}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
public final class WebhookDeliveriesResource {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    private final Services services;

    public WebhookDeliveriesResource(Services services) {
        this.services = services;
    }

    @GET
    @Takes({"limit", "cursor"})
    public JsonBody list(@Context Caller caller, @Context Parameters parameters, @PathParam("id") String id) {
        int limit = parameters.limit(DEFAULT_LIMIT, MAX_LIMIT);
        List<Delivery> deliveries =
                services.webhooks().deliveries(caller, RecordId.of(id), limit, parameters.cursorNumber());
        return out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (Delivery delivery : deliveries) {
                write(out, delivery);
            }
            out.writeEndArray();
            out.writeStringField(
                    "next",
                    deliveries.size() < limit
                            ? null
                            : Long.toString(deliveries.get(limit - 1).id()));
            out.writeEndObject();
        };
    }

    @POST
    @Path("{delivery}/repeat")
    public Response repeat(@Context Caller caller, @PathParam("id") String id, @PathParam("delivery") String delivery) {
        return accepted(services.webhooks().repeat(caller, RecordId.of(id), RecordId.of(delivery)));
    }

    /** On its way: what became of it is found in the list. */
    static Response accepted(Delivery delivery) {
        return Answers.accepted("webhooks/" + delivery.webhook() + "/deliveries", out -> write(out, delivery));
    }

    private static void write(JsonGenerator out, Delivery delivery) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", Long.toString(delivery.id()));
        out.writeStringField("event", delivery.event());
        out.writeStringField("eventId", delivery.eventId() == 0 ? null : Long.toString(delivery.eventId()));
        out.writeFieldName("record");
        about(out, delivery.record());
        out.writeStringField("state", delivery.state().code());
        Values.member(out, "status", delivery.status());
        Values.member(out, "ms", delivery.millis());
        out.writeNumberField("tries", delivery.tries());
        out.writeStringField("problem", delivery.problem());
        Values.member(out, "createdAt", delivery.createdAt());
        Values.member(out, "triedAt", delivery.triedAt());
        out.writeEndObject();
    }

    private static void about(JsonGenerator out, Reference record) throws IOException {
        if (record == null) {
            out.writeNull();
            return;
        }
        out.writeStartObject();
        out.writeStringField("type", record.type());
        out.writeStringField("id", Long.toString(record.id()));
        out.writeEndObject();
    }
}

package org.sencrm.rest.talk;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.sencrm.api.access.Caller;
import org.sencrm.api.talk.Notification;
import org.sencrm.rest.http.Input;
import org.sencrm.rest.http.Parameters;
import org.sencrm.rest.http.RecordId;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.http.Takes;
import org.sencrm.rest.http.Words;
import org.sencrm.rest.json.JsonBody;
import org.sencrm.rest.json.Values;

/** What the caller was told. */
@Path("v1/me/notifications")
@Produces(MediaType.APPLICATION_JSON)
public final class NotificationsResource {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    private final Services services;

    public NotificationsResource(Services services) {
        this.services = services;
    }

    @GET
    @Takes("limit")
    public JsonBody list(@Context Caller caller, @Context Parameters parameters) {
        List<Notification> told = services.notifications().list(caller, parameters.limit(DEFAULT_LIMIT, MAX_LIMIT));
        int unread = services.notifications().unread(caller);
        return out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (Notification each : told) {
                write(out, each);
            }
            out.writeEndArray();
            out.writeNumberField("unread", unread);
            out.writeEndObject();
        };
    }

    /** Counts those in the member {@code ids} as read; all of them where it is not there. */
    @POST
    @Path("read")
    @Consumes(MediaType.APPLICATION_JSON)
    public void read(@Context Caller caller, Input input) {
        input.only("ids");
        List<String> ids = input.list("ids");
        if (ids == null) {
            services.notifications().readAll(caller);
        } else {
            services.notifications().read(caller, ids.stream().map(RecordId::of).toList());
        }
    }

    private static void write(JsonGenerator out, Notification each) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", Long.toString(each.id()));
        out.writeStringField("kind", Words.of(each.kind()));
        Values.member(out, "record", each.record());
        Values.member(out, "by", each.by());
        out.writeStringField("text", each.text());
        Values.member(out, "at", each.at());
        Values.member(out, "readAt", each.readAt());
        out.writeEndObject();
    }
}

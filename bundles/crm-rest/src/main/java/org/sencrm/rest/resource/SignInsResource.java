package org.sencrm.rest.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.SignInHistory;
import org.sencrm.rest.http.Parameters;
import org.sencrm.rest.http.RecordId;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.http.Takes;
import org.sencrm.rest.json.JsonBody;
import org.sencrm.rest.json.Values;

/** Who signed in or tried to: everybody sees their own, administrators that of a user or, with {@code user=all}, of all. */
@Path("v1/auth/sign-ins")
@Produces(MediaType.APPLICATION_JSON)
public final class SignInsResource {

    private static final String ALL = "all";
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    private final Services services;

    public SignInsResource(Services services) {
        this.services = services;
    }

    @GET
    @Takes({"user", "limit", "cursor"})
    public JsonBody list(@Context Caller caller, @Context Parameters parameters) {
        int limit = parameters.limit(DEFAULT_LIMIT, MAX_LIMIT);
        List<SignInHistory.Entry> entries = entries(caller, parameters.text("user"), parameters.cursorNumber(), limit);
        return out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (SignInHistory.Entry entry : entries) {
                write(out, entry);
            }
            out.writeEndArray();
            out.writeStringField(
                    "next",
                    entries.size() < limit
                            ? null
                            : Long.toString(entries.get(limit - 1).id()));
            out.writeEndObject();
        };
    }

    private List<SignInHistory.Entry> entries(Caller caller, String user, long before, int limit) {
        SignInHistory history = services.signInHistory();
        if (ALL.equals(user)) {
            return history.all(caller, before, limit);
        }
        return history.of(caller, user == null ? caller.userId() : RecordId.of(user), before, limit);
    }

    private static void write(JsonGenerator out, SignInHistory.Entry entry) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", Long.toString(entry.id()));
        Values.member(out, "at", entry.at());
        out.writeStringField("user", entry.user() == null ? null : Long.toString(entry.user()));
        out.writeStringField("userName", entry.userName());
        out.writeStringField("outcome", entry.outcome().code());
        out.writeStringField("address", entry.address());
        out.writeStringField("through", entry.through());
        out.writeEndObject();
    }
}

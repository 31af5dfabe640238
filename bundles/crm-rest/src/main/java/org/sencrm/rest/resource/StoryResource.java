package org.sencrm.rest.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Change;
import org.sencrm.api.record.TimelineEntry;
import org.sencrm.api.record.TimelineQuery;
import org.sencrm.rest.http.Parameters;
import org.sencrm.rest.http.RecordId;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.http.Takes;
import org.sencrm.rest.http.Words;
import org.sencrm.rest.json.JsonBody;
import org.sencrm.rest.json.Values;

/** What happened to a record and around it, newest first. */
@Path("v1/{type}/{id}")
@Produces(MediaType.APPLICATION_JSON)
public final class StoryResource {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    private final Services services;

    public StoryResource(Services services) {
        this.services = services;
    }

    @GET
    @Path("timeline")
    @Takes({"limit", "cursor", "kind", "by"})
    public JsonBody timeline(
            @Context Caller caller,
            @Context Parameters parameters,
            @PathParam("type") String type,
            @PathParam("id") String id) {
        int limit = parameters.limit(DEFAULT_LIMIT, MAX_LIMIT);
        String by = parameters.text("by");
        TimelineQuery query = new TimelineQuery(
                limit, parameters.cursorTime(), Set.copyOf(parameters.names("kind")), by == null ? 0 : RecordId.of(by));
        List<TimelineEntry> entries = services.records().timeline(caller, type, RecordId.of(id), query);
        return out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (TimelineEntry entry : entries) {
                write(out, entry);
            }
            out.writeEndArray();
            Values.member(
                    out,
                    "next",
                    entries.size() < limit ? null : entries.get(limit - 1).at());
            out.writeEndObject();
        };
    }

    @GET
    @Path("history")
    @Takes({"limit", "cursor"})
    public JsonBody history(
            @Context Caller caller,
            @Context Parameters parameters,
            @PathParam("type") String type,
            @PathParam("id") String id) {
        int limit = parameters.limit(DEFAULT_LIMIT, MAX_LIMIT);
        List<Change> changes =
                services.records().history(caller, type, RecordId.of(id), limit, parameters.cursorNumber());
        return out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (Change change : changes) {
                write(out, change);
            }
            out.writeEndArray();
            out.writeStringField(
                    "next",
                    changes.size() < limit
                            ? null
                            : Long.toString(changes.get(limit - 1).id()));
            out.writeEndObject();
        };
    }

    private static void write(JsonGenerator out, TimelineEntry entry) throws IOException {
        out.writeStartObject();
        Values.member(out, "at", entry.at());
        out.writeStringField("kind", entry.kind());
        out.writeStringField("title", entry.title());
        out.writeStringField("text", entry.text());
        out.writeBooleanField("open", entry.open());
        Values.member(out, "by", entry.by());
        Values.member(out, "subject", entry.subject());
        out.writeFieldName("change");
        if (entry.change() == null) {
            out.writeNull();
        } else {
            write(out, entry.change());
        }
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, Change change) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", Long.toString(change.id()));
        Values.member(out, "at", change.at());
        Values.member(out, "by", change.by());
        out.writeStringField("through", change.through());
        out.writeStringField("job", change.job() == 0 ? null : Long.toString(change.job()));
        out.writeStringField("kind", Words.of(change.kind()));
        out.writeNumberField("version", change.version());
        out.writeArrayFieldStart("fields");
        for (Change.FieldChange field : change.fields()) {
            out.writeStartObject();
            out.writeStringField("field", field.field());
            Values.member(out, "from", field.from());
            Values.member(out, "to", field.to());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}

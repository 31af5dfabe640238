package org.sencrm.rest.configuration;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.sencrm.api.access.Caller;
import org.sencrm.api.configuration.Configuration;
import org.sencrm.api.configuration.ConfigurationItem;
import org.sencrm.api.configuration.Promotion;
import org.sencrm.rest.http.IfMatch;
import org.sencrm.rest.http.Parameters;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.http.Takes;
import org.sencrm.rest.json.JsonBody;
import org.sencrm.rest.json.Values;
import org.sencrm.rest.problem.LineBroken;

/** What the company set up of its own, for administrators: as a file, from a file, and what of it differs from the modules. */
@Path("v1/configuration")
@Produces(MediaType.APPLICATION_JSON)
public final class ConfigurationResource {

    private static final String DRY_RUN = "dryRun";
    private static final String PART = "part";
    private static final String KEY = "key";

    private final Services services;

    public ConfigurationResource(Services services) {
        this.services = services;
    }

    @GET
    public Response file(@Context Caller caller) {
        byte[] file = services.configuration().write(caller).getBytes(StandardCharsets.UTF_8);
        return Response.ok(file)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"configuration.json\"")
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Takes(DRY_RUN)
    public JsonBody promote(@Context Caller caller, @Context Parameters parameters, InputStream body) {
        Promotion promotion = services.configuration().promote(caller, text(body), parameters.flag(DRY_RUN));
        return out -> write(out, promotion);
    }

    private static String text(InputStream body) {
        try {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException gone) {
            throw new LineBroken(gone);
        }
    }

    @GET
    @Path("changes")
    public JsonBody changes(@Context Caller caller) {
        List<Configuration.Area> areas = services.configuration().changes(caller);
        return out -> {
            out.writeStartArray();
            for (Configuration.Area area : areas) {
                out.writeStartObject();
                out.writeStringField(PART, area.part());
                out.writeStringField("label", area.label());
                out.writeStringField("problem", area.problem());
                out.writeArrayFieldStart("changes");
                for (Configuration.Change change : area.changes()) {
                    write(out, change);
                }
                out.writeEndArray();
                out.writeEndObject();
            }
            out.writeEndArray();
        };
    }

    @DELETE
    @Path("changes")
    @Takes({PART, KEY})
    public void takeBack(
            @Context Caller caller, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @Context Parameters parameters) {
        Long version = ifMatch == null ? null : IfMatch.of(ifMatch).one();
        services.configuration().takeBack(caller, parameters.requiredText(PART), parameters.requiredText(KEY), version);
    }

    private static void write(JsonGenerator out, Configuration.Change change) throws IOException {
        ConfigurationItem item = change.item();
        out.writeStartObject();
        out.writeStringField(KEY, item.key());
        out.writeStringField("type", change.type());
        out.writeStringField("label", change.label());
        Values.member(out, "value", item.value());
        Values.member(out, "declared", item.isAdded() ? null : item.declared());
        out.writeStringField("version", Long.toString(change.version()));
        Values.member(out, "changedAt", item.changedAt());
        Values.member(out, "changedBy", item.changedBy());
        out.writeBooleanField("canTakeBack", item.takeBack() != ConfigurationItem.TakeBack.NEVER);
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, Promotion promotion) throws IOException {
        out.writeStartObject();
        out.writeBooleanField(DRY_RUN, promotion.dryRun());
        for (Promotion.State state : Promotion.State.values()) {
            out.writeNumberField(state.code(), promotion.count(state));
        }
        out.writeArrayFieldStart("items");
        for (Promotion.Line line : promotion.lines()) {
            out.writeStartObject();
            out.writeStringField(PART, line.part());
            out.writeStringField(KEY, line.key());
            out.writeStringField("type", line.type());
            out.writeStringField("label", line.label());
            out.writeStringField("state", line.state().code());
            Values.member(out, "before", line.before());
            Values.member(out, "after", line.after());
            out.writeStringField("reason", line.reason());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}

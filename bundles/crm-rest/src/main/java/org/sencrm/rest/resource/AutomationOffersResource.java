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
import org.sencrm.api.automation.AutomationAction;
import org.sencrm.api.automation.AutomationAction.Parameter;
import org.sencrm.api.automation.Automations;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.http.Words;
import org.sencrm.rest.json.JsonBody;

/** What automations can wait for and do. Automations themselves are records like any other. */
@Path("v1/automations/offers")
@Produces(MediaType.APPLICATION_JSON)
public final class AutomationOffersResource {

    private final Services services;

    public AutomationOffersResource(Services services) {
        this.services = services;
    }

    @GET
    public JsonBody offers(@Context Caller caller) {
        List<Automations.Offer> triggers = services.automations().triggers(caller);
        List<Automations.Offer> actions = services.automations().actions(caller);
        return out -> {
            out.writeStartObject();
            write(out, "triggers", triggers);
            write(out, "actions", actions);
            out.writeEndObject();
        };
    }

    private static void write(JsonGenerator out, String name, List<Automations.Offer> offers) throws IOException {
        out.writeArrayFieldStart(name);
        for (Automations.Offer offer : offers) {
            out.writeStartObject();
            out.writeStringField("code", offer.code());
            out.writeStringField("label", offer.label());
            out.writeArrayFieldStart("types");
            for (String type : offer.types()) {
                out.writeString(type);
            }
            out.writeEndArray();
            out.writeArrayFieldStart("parameters");
            for (Automations.Input input : offer.parameters()) {
                write(out, input);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void source(JsonGenerator out, AutomationAction.Source source) throws IOException {
        if (source == null) {
            out.writeNullField("source");
            return;
        }
        out.writeObjectFieldStart("source");
        out.writeStringField("of", Words.of(source.of()));
        out.writeStringField("name", source.name());
        out.writeEndObject();
    }

    /** A parameter that takes any value has no kind. */
    private static void write(JsonGenerator out, Automations.Input input) throws IOException {
        Parameter parameter = input.parameter();
        out.writeStartObject();
        out.writeStringField("name", parameter.name());
        out.writeStringField("label", input.label());
        out.writeStringField(
                "kind", parameter.kind() == null ? null : parameter.kind().code());
        out.writeBooleanField("required", parameter.required());
        source(out, parameter.source());
        out.writeEndObject();
    }
}

package org.sencrm.rest.duplicate;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.sencrm.api.access.Caller;
import org.sencrm.api.duplicate.Candidate;
import org.sencrm.rest.http.Language;
import org.sencrm.rest.http.Parameters;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.http.Takes;
import org.sencrm.rest.json.JsonBody;
import org.sencrm.rest.problem.Texts;

/** Before a record is made: is it there already? Asked with the values that it would have. */
@Path("v1/{type}/duplicates")
@Produces(MediaType.APPLICATION_JSON)
public final class DuplicatesResource {

    private final Services services;

    public DuplicatesResource(Services services) {
        this.services = services;
    }

    @GET
    @Takes(fields = true)
    public JsonBody find(@Context Caller caller, @PathParam("type") String type, @Context Parameters parameters) {
        Map<String, String> values = new LinkedHashMap<>(parameters.given());
        values.remove(Language.PARAMETER);
        List<Candidate> candidates = services.duplicates().find(caller, type, values);
        String label = services.types().get(type).labelField();
        return out -> write(out, caller, type, label, candidates);
    }

    private void write(JsonGenerator out, Caller caller, String type, String label, List<Candidate> candidates)
            throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("items");
        for (Candidate candidate : candidates) {
            out.writeStartObject();
            out.writeStringField("type", type);
            out.writeStringField("id", Long.toString(candidate.record().id()));
            out.writeStringField("label", candidate.record().text(label));
            out.writeNumberField("score", candidate.score());
            out.writeStringField("reason", reason(caller, type, candidate.reasons()));
            out.writeArrayFieldStart("fields");
            for (Candidate.Reason reason : candidate.reasons()) {
                out.writeStartObject();
                out.writeStringField("field", reason.field());
                out.writeStringField("code", reason.exact() ? "same" : "alike");
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private String reason(Caller caller, String type, List<Candidate.Reason> reasons) {
        return reasons.stream()
                .map(reason -> Texts.text(
                        caller.locale(),
                        reason.exact() ? "rest.duplicateSame" : "rest.duplicateAlike",
                        services.messages().field(caller.locale(), type, reason.field())))
                .collect(Collectors.joining("; "));
    }
}

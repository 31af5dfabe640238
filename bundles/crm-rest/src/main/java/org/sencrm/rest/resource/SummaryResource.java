package org.sencrm.rest.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.Summary;
import org.sencrm.api.record.SummaryQuery;
import org.sencrm.rest.http.Parameters;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.http.Takes;
import org.sencrm.rest.json.JsonBody;
import org.sencrm.rest.json.Values;
import org.sencrm.rest.problem.Refusal;

/** Totals over the records that the caller may see. */
@Path("v1/{type}/summary")
@Produces(MediaType.APPLICATION_JSON)
public final class SummaryResource {

    private final Services services;

    public SummaryResource(Services services) {
        this.services = services;
    }

    @GET
    @Takes({"group", "measure", "filter", "q", "limit", "totals"})
    public JsonBody summarize(@Context Caller caller, @PathParam("type") String type, @Context Parameters parameters) {
        List<String> asked = parameters.names("measure");
        List<String> measures = asked.isEmpty() ? List.of("count") : asked;
        String group = parameters.text("group");
        SummaryQuery query = new SummaryQuery(
                type,
                group,
                measures,
                parameters.text("filter"),
                parameters.text("q"),
                parameters.limit(SummaryQuery.MAX_LIMIT, SummaryQuery.MAX_LIMIT));
        Summary summary = services.records().summarize(caller, query);
        Optional<Summary> company = wantsCompany(parameters, query)
                ? services.records().companyTotals(caller, type, group, measures)
                : Optional.empty();
        String keyName = keyName(type, group);
        return out -> {
            out.writeStartObject();
            members(out, summary, keyName);
            out.writeBooleanField("more", summary.more());
            if (company.isPresent()) {
                out.writeObjectFieldStart("company");
                members(out, company.get(), keyName);
                out.writeEndObject();
            }
            out.writeEndObject();
        };
    }

    /** Company totals know no filter: of two answers nobody is to see the difference. */
    private static boolean wantsCompany(Parameters parameters, SummaryQuery query) {
        String totals = parameters.text("totals");
        boolean wanted = totals != null && !totals.isEmpty();
        if (wanted && !("all".equals(totals) && isBlank(query.filter()) && isBlank(query.text()))) {
            throw Refusal.badRequest("rest.totals");
        }
        return wanted;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static void members(JsonGenerator out, Summary summary, String keyName) throws IOException {
        out.writeArrayFieldStart("groups");
        for (Summary.Group one : summary.groups()) {
            out.writeStartObject();
            out.writeObjectFieldStart("key");
            out.writeStringField(keyName, one.key());
            out.writeStringField("label", one.label());
            out.writeEndObject();
            totals(out, one.totals());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeObjectFieldStart("total");
        totals(out, summary.total());
        out.writeEndObject();
        if (!summary.rateDays().isEmpty()) {
            Values.member(out, "rateDays", summary.rateDays());
        }
    }

    /** Records are told apart by id, everything else by code. */
    private String keyName(String type, String group) {
        boolean records = group != null
                && services.types()
                        .get(type)
                        .field(group)
                        .filter(field -> field.kind() == FieldKind.REFERENCE || field.kind() == FieldKind.REFERENCES)
                        .isPresent();
        return records ? "id" : "code";
    }

    private static void totals(JsonGenerator out, Summary.Totals totals) throws IOException {
        out.writeNumberField("count", totals.count());
        for (Map.Entry<String, Object> measure : totals.measures().entrySet()) {
            if (!"count".equals(measure.getKey())) {
                Values.member(out, measure.getKey(), measure.getValue());
            }
        }
        if (!totals.foreign().isEmpty()) {
            Values.member(out, "foreign", totals.foreign());
        }
        if (!totals.converted().isEmpty()) {
            Values.member(out, "converted", totals.converted());
        }
    }
}

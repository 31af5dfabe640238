package org.sencrm.rest.resource;

import java.util.List;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Page;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.rest.http.Input;
import org.sencrm.rest.http.Parameters;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.http.Takes;
import org.sencrm.rest.json.JsonBody;
import org.sencrm.rest.json.ListFields;
import org.sencrm.rest.json.Values;
import org.sencrm.rest.problem.Refusal;

/** The records of one type: the list, and new ones. */
@Path("v1/{type}")
@Produces(MediaType.APPLICATION_JSON)
public final class RecordsResource {

    /** Every record carries these, whether asked for or not; they are no fields. */
    private static final List<String> ALWAYS = List.of("type", "version");

    private final Services services;

    public RecordsResource(Services services) {
        this.services = services;
    }

    @GET
    @Takes({"filter", "q", "sort", "fields", "limit", "cursor", "count", "trash"})
    public JsonBody list(@Context Caller caller, @PathParam("type") String type, @Context Parameters parameters) {
        Query query = query(type, parameters)
                .limitedTo(parameters.limit(Query.DEFAULT_LIMIT, Query.MAX_LIMIT))
                .after(parameters.text("cursor"));
        Page page = services.records().list(caller, query);
        Long total = parameters.flag("count") ? services.records().count(caller, query) : null;
        Set<String> lists = ListFields.of(services.types(), type);
        return out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (RecordData record : page.items()) {
                Values.record(out, record, lists);
            }
            out.writeEndArray();
            out.writeStringField("next", page.next());
            if (total != null) {
                out.writeNumberField("total", total);
            }
            out.writeEndObject();
        };
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(
            @Context Caller caller,
            @PathParam("type") String type,
            @HeaderParam("Idempotency-Key") String key,
            Input input) {
        RecordData created = key == null
                ? services.records().create(caller, type, input.members())
                : services.records().createOnce(caller, type, input.members(), checked(key));
        return Answers.record(services, Response.Status.CREATED, created)
                .header("Location", Answers.address(created))
                .build();
    }

    /** What list and export have in common: which records, in which order, with which fields. */
    static Query query(String type, Parameters parameters) {
        List<String> asked = parameters.names("fields");
        List<String> fields =
                asked.stream().filter(name -> !ALWAYS.contains(name)).toList();
        Query query = Query.of(type)
                .where(parameters.text("filter"))
                .matching(parameters.text("q"))
                .sortedBy(parameters.text("sort"))
                .reading(fields.isEmpty() && !asked.isEmpty() ? List.of("id") : fields);
        return parameters.flag("trash") ? query.inTrash() : query;
    }

    private static String checked(String key) {
        if (!key.matches("[\\x21-\\x7e]{1,200}")) {
            throw Refusal.badRequest("rest.idempotencyKeyMalformed");
        }
        return key;
    }
}

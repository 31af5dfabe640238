package org.sencrm.rest.duplicate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.sencrm.api.access.Caller;
import org.sencrm.api.duplicate.Side;
import org.sencrm.api.record.RecordData;
import org.sencrm.rest.http.Input;
import org.sencrm.rest.http.RecordId;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.problem.Refusal;
import org.sencrm.rest.resource.Answers;

/** Makes one record of two. */
@Path("v1/{type}/{id}/merge")
@Produces(MediaType.APPLICATION_JSON)
public final class MergeResource {

    private final Services services;

    public MergeResource(Services services) {
        this.services = services;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response merge(
            @Context Caller caller, @PathParam("type") String type, @PathParam("id") String id, Input input) {
        input.only("with", "fields");
        Map<String, Side> choices = choices(input.texts("fields"));
        long other = RecordId.of(input.requiredText("with"));
        RecordData merged = services.duplicates().merge(caller, type, RecordId.of(id), other, choices);
        return Answers.record(services, Response.Status.OK, merged).build();
    }

    private static Map<String, Side> choices(Map<String, String> fields) {
        Map<String, Side> choices = new LinkedHashMap<>();
        if (fields != null) {
            fields.forEach((name, word) -> choices.put(
                    name,
                    Arrays.stream(Side.values())
                            .filter(side -> side.code().equals(word))
                            .findFirst()
                            .orElseThrow(() -> Refusal.badRequest("rest.wrongMember", "fields." + name))));
        }
        return choices;
    }
}

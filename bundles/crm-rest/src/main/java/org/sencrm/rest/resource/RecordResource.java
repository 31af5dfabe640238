package org.sencrm.rest.resource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.sencrm.api.access.Caller;
import org.sencrm.api.duplicate.Unmerged;
import org.sencrm.api.record.RecordData;
import org.sencrm.rest.http.IfMatch;
import org.sencrm.rest.http.Input;
import org.sencrm.rest.http.RecordId;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.json.JsonBody;
import org.sencrm.rest.json.Values;

/** One record: read, changed, put into the trash, and what its module lets people do with it. */
@Path("v1/{type}/{id}")
@Produces(MediaType.APPLICATION_JSON)
public final class RecordResource {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    /** The actions that are asked of a record in the trash too, and so of no module. */
    private static final String RESTORE = "restore";

    private static final String UNMERGE = "unmerge";

    private final Services services;

    public RecordResource(Services services) {
        this.services = services;
    }

    @GET
    public Response get(@Context Caller caller, @PathParam("type") String type, @PathParam("id") String id) {
        return answer(services.records().get(caller, type, RecordId.of(id)));
    }

    @PATCH
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    public Response patch(
            @Context Caller caller,
            @Context IfMatch ifMatch,
            @PathParam("type") String type,
            @PathParam("id") String id,
            Input input) {
        long recordId = RecordId.of(id);
        MergePatch patch = new MergePatch(input.members());
        if (ifMatch.isOne() && !patch.needsStored()) {
            long version = ifMatch.versions().get(0);
            return answer(services.records().update(caller, type, recordId, version, patch.members()));
        }
        RecordData stored = services.records().get(caller, type, recordId);
        long version = ifMatch.against(stored.version());
        return answer(services.records().update(caller, type, recordId, version, patch.over(stored)));
    }

    @DELETE
    public void delete(
            @Context Caller caller,
            @Context IfMatch ifMatch,
            @PathParam("type") String type,
            @PathParam("id") String id) {
        long recordId = RecordId.of(id);
        long version = ifMatch.isOne()
                ? ifMatch.versions().get(0)
                : ifMatch.against(services.records().get(caller, type, recordId).version());
        services.records().delete(caller, type, recordId, version);
    }

    @GET
    @Path("actions")
    public JsonBody actions(@Context Caller caller, @PathParam("type") String type, @PathParam("id") String id) {
        List<String> names = services.records().actions(caller, type, RecordId.of(id));
        return out -> Values.any(out, names);
    }

    @POST
    @Path("actions/{action}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response act(
            @Context Caller caller,
            @PathParam("type") String type,
            @PathParam("id") String id,
            @PathParam("action") String action,
            Input input) {
        long recordId = RecordId.of(id);
        Object result = switch (action) {
            case RESTORE -> services.records().restore(caller, type, recordId);
            case UNMERGE -> unmerged(services.duplicates().unmerge(caller, type, recordId));
            default -> services.records().act(caller, type, recordId, action, input.members());
        };
        if (result == null) {
            return Response.noContent().build();
        }
        if (result instanceof RecordData record) {
            return answer(record);
        }
        JsonBody body = out -> Values.any(out, result);
        return Response.ok(body).build();
    }

    private static Map<String, Object> unmerged(Unmerged unmerged) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("record", unmerged.record());
        members.put("restored", unmerged.restored());
        members.put(
                "kept",
                unmerged.kept().stream()
                        .map(kept -> Map.of("record", kept.record(), "field", kept.field()))
                        .toList());
        return members;
    }

    private Response answer(RecordData record) {
        return Answers.record(services, Response.Status.OK, record).build();
    }
}

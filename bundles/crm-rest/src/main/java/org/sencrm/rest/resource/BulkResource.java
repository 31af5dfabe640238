package org.sencrm.rest.resource;

import java.util.List;
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
import org.sencrm.api.access.Right;
import org.sencrm.api.record.Query;
import org.sencrm.rest.http.Input;
import org.sencrm.rest.http.RecordId;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.problem.ProblemKind;
import org.sencrm.rest.problem.Refusal;

/** Changes many records of one type in a job of their own. */
@Path("v1/{type}/bulk")
@Produces(MediaType.APPLICATION_JSON)
public final class BulkResource {

    private static final int MOST_IDS = 10_000;

    private final Services services;

    public BulkResource(Services services) {
        this.services = services;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response start(@Context Caller caller, @PathParam("type") String type, Input input) {
        input.only("filter", "ids", "patch", "delete");
        BulkChange change = change(caller, type, input);
        BulkSelection selection = selection(caller, type, input);
        BulkWork work = new BulkWork(services.records(), selection, change);
        return Answers.accepted(services.jobs().start(caller, "bulk", work));
    }

    private BulkChange change(Caller caller, String type, Input input) {
        Map<String, Object> patch = input.object("patch");
        boolean delete = input.flag("delete");
        if (delete == (patch != null)) {
            throw Refusal.badRequest("rest.bulkPatchOrDelete");
        }
        services.types().get(type);
        if (!services.access().may(caller, delete ? Right.DELETE : Right.UPDATE, type)) {
            throw new Refusal(ProblemKind.FORBIDDEN, "problem.forbidden.detail");
        }
        return delete ? BulkChange.delete() : BulkChange.patch(patch);
    }

    private BulkSelection selection(Caller caller, String type, Input input) {
        String filter = input.text("filter");
        List<String> ids = input.list("ids");
        if ((filter == null) == (ids == null)) {
            throw Refusal.badRequest("rest.bulkFilterOrIds");
        }
        if (ids == null) {
            Query query = Query.of(type).where(filter).reading("id");
            services.records().list(caller, query.limitedTo(1));
            return BulkSelection.of(query);
        }
        if (ids.size() > MOST_IDS) {
            throw Refusal.badRequest("rest.bulkTooManyIds", MOST_IDS);
        }
        return BulkSelection.of(
                Query.of(type).reading("id"),
                ids.stream().map(RecordId::of).distinct().toList());
    }
}

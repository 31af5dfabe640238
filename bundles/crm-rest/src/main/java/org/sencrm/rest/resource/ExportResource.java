package org.sencrm.rest.resource;

import java.time.LocalDate;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.Query;
import org.sencrm.api.transfer.Exports;
import org.sencrm.rest.http.AnswerStream;
import org.sencrm.rest.http.Parameters;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.http.Takes;
import org.sencrm.rest.http.Words;

/** Records as a file, written to the line as they are read. */
@Path("v1/{type}/export")
public final class ExportResource {

    private final Services services;

    public ExportResource(Services services) {
        this.services = services;
    }

    @GET
    @Takes({"format", "filter", "q", "sort", "fields", "trash"})
    public Response export(@Context Caller caller, @PathParam("type") String type, @Context Parameters parameters) {
        Exports exports = services.exports();
        String word = parameters.text("format");
        Exports.Format format = word == null ? Exports.Format.CSV : Words.read(Exports.Format.values(), "format", word);
        Query query = RecordsResource.query(type, parameters);
        refuseBeforeTheFirstByte(caller, query);
        StreamingOutput content = line -> {
            try (AnswerStream out = new AnswerStream(line)) {
                exports.write(caller, query, format, out);
            }
        };
        String name = type + '-' + LocalDate.now(caller.zone()) + '.' + Words.of(format);
        return Answers.file(name, format.mediaType(), content).build();
    }

    /** Once the file is on its way there is no way back to a problem. */
    private void refuseBeforeTheFirstByte(Caller caller, Query query) {
        services.records().list(caller, Right.EXPORT, query.limitedTo(1));
    }
}

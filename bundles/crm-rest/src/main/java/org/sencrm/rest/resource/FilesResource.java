package org.sencrm.rest.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.sencrm.api.access.Caller;
import org.sencrm.api.file.Files;
import org.sencrm.api.file.StoredFile;
import org.sencrm.rest.http.AnswerStream;
import org.sencrm.rest.http.Parameters;
import org.sencrm.rest.http.RecordId;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.http.Takes;
import org.sencrm.rest.json.JsonBody;
import org.sencrm.rest.json.Values;

/** Files of records. A content is only ever something to save, never a page: whatever it is, nothing in it runs here. */
@Path("v1/files")
@Produces(MediaType.APPLICATION_JSON)
public final class FilesResource {

    private final Services services;

    public FilesResource(Services services) {
        this.services = services;
    }

    /** A form of three parts in any order: {@code file}, {@code type} and {@code record}. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response add(@Context Caller caller, @Context HttpServletRequest request) {
        Files files = services.files();
        try (FileForm form =
                FileForm.read(request, content -> files.receive(caller, content), Set.of("type", "record"))) {
            StoredFile file = files.add(
                    caller, form.text("type"), RecordId.of(form.text("record")), form.fileName(), form.upload());
            return tagged(Response.status(Response.Status.CREATED), file)
                    .header(HttpHeaders.LOCATION, Answers.address("files", file.id()))
                    .entity(body(file))
                    .build();
        }
    }

    @GET
    @Takes({"type", "record"})
    public JsonBody list(@Context Caller caller, @Context Parameters parameters) {
        String type = parameters.requiredText("type");
        long record = RecordId.of(parameters.requiredText("record"));
        return body(services.files().list(caller, type, record));
    }

    @GET
    @Path("{id}")
    public Response get(@Context Caller caller, @PathParam("id") String id) {
        StoredFile file = services.files().get(caller, RecordId.of(id));
        return tagged(Response.ok(body(file)), file).build();
    }

    @GET
    @Path("{id}/versions")
    public JsonBody versions(@Context Caller caller, @PathParam("id") String id) {
        return body(services.files().versions(caller, RecordId.of(id)));
    }

    @GET
    @Path("{id}/content")
    @Produces(MediaType.WILDCARD)
    public Response content(@Context Caller caller, @PathParam("id") String id) {
        Files files = services.files();
        StoredFile file = files.get(caller, RecordId.of(id));
        InputStream stored = files.open(caller, file.id());
        StreamingOutput content = line -> {
            try (InputStream in = stored;
                    AnswerStream out = new AnswerStream(line)) {
                in.transferTo(out);
            }
        };
        return tagged(Answers.file(file.name(), file.mediaType(), content), file)
                .header(HttpHeaders.CONTENT_LENGTH, file.size())
                .build();
    }

    @DELETE
    @Path("{id}")
    public void delete(@Context Caller caller, @PathParam("id") String id) {
        services.files().delete(caller, RecordId.of(id));
    }

    @POST
    @Path("{id}/trash")
    public void trash(@Context Caller caller, @PathParam("id") String id) {
        services.files().trash(caller, RecordId.of(id));
    }

    @POST
    @Path("{id}/restore")
    public Response restore(@Context Caller caller, @PathParam("id") String id) {
        StoredFile file = services.files().restore(caller, RecordId.of(id));
        return tagged(Response.ok(body(file)), file).build();
    }

    /** A content never changes, so its hash is its tag. */
    private static Response.ResponseBuilder tagged(Response.ResponseBuilder answer, StoredFile file) {
        return answer.header(HttpHeaders.ETAG, '"' + file.hash() + '"');
    }

    private static JsonBody body(StoredFile file) {
        return out -> write(out, file);
    }

    private static JsonBody body(List<StoredFile> files) {
        return out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (StoredFile file : files) {
                write(out, file);
            }
            out.writeEndArray();
            out.writeEndObject();
        };
    }

    private static void write(JsonGenerator out, StoredFile file) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", Long.toString(file.id()));
        Values.member(out, "record", file.record());
        out.writeStringField("name", file.name());
        out.writeStringField("mediaType", file.mediaType());
        out.writeNumberField("size", file.size());
        out.writeStringField("hash", file.hash());
        out.writeNumberField("version", file.version());
        Values.member(out, "by", file.by());
        Values.member(out, "at", file.at());
        out.writeEndObject();
    }
}

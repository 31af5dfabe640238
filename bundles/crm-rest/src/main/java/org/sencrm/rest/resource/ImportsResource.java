package org.sencrm.rest.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.apache.cxf.jaxrs.ext.multipart.Attachment;
import org.apache.cxf.jaxrs.ext.multipart.MultipartBody;
import org.sencrm.api.access.Caller;
import org.sencrm.api.transfer.Imports;
import org.sencrm.rest.http.AnswerStream;
import org.sencrm.rest.http.Input;
import org.sencrm.rest.http.Parameters;
import org.sencrm.rest.http.RecordId;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.http.Takes;
import org.sencrm.rest.json.JsonBody;
import org.sencrm.rest.json.Values;
import org.sencrm.rest.problem.Refusal;

/** Records from a file. */
@Path("v1/imports")
@Produces(MediaType.APPLICATION_JSON)
public final class ImportsResource {

    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;

    private final Services services;

    public ImportsResource(Services services) {
        this.services = services;
    }

    /** A form of three parts: {@code file}, {@code type} and, as JSON, {@code options}. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response start(@Context Caller caller, MultipartBody form) throws IOException {
        String type = text(form, "type");
        if (type == null || type.isBlank()) {
            throw Refusal.badRequest("rest.missingPart", "type");
        }
        ImportForm options = new ImportForm(Input.of(text(form, "options")));
        Attachment file = form.getAttachment("file");
        if (file == null) {
            throw Refusal.badRequest("rest.missingPart", "file");
        }
        Imports imports = services.imports();
        String fileId;
        try (InputStream content = file.getDataHandler().getInputStream()) {
            fileId = imports.upload(caller, fileName(file), content);
        }
        Imports.Status status = imports.start(caller, type, fileId, options.read());
        return Answers.accepted("imports/" + status.id(), body(status));
    }

    @GET
    @Takes("limit")
    public JsonBody list(@Context Caller caller, @Context Parameters parameters) {
        List<Imports.Status> imports = services.imports().list(caller, parameters.limit(DEFAULT_LIMIT, MAX_LIMIT));
        return out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (Imports.Status status : imports) {
                write(out, status);
            }
            out.writeEndArray();
            out.writeEndObject();
        };
    }

    /** Ready-made ways to read files of other products; of a type, or of all into which the caller may import. */
    @GET
    @Path("profiles")
    @Takes("type")
    public JsonBody profiles(@Context Caller caller, @Context Parameters parameters) {
        List<Imports.Profile> profiles = services.imports().profiles(caller, parameters.text("type"));
        return out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (Imports.Profile profile : profiles) {
                write(out, profile);
            }
            out.writeEndArray();
            out.writeEndObject();
        };
    }

    private static void write(JsonGenerator out, Imports.Profile profile) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", profile.name());
        out.writeStringField("label", profile.label());
        out.writeStringField("type", profile.type());
        out.writeArrayFieldStart("recognisedBy");
        for (String column : profile.recognisedBy()) {
            out.writeString(column);
        }
        out.writeEndArray();
        out.writeStringField("key", profile.key());
        out.writeEndObject();
    }

    @GET
    @Path("{id}")
    public JsonBody status(@Context Caller caller, @PathParam("id") String id) {
        return body(services.imports().status(caller, RecordId.of(id)));
    }

    @GET
    @Path("{id}/errors")
    @Produces(MediaType.WILDCARD)
    public Response errors(@Context Caller caller, @PathParam("id") String id) {
        Imports imports = services.imports();
        long importId = RecordId.of(id);
        imports.status(caller, importId);
        StreamingOutput content = line -> {
            try (AnswerStream out = new AnswerStream(line)) {
                imports.errors(caller, importId, out);
            }
        };
        return Answers.file("import-" + importId + "-errors.csv", "text/csv; charset=UTF-8", content)
                .build();
    }

    @POST
    @Path("{id}/cancel")
    public JsonBody cancel(@Context Caller caller, @PathParam("id") String id) {
        return body(services.imports().cancel(caller, RecordId.of(id)));
    }

    @POST
    @Path("{id}/resume")
    public JsonBody resume(@Context Caller caller, @PathParam("id") String id) {
        return body(services.imports().resume(caller, RecordId.of(id)));
    }

    @POST
    @Path("{id}/undo")
    public JsonBody undo(@Context Caller caller, @PathParam("id") String id) {
        return body(services.imports().undo(caller, RecordId.of(id)));
    }

    private static String text(MultipartBody form, String name) {
        Attachment part = form.getAttachment(name);
        return part == null ? null : part.getObject(String.class);
    }

    /** As the client calls it; for people to read only, never part of a path. */
    private static String fileName(Attachment file) {
        String name = file.getContentDisposition() == null
                ? null
                : file.getContentDisposition().getFilename();
        return name == null || name.isBlank() ? "file" : name;
    }

    private static JsonBody body(Imports.Status status) {
        return out -> write(out, status);
    }

    private static void write(JsonGenerator out, Imports.Status status) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", Long.toString(status.id()));
        out.writeStringField("state", status.state().code());
        out.writeStringField("type", status.type());
        out.writeStringField("fileName", status.fileName());
        out.writeBooleanField("dryRun", status.dryRun());
        out.writeNumberField("total", status.total());
        out.writeNumberField("done", status.done());
        out.writeNumberField("created", status.created());
        out.writeNumberField("updated", status.updated());
        out.writeNumberField("skipped", status.skipped());
        out.writeNumberField("failed", status.failed());
        out.writeArrayFieldStart("problems");
        for (Imports.Problem problem : status.problems()) {
            out.writeStartObject();
            out.writeStringField("code", problem.code());
            out.writeStringField("column", problem.column());
            out.writeStringField("value", problem.value());
            out.writeNumberField("count", problem.count());
            out.writeStringField("suggestion", problem.suggestion());
            out.writeStringField("message", problem.message());
            out.writeBooleanField("blocking", problem.blocking());
            out.writeNumberField("row", problem.row());
            out.writeEndObject();
        }
        out.writeEndArray();
        Values.member(out, "message", status.message());
        out.writeEndObject();
    }
}

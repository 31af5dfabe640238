package org.sencrm.rest.resource;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.sencrm.api.job.Job;
import org.sencrm.api.record.RecordData;
import org.sencrm.rest.http.IfMatch;
import org.sencrm.rest.http.Services;
import org.sencrm.rest.json.JsonBody;
import org.sencrm.rest.json.ListFields;
import org.sencrm.rest.json.Values;

/** Answers that several addresses give. Addresses in them have no host: behind a proxy only the client knows its name. */
public final class Answers {

    private static final String BASE = "/api/v1/";

    private Answers() {}

    /** A record with its version as entity tag. */
    public static Response.ResponseBuilder record(Services services, Response.Status status, RecordData record) {
        Set<String> lists = ListFields.of(services.types(), record.type());
        JsonBody body = out -> Values.record(out, record, lists);
        return Response.status(status)
                .header(HttpHeaders.ETAG, IfMatch.tag(record.version()))
                .entity(body);
    }

    public static String address(RecordData record) {
        return address(record.type(), record.id());
    }

    public static String address(String place, long id) {
        return BASE + place + '/' + id;
    }

    /** Work that goes on after the answer. */
    static Response accepted(Job job) {
        JsonBody body = out -> JobsResource.write(out, job);
        return accepted("jobs/" + job.id(), body);
    }

    static Response accepted(String path, JsonBody body) {
        return Response.status(Response.Status.ACCEPTED)
                .header(HttpHeaders.LOCATION, BASE + path)
                .entity(body)
                .build();
    }

    /** A file to be saved and never shown. */
    static Response.ResponseBuilder file(String name, String mediaType, Object content) {
        return Response.ok(content)
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(name));
    }

    /** To be saved, under its name as RFC 6266 has it, and for old programs with a name that has no letters of its own. */
    private static String disposition(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9. _-]", "_");
        StringBuilder encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean asItIs = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
            encoded.append(asItIs ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}

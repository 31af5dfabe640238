package org.sencrm.rest.problem;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import org.sencrm.rest.json.Json;
import org.sencrm.rest.json.JsonBody;

/**
 * An answer that tells what went wrong, as RFC 9457 has it. Holds nothing of the inside: no class, no SQL, no path.
 *
 * @param title name of the kind of problem, in the language of the one who asks
 * @param detail what is wrong with this very request
 * @param headers to send along, such as {@code Retry-After}
 * @param more members of this kind of problem; writes nothing where there are none
 */
public record Problem(ProblemKind kind, String title, String detail, Map<String, String> headers, JsonBody more)
        implements JsonBody {

    public static final String MEDIA_TYPE = "application/problem+json";

    @Override
    public void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("type", kind.type());
        out.writeStringField("title", title);
        out.writeNumberField("status", kind.status());
        out.writeStringField("detail", detail);
        more.write(out);
        out.writeEndObject();
    }

    /** Sends it as the whole answer; does nothing where an answer is already on its way. */
    public void send(javax.servlet.http.HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(kind.status());
        response.setContentType(MEDIA_TYPE);
        headers.forEach(response::setHeader);
        try (JsonGenerator out = Json.generator(response.getOutputStream())) {
            write(out);
        }
    }
}

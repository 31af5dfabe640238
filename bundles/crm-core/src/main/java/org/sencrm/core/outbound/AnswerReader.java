package org.sencrm.core.outbound;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.sencrm.api.outbound.Outbound;
import org.sencrm.api.outbound.OutboundFailure;
import org.sencrm.api.outbound.OutboundFailure.Reason;

/** Reads an answer up to a limit, which holds for what travels and for what it becomes when it is inflated. */
final class AnswerReader {

    private AnswerReader() {}

    static Outbound.Answer read(ClassicHttpResponse response, int limit) throws IOException, OutboundFailure {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : response.getHeaders()) {
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        HttpEntity entity = response.getEntity();
        byte[] body = entity == null ? new byte[0] : upTo(limit, entity.getContent());
        if (body.length > 0 && isZipped(headers.get("content-encoding"))) {
            body = upTo(limit, new GZIPInputStream(new ByteArrayInputStream(body)));
        }
        return new Outbound.Answer(response.getCode(), headers, body);
    }

    private static boolean isZipped(String encoding) {
        return encoding != null && encoding.trim().toLowerCase(Locale.ROOT).matches("(x-)?gzip");
    }

    private static byte[] upTo(int limit, InputStream in) throws IOException, OutboundFailure {
        byte[] read = in.readNBytes(limit + 1);
        if (read.length > limit) {
            throw new OutboundFailure(Reason.TOO_LARGE, "the answer is too large");
        }
        return read;
    }
}

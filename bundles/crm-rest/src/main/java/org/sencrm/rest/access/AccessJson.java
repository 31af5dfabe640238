package org.sencrm.rest.access;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.sencrm.api.access.Explanation;
import org.sencrm.api.access.Right;
import org.sencrm.api.access.Share;
import org.sencrm.rest.json.Values;

/** How shares and explanations travel. */
final class AccessJson {

    private AccessJson() {}

    static void shares(JsonGenerator out, List<Share> shares) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("items");
        for (Share share : shares) {
            share(out, share);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    static void share(JsonGenerator out, Share share) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", Long.toString(share.id()));
        Values.member(out, "with", share.with());
        out.writeBooleanField("mayChange", share.mayChange());
        Values.member(out, "by", share.by());
        Values.member(out, "at", share.at());
        out.writeEndObject();
    }

    static void explanation(JsonGenerator out, Explanation explanation) throws IOException {
        out.writeStartObject();
        List<String> rights = Arrays.stream(Right.values())
                .filter(explanation.rights()::contains)
                .map(Right::code)
                .toList();
        Values.member(out, "rights", rights);
        out.writeArrayFieldStart("reasons");
        for (Explanation.Reason reason : explanation.reasons()) {
            out.writeStartObject();
            out.writeStringField("right", reason.right().code());
            Values.member(out, "role", reason.role());
            out.writeStringField("scope", reason.scope());
            out.writeStringField("because", word(reason.because()));
            Values.member(out, "through", reason.through());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeArrayFieldStart("refusals");
        for (Explanation.Refusal refusal : explanation.refusals()) {
            out.writeStartObject();
            out.writeStringField("right", refusal.right().code());
            out.writeStringField("because", word(refusal.why()));
            out.writeEndObject();
        }
        out.writeEndArray();
        Values.member(out, "hiddenFields", List.copyOf(new TreeSet<>(explanation.hiddenFields())));
        Values.member(out, "totals", explanation.totals());
        out.writeEndObject();
    }

    /** A constant as words in one, e.g. {@code outOfReach}. */
    private static String word(Enum<?> constant) {
        StringBuilder word = new StringBuilder();
        for (String part : constant.name().toLowerCase(Locale.ROOT).split("_")) {
            word.append(word.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return word.toString();
    }
}

package org.sencrm.rest.problem;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.HttpHeaders;
import org.sencrm.api.fault.Conflict;
import org.sencrm.api.fault.DatabaseAway;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.fault.NotSignedIn;
import org.sencrm.api.fault.TooLarge;
import org.sencrm.api.fault.TooManyTries;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.signin.SecondFactorRequired;
import org.sencrm.rest.json.JsonBody;
import org.sencrm.rest.json.Values;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever was thrown into the problem that the one who asked is told. */
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private static final SecureRandom RANDOM = new SecureRandom();
    /** After this many seconds a part that is away may well be back. */
    private static final String RETRY_SECONDS = "5";

    private static final JsonBody NOTHING_MORE = out -> {};

    private Problems() {}

    /**
     * @param request method and path, for the log
     * @param locale language of the one who asks
     */
    public static Problem of(Throwable thrown, String request, Locale locale) {
        if (thrown instanceof Refusal refusal) {
            String detail = Texts.text(locale, refusal.key(), refusal.arguments());
            return problem(refusal.kind(), detail, headers(refusal.kind()), NOTHING_MORE, locale);
        }
        if (thrown instanceof Fault fault) {
            return ofFault(fault, request, locale);
        }
        if (thrown instanceof LineBroken) {
            LOG.debug("{}: the line broke", LogText.of(request));
            return problem(
                    ProblemKind.BAD_REQUEST, Texts.text(locale, "rest.cutShort"), Map.of(), NOTHING_MORE, locale);
        }
        if (thrown instanceof WebApplicationException refused
                && refused.getResponse().getStatus() < 500) {
            return ofRefused(refused, locale);
        }
        return ofUnexpected(thrown, request, locale);
    }

    private static Problem ofFault(Fault fault, String request, Locale locale) {
        ProblemKind kind = kindOf(fault);
        if (kind == ProblemKind.INTERNAL) {
            return ofUnexpected(fault, request, locale);
        }
        if (kind == ProblemKind.UNAVAILABLE) {
            LOG.warn("{} could not be served: {}", LogText.of(request), LogText.of(fault.getMessage()));
        }
        Map<String, String> headers = headers(kind);
        JsonBody more = NOTHING_MORE;
        if (fault instanceof InvalidRecord invalid) {
            more = out -> errors(out, invalid);
        } else if (fault instanceof Conflict conflict) {
            more = out -> changed(out, conflict);
            headers = Map.of(HttpHeaders.ETAG, '"' + Long.toString(conflict.version()) + '"');
        } else if (fault instanceof SecondFactorRequired required) {
            more = out -> secondStep(out, required);
        } else if (fault instanceof TooManyTries tries) {
            headers = Map.of(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, tries.retryAfterSeconds())));
        }
        String detail = fault instanceof DatabaseAway ? Texts.text(locale, "rest.databaseAway") : fault.getMessage();
        return problem(kind, detail, headers, more, locale);
    }

    private static ProblemKind kindOf(Fault fault) {
        if (fault instanceof NotFound) {
            return ProblemKind.NOT_FOUND;
        } else if (fault instanceof Forbidden) {
            return ProblemKind.FORBIDDEN;
        } else if (fault instanceof SecondFactorRequired) {
            return ProblemKind.SECOND_FACTOR_REQUIRED;
        } else if (fault instanceof NotSignedIn) {
            return ProblemKind.NOT_SIGNED_IN;
        } else if (fault instanceof InvalidRequest) {
            return ProblemKind.BAD_REQUEST;
        } else if (fault instanceof InvalidRecord) {
            return ProblemKind.INVALID_RECORD;
        } else if (fault instanceof Conflict) {
            return ProblemKind.CONFLICT;
        } else if (fault instanceof TooManyTries) {
            return ProblemKind.TOO_MANY_TRIES;
        } else if (fault instanceof TooLarge) {
            return ProblemKind.TOO_LARGE;
        } else if (fault instanceof NotNow) {
            return ProblemKind.NOT_NOW;
        } else if (fault instanceof Unavailable) {
            return ProblemKind.UNAVAILABLE;
        }
        return ProblemKind.INTERNAL;
    }

    /** What the JAX-RS runtime refuses by itself: no such path, method or media type. */
    private static Problem ofRefused(WebApplicationException refused, Locale locale) {
        ProblemKind kind = ProblemKind.ofStatus(refused.getResponse().getStatus());
        String allow = refused.getResponse().getHeaderString(HttpHeaders.ALLOW);
        Map<String, String> headers = kind == ProblemKind.METHOD_NOT_ALLOWED && allow != null
                ? Map.of(HttpHeaders.ALLOW, allow)
                : headers(kind);
        return problem(kind, Texts.text(locale, kind.titleKey() + ".detail"), headers, NOTHING_MORE, locale);
    }

    /** A fault of ours: the one who asked gets a reference under which the log tells more. */
    private static Problem ofUnexpected(Throwable thrown, String request, Locale locale) {
        byte[] random = new byte[5];
        RANDOM.nextBytes(random);
        String reference = HexFormat.of().formatHex(random);
        LOG.error("{} failed, reference {}", LogText.of(request), reference, thrown);
        return problem(
                ProblemKind.INTERNAL,
                Texts.text(locale, "rest.internal", reference),
                Map.of(),
                out -> out.writeStringField("reference", reference),
                locale);
    }

    private static Problem problem(
            ProblemKind kind, String detail, Map<String, String> headers, JsonBody more, Locale locale) {
        return new Problem(kind, Texts.text(locale, kind.titleKey()), detail, headers, more);
    }

    private static Map<String, String> headers(ProblemKind kind) {
        return switch (kind) {
            case NOT_SIGNED_IN, SECOND_FACTOR_REQUIRED -> Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            case UNAVAILABLE -> Map.of(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            default -> Map.of();
        };
    }

    private static void errors(JsonGenerator out, InvalidRecord invalid) throws IOException {
        out.writeArrayFieldStart("errors");
        for (FieldError error : invalid.errors()) {
            out.writeStartObject();
            out.writeStringField("field", error.field());
            out.writeStringField("code", error.code());
            out.writeStringField("message", error.message());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void secondStep(JsonGenerator out, SecondFactorRequired required) throws IOException {
        out.writeStringField("challenge", required.challenge());
        out.writeArrayFieldStart("factors");
        for (String kind : required.factors()) {
            out.writeString(kind);
        }
        out.writeEndArray();
        Values.member(out, "options", required.options());
    }

    private static void changed(JsonGenerator out, Conflict conflict) throws IOException {
        out.writeNumberField("version", conflict.version());
        out.writeArrayFieldStart("changed");
        for (Conflict.Changed changed : conflict.changed()) {
            out.writeStartObject();
            out.writeStringField("field", changed.field());
            Values.member(out, "yours", changed.yours());
            Values.member(out, "theirs", changed.theirs());
            Values.member(out, "by", changed.by());
            Values.member(out, "at", changed.at());
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}

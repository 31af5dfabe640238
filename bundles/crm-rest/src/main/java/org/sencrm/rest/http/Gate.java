package org.sencrm.rest.http;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.ClientAddress;
import org.sencrm.rest.problem.ProblemKind;
import org.sencrm.rest.problem.Refusal;

/**
 * Decides who is let in. A bearer token and nothing else proves who asks: cookies are never looked at, so no foreign page
 * can act in the name of somebody who is signed in on the screen. A page of another host is refused even with a token.
 */
public final class Gate {

    /** Where somebody proves who they are, or does so by a link from a mail. */
    private static final Set<String> OPEN =
            Set.of("POST /v1/auth/tokens", "POST /v1/auth/password", "POST /v1/auth/password/forgot");

    private static final String POLICIES = "/v1/me/policies";

    private static final Pattern BEARER = Pattern.compile("(?i)bearer +([A-Za-z0-9._~+/=-]{1,512})");

    private final Services services;

    public Gate(Services services) {
        this.services = services;
    }

    /**
     * @return the call, for a caller who is signed in or an address that is open
     * @throws Refusal or an {@link org.sencrm.api.fault.Fault} where the request is not let in
     */
    public Call admit(HttpServletRequest request) {
        refuseSecondHost(request);
        refuseForeignPages(request);
        String address = address(request);
        if (OPEN.contains(request.getMethod() + " " + request.getPathInfo())) {
            return new Call(null, Language.of(request, Locale.ENGLISH), address);
        }
        String token = token(request);
        Caller caller = services.signIn().byToken(token, address, "rest");
        if (caller == null) {
            throw Refusal.notSignedIn();
        }
        if (!isOpenToHeldUp(request) && services.policies().isHeldUp(caller, token)) {
            throw new Refusal(ProblemKind.POLICY_REQUIRED, "rest.policyRequired");
        }
        Locale locale = Language.of(request, caller.locale());
        return new Call(caller.speaking(locale).entered(caller.entry().from(address)), locale, address);
    }

    /**
     * For a line that stays open: says at any later time, in any thread, whether what the request was let in by still lets in.
     * Throws what {@link Services} throws while a part is away, and a fault where a second factor is due by then.
     */
    public BooleanSupplier stillOpen(HttpServletRequest request) {
        String address = address(request);
        String token = token(request);
        return () -> {
            Caller caller = services.signIn().byToken(token, address, "rest");
            return caller != null && !services.policies().isHeldUp(caller, token);
        };
    }

    private static String address(HttpServletRequest request) {
        return ClientAddress.of(request.getRemoteAddr(), request::getAttribute, request::getHeaders);
    }

    /** Where somebody reads what they have to agree to and does so, or gives a token up. */
    private static boolean isOpenToHeldUp(HttpServletRequest request) {
        String path = String.valueOf(request.getPathInfo());
        return path.equals(POLICIES)
                || path.startsWith(POLICIES + "/")
                || "DELETE".equals(request.getMethod()) && path.startsWith("/v1/auth/tokens/");
    }

    private static String token(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders("Authorization"));
        if (headers.size() == 1) {
            Matcher bearer = BEARER.matcher(headers.get(0).trim());
            if (bearer.matches()) {
                return bearer.group(1);
            }
        }
        throw Refusal.notSignedIn();
    }

    /** RFC 9112, 3.2: of two hosts, whoever stands before us may have believed the other one. */
    private static void refuseSecondHost(HttpServletRequest request) {
        if (Collections.list(request.getHeaders("Host")).size() > 1) {
            throw Refusal.badRequest("rest.twoHosts");
        }
    }

    private static void refuseForeignPages(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return;
        }
        String host = request.getHeader("Host");
        boolean own = host != null
                && (origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host));
        if (!own) {
            throw new Refusal(ProblemKind.FORBIDDEN, "rest.foreignOrigin");
        }
    }
}

package org.sencrm.rest.http;

import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;

/** Where a request really comes from. */
final class ClientAddress {

    private static final Pattern LOOPBACK = Pattern.compile("127\\.\\d+\\.\\d+\\.\\d+|::1|0:0:0:0:0:0:0:1");
    private static final Pattern NUMERIC = Pattern.compile("[0-9a-fA-F:.]{3,45}");

    private ClientAddress() {}

    /**
     * The address at the other end of the line; behind our own proxy, which is on this machine, the one that the proxy
     * added last to {@code X-Forwarded-For}. What others claim in that header is not believed.
     */
    static String of(HttpServletRequest request) {
        String remote = request.getRemoteAddr().replace("[", "").replace("]", "");
        String forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded == null || !LOOPBACK.matcher(remote).matches()) {
            return remote;
        }
        String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).trim();
        return NUMERIC.matcher(last).matches() ? last : remote;
    }
}

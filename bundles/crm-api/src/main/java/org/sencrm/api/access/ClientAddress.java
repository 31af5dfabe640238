package org.sencrm.api.access;

import java.util.Collections;
import java.util.Enumeration;
import java.util.regex.Pattern;

/**
 * Where a request really comes from.
 *
 * @since 1.4
 */
public final class ClientAddress {

    private static final Pattern LOOPBACK = Pattern.compile("127\\.\\d+\\.\\d+\\.\\d+|::1|0:0:0:0:0:0:0:1");
    private static final Pattern NUMERIC = Pattern.compile("[0-9a-fA-F:.]{3,45}");

    private ClientAddress() {}

    /**
     * As {@link #of(String, String)}.
     *
     * @param forwarded every line of the header {@code X-Forwarded-For}, as some proxies add one of their own; null where
     *     the container tells no headers
     */
    public static String of(String remote, Enumeration<String> forwarded) {
        boolean none = forwarded == null || !forwarded.hasMoreElements();
        return of(remote, none ? null : String.join(",", Collections.list(forwarded)));
    }

    /**
     * The address at the other end of the line; behind our own proxy, which is on this machine, the one that the proxy
     * added last to {@code X-Forwarded-For}. What others claim in that header is not believed.
     *
     * @param remote address at the other end, IPv6 with or without brackets
     * @param forwarded header {@code X-Forwarded-For}; null for none
     */
    public static String of(String remote, String forwarded) {
        String plain = remote.replace("[", "").replace("]", "");
        if (forwarded == null || !LOOPBACK.matcher(plain).matches()) {
            return plain;
        }
        String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).trim();
        return NUMERIC.matcher(last).matches() ? last : plain;
    }
}

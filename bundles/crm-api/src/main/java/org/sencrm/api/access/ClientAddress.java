package org.sencrm.api.access;

import java.util.Collections;
import java.util.Enumeration;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Where a request really comes from.
 *
 * @since 1.4
 */
public final class ClientAddress {

    private static final Pattern LOOPBACK = Pattern.compile("127\\.\\d+\\.\\d+\\.\\d+|::1|0:0:0:0:0:0:0:1");
    private static final Pattern NUMERIC = Pattern.compile("[0-9a-fA-F:.]{3,45}");

    private static final String FORWARDED = "X-Forwarded-For";

    private static final ThreadLocal<String> SERVED = new ThreadLocal<>();

    private ClientAddress() {}

    /**
     * The address for which the thread works now, for what is written down about it.
     *
     * @return null where it works for nobody at another end
     * @since 1.5
     */
    public static String served() {
        return SERVED.get();
    }

    /**
     * Lets the thread work for an address until the answer is closed, which has to be done on the same thread.
     *
     * @param address null for none
     * @since 1.5
     */
    public static Serving serving(String address) {
        String before = SERVED.get();
        set(address);
        return () -> set(before);
    }

    private static void set(String address) {
        if (address == null) {
            SERVED.remove();
        } else {
            SERVED.set(address);
        }
    }

    /**
     * The time during which a thread works for an address.
     *
     * @since 1.5
     */
    @FunctionalInterface
    public interface Serving extends AutoCloseable {

        @Override
        void close();
    }

    /**
     * Where a request comes from. What the header {@code X-Forwarded-For} says counts only where the request comes from this
     * machine and not by TLS, as from our own proxy.
     *
     * @param remote address at the other end, IPv6 with or without brackets
     * @param attributes of the request, by name
     * @param headers every line of a header, by name; null for none, or where the container tells no headers
     * @since 1.6
     */
    public static String of(
            String remote, Function<String, Object> attributes, Function<String, Enumeration<String>> headers) {
        boolean direct = attributes.apply(ClientCertificate.ENCRYPTED) != null;
        return of(remote, direct ? null : headers.apply(FORWARDED));
    }

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
        String plain = plain(remote);
        if (forwarded == null || !isThisMachine(remote)) {
            return plain;
        }
        String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).trim();
        return NUMERIC.matcher(last).matches() ? last : plain;
    }

    /** Whether an address is one of this machine, where our own proxy is. */
    static boolean isThisMachine(String remote) {
        return LOOPBACK.matcher(plain(remote)).matches();
    }

    private static String plain(String remote) {
        return remote.replace("[", "").replace("]", "");
    }
}

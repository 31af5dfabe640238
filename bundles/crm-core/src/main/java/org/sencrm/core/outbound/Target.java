package org.sencrm.core.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.sencrm.api.outbound.OutboundFailure;
import org.sencrm.api.outbound.OutboundFailure.Reason;

/**
 * An address that may be asked as far as its spelling goes. Whatever some reader might take for another host than we do is
 * refused: numbers that are no plain dotted address, credentials, escapes, a dot at the end.
 *
 * @param host lower case, without brackets
 * @param port the scheme's own where the address names none
 * @param literal the address that the host is itself; null for a name
 */
record Target(URI uri, String host, int port, InetAddress literal) {

    private static final int LONGEST = 2_000;
    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)");
    private static final String OCTET = "(?:0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])";
    private static final Pattern DOTTED = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    private static final Pattern BRACKETED = Pattern.compile("\\[[0-9a-f:.]{2,45}]");

    static Target of(String address) throws OutboundFailure {
        URI uri = uri(address);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw bad();
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw bad();
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        if (port < 1 || port > 65_535) {
            throw bad();
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (host.startsWith("[")) {
            InetAddress literal = bracketed(host);
            return new Target(uri, host.substring(1, host.length() - 1), port, literal);
        }
        if (ENDS_IN_NUMBER.matcher(host).matches()) {
            return new Target(uri, host, port, dotted(host));
        }
        if (host.length() > 253 || !NAME.matcher(host).matches()) {
            throw bad();
        }
        return new Target(uri, host, port, null);
    }

    boolean isSecure() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    private static URI uri(String address) throws OutboundFailure {
        if (address == null || address.isEmpty() || address.length() > LONGEST || hasOddSigns(address)) {
            throw bad();
        }
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            throw bad();
        }
    }

    /** Names with other letters have to be given in their ASCII form: two readers might fold them differently. */
    private static boolean hasOddSigns(String address) {
        return address.chars().anyMatch(sign -> sign <= ' ' || sign >= 0x7f || sign == '\\');
    }

    private static InetAddress dotted(String host) throws OutboundFailure {
        if (!DOTTED.matcher(host).matches()) {
            throw bad();
        }
        return literal(host);
    }

    private static InetAddress bracketed(String host) throws OutboundFailure {
        if (!BRACKETED.matcher(host).matches()) {
            throw bad();
        }
        InetAddress literal = literal(host);
        // Java reads an IPv4 address inside an IPv6 one as the former
        if (literal.getAddress().length != 16) {
            throw bad();
        }
        return literal;
    }

    /** Looks up no name: the text is an address. */
    private static InetAddress literal(String host) throws OutboundFailure {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw bad();
        }
    }

    private static OutboundFailure bad() {
        return new OutboundFailure(Reason.BAD_ADDRESS, "no address that may be asked");
    }
}

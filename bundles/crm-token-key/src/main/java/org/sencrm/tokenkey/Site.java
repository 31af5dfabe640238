package org.sencrm.tokenkey;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where people open the product, as the company has set it. Security keys are bound to it. It is never taken from a request,
 * whose sender could name another one.
 *
 * @param origin as browsers tell it, e.g. {@code https://crm.example.com}
 * @param host what keys are bound to, e.g. {@code crm.example.com}
 */
record Site(String origin, String host) {

    private static final String LOCAL = "localhost";
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;
    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+|\\[.*]");

    /** @return empty for an address at which browsers use no keys: without encryption, of another kind, or without a name */
    static Optional<Site> of(String address) {
        try {
            URI uri = URI.create(address == null ? "" : address.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
            boolean safe = scheme.equals("https") || scheme.equals("http") && host.equals(LOCAL);
            boolean named = !host.isEmpty() && !NUMBERS.matcher(host).matches();
            return safe && named
                    ? Optional.of(new Site(scheme + "://" + host + port(scheme, uri.getPort()), host))
                    : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String port(String scheme, int port) {
        int usual = scheme.equals("https") ? HTTPS_PORT : HTTP_PORT;
        return port < 0 || port == usual ? "" : ":" + port;
    }
}

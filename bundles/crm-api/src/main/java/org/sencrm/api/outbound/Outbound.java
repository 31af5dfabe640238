package org.sencrm.api.outbound;

import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Asks other machines over HTTP; nothing in the product does so in another way. Only {@code http} and {@code https}. The
 * host's name is looked up once, and the connection goes to that very address: loopback, private, link-local and other
 * inner addresses are refused unless an administrator allowed the host. Certificates are checked against the name.
 * Redirects are not followed; cookies, credentials in addresses and odd spellings of numeric addresses are refused. A call
 * ends within {@link #LONGEST_SECONDS}. An add-on reaches the hosts that its package declares and no others. Thread safe; never to be called inside a transaction.
 */
@ProviderType
public interface Outbound {

    /**
     * Setting of the installation: inner hosts that may be asked all the same, separated by commas, each {@code host} or
     * {@code host:port}, written as in the address that is asked.
     */
    String ALLOWED_HOSTS = "outbound.allowedHosts";

    int LONGEST_SECONDS = 10;

    /** Of an answer's body in bytes, counted after it is inflated. */
    int LARGEST_ANSWER = 5_000_000;

    /** Sends the request and reads the whole answer, whatever its status is. */
    Answer send(Request request) throws OutboundFailure;

    /**
     * Refuses an address that could never be asked, as far as that can be told without looking up a name: to tell people
     * while they type. {@link #send} checks again.
     */
    void check(String address) throws OutboundFailure;

    /**
     * Connects to another machine that speaks no HTTP, such as a directory, under the same rules: looked up once, checked, and
     * connected to that very address. What is said on the line, TLS included, and how long that takes, is up to the caller,
     * who closes it.
     *
     * @param host name or numeric address; an inner one has to be allowed as {@link #ALLOWED_HOSTS} says
     * @param port 1 to 65535
     * @param longest for looking up the name, and once more for each address that is tried; at most {@link #LONGEST_SECONDS}
     * @return connected; its address carries the name, so that certificates can be checked against it
     * @since 1.3
     */
    Socket connect(String host, int port, Duration longest) throws OutboundFailure;

    /**
     * @param method e.g. {@code POST}
     * @param headers without line breaks; those about the connection and the length are the door's own
     * @param body null for none
     */
    record Request(String method, String address, Map<String, String> headers, byte[] body) {}

    /**
     * @param headers by lower-case name; the first of several
     * @param body inflated; empty for none
     */
    record Answer(int status, Map<String, String> headers, byte[] body) {}
}

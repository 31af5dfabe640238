package org.sencrm.core.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.outbound.Outbound;
import org.sencrm.api.outbound.OutboundFailure;
import org.sencrm.api.outbound.OutboundFailure.Reason;
import org.sencrm.api.setting.Settings;

/**
 * Connects to other machines for what speaks no HTTP, under the rules of {@link Outbound}: the name is looked up once, inner
 * addresses are refused unless an administrator allowed the host, and the connection goes to the address that was checked.
 * The name stays with the connection, so that certificates are checked against it. Thread safe.
 */
@Component(service = Dialer.class)
public final class Dialer {

    private static final int LOOKUP_THREADS = 2;

    private final HostLookup lookup;
    private final ThreadPoolExecutor lookups;

    @Activate
    public Dialer(@Reference Settings settings) {
        this(settings, InetAddress::getAllByName);
    }

    Dialer(Settings settings, HostLookup.Names names) {
        lookups = new ThreadPoolExecutor(
                LOOKUP_THREADS, LOOKUP_THREADS, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "crm-dialer-names");
                    thread.setDaemon(true);
                    return thread;
                });
        lookups.allowCoreThreadTimeOut(true);
        lookup = new HostLookup(names, () -> settings.get(Outbound.ALLOWED_HOSTS, ""), lookups);
    }

    @Deactivate
    public void close() {
        lookups.shutdown();
    }

    /**
     * Connects a fresh socket; the caller closes it.
     *
     * @param sockets gives a new one that is not connected, for each address that is tried
     * @param longest for the lookup, and once more for each address
     */
    public <T extends Socket> T connect(Supplier<T> sockets, String host, int port, Duration longest)
            throws OutboundFailure {
        String written = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        Target target = Target.of("http://" + written + ":" + port);
        // a host with a port or a path of its own would be checked with that port, and reached at the other
        if (target.port() != port
                || !target.uri().getRawPath().isEmpty()
                || target.uri().getRawQuery() != null) {
            throw new OutboundFailure(Reason.BAD_ADDRESS, "no host that may be asked");
        }
        List<InetAddress> addresses = lookup.find(target, longest.toMillis());
        IOException failure = null;
        for (InetAddress address : addresses) {
            T socket = sockets.get();
            try {
                InetAddress named = InetAddress.getByAddress(target.host(), address.getAddress());
                socket.connect(new InetSocketAddress(named, port), Math.toIntExact(longest.toMillis()));
                return socket;
            } catch (IOException e) {
                failure = e;
                closeQuietly(socket);
            }
        }
        Reason reason = failure instanceof SocketTimeoutException ? Reason.TOO_SLOW : Reason.NO_CONNECTION;
        throw new OutboundFailure(reason, "no connection to " + target.host());
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it was never connected: there is nothing that could be lost
        }
    }
}

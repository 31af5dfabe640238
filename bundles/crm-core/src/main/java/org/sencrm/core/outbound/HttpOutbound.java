package org.sencrm.core.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.outbound.Outbound;
import org.sencrm.api.outbound.OutboundFailure;
import org.sencrm.api.setting.Settings;

/**
 * Asks over a connection of its own each time, which is made to an address that was looked up and checked beforehand. The
 * name stays with the connection, so that certificate and {@code Host} are those of the name and not of the address.
 */
@Component(service = Outbound.class)
public final class HttpOutbound implements Outbound {

    private static final int LOOKUP_THREADS = 4;

    private final HostLookup lookup;
    private final Dialer dialer;
    private final SSLContext tls;
    private final Duration longest;
    private final ThreadPoolExecutor lookups;
    private final ScheduledThreadPoolExecutor deadlines;

    @Activate
    public HttpOutbound(@Reference Settings settings, @Reference Dialer dialer) throws NoSuchAlgorithmException {
        this(settings, InetAddress::getAllByName, dialer, SSLContext.getDefault(), Duration.ofSeconds(LONGEST_SECONDS));
    }

    /** @param longest how long a call may take in all */
    HttpOutbound(Settings settings, HostLookup.Names names, Dialer dialer, SSLContext tls, Duration longest) {
        this.dialer = dialer;
        this.tls = tls;
        this.longest = longest;
        this.lookups = new ThreadPoolExecutor(
                LOOKUP_THREADS, LOOKUP_THREADS, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), daemon("crm-names"));
        lookups.allowCoreThreadTimeOut(true);
        this.deadlines = new ScheduledThreadPoolExecutor(1, daemon("crm-outbound"));
        deadlines.setRemoveOnCancelPolicy(true);
        this.lookup = new HostLookup(names, () -> settings.get(ALLOWED_HOSTS, ""), lookups);
    }

    @Deactivate
    public void close() {
        lookups.shutdown();
        deadlines.shutdownNow();
    }

    @Override
    public void check(String address) throws OutboundFailure {
        lookup.check(Target.of(address));
    }

    @Override
    public Socket connect(String host, int port, Duration longestTry) throws OutboundFailure {
        Duration limited = longestTry.compareTo(longest) < 0 ? longestTry : longest;
        return dialer.connect(Socket::new, host, port, limited);
    }

    @Override
    public Answer send(Request request) throws OutboundFailure {
        long end = System.nanoTime() + longest.toNanos();
        Target target = Target.of(request.address());
        List<InetAddress> addresses = lookup.find(target, millisUntil(end));
        HttpUriRequestBase asked = new HttpUriRequestBase(request.method(), target.uri());
        request.headers().forEach(asked::setHeader);
        if (request.body() != null) {
            // the type travels among the headers
            asked.setEntity(new ByteArrayEntity(request.body(), null));
        }
        ScheduledFuture<?> deadline = deadlines.schedule(asked::cancel, millisUntil(end), TimeUnit.MILLISECONDS);
        try (CloseableHttpClient client = client(addresses, Timeout.ofMilliseconds(millisUntil(end)))) {
            return exchange(client, asked);
        } catch (IOException e) {
            throw Failures.of(e, target.host(), asked.isCancelled() && millisUntil(end) <= 1);
        } finally {
            deadline.cancel(false);
        }
    }

    private static Answer exchange(CloseableHttpClient client, HttpUriRequestBase asked)
            throws IOException, OutboundFailure {
        try {
            ClassicHttpResponse response = client.executeOpen(null, asked, null);
            return AnswerReader.read(response, LARGEST_ANSWER);
        } finally {
            // what is still to come is not waited for
            asked.cancel();
            client.close(CloseMode.IMMEDIATE);
        }
    }

    /** For one request to these addresses: no redirect, no cookie, no second try, no proxy, no credentials. */
    private CloseableHttpClient client(List<InetAddress> addresses, Timeout timeout) {
        HttpClientConnectionManager connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new Pinned(addresses))
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls, HostnameVerificationPolicy.BUILTIN, null))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.ofMilliseconds(timeout.toMilliseconds() / addresses.size()))
                        .setSocketTimeout(timeout)
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(timeout)
                        .setRedirectsEnabled(false)
                        .setAuthenticationEnabled(false)
                        .build())
                .setUserAgent("SenCRM")
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .build();
    }

    /** At least one millisecond, as zero would mean without end. */
    private static long millisUntil(long end) {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
    }

    private static ThreadFactory daemon(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Knows the addresses of one host, which were looked up and checked before. */
    private record Pinned(List<InetAddress> addresses) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) {
            return addresses.toArray(InetAddress[]::new);
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            throw new UnknownHostException(host);
        }
    }
}

package org.sencrm.tokenkey;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.outbound.Outbound;
import org.sencrm.api.outbound.OutboundFailure;
import org.sencrm.api.setting.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the authorities revoked: the list that an administrator pasted, and those that are fetched every hour from the addresses
 * that an administrator named. What was fetched is kept in a file of this bundle, so that it is there after a start while the
 * authority is away. A list is believed for its signature, wherever it lay, and never replaces one that was made later; each
 * node fetches its own. Thread safe.
 */
@Component(service = RevocationLists.class)
public final class RevocationLists {

    /** Setting of the company: a list as PEM. */
    static final String PASTED = "tokenKey.revocationList";

    /** Setting of the company: addresses of lists, one a line. */
    static final String ADDRESSES = "tokenKey.revocationAddresses";

    /** Setting of the company: what to do without a current list, {@code refuse} or {@code accept}. */
    static final String WITHOUT = "tokenKey.withoutRevocationList";

    private static final Logger LOG = LoggerFactory.getLogger(RevocationLists.class);
    private static final Duration OFTEN = Duration.ofHours(1);
    private static final long LOOK_SECONDS = 30;
    private static final int OK = 200;

    private final Settings settings;
    private final Outbound outbound;
    private final Path folder;
    private final Clock clock;
    private final ScheduledExecutorService thread;
    private final Map<String, Fetched> fetched = new ConcurrentHashMap<>();

    @Activate
    public RevocationLists(BundleContext context, @Reference Settings settings, @Reference Outbound outbound) {
        this(settings, outbound, context.getDataFile("").toPath(), Clock.systemUTC());
        thread.scheduleWithFixedDelay(this::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    RevocationLists(Settings settings, Outbound outbound, Path folder, Clock clock) {
        this.settings = settings;
        this.outbound = outbound;
        this.folder = folder;
        this.clock = clock;
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread daemon = new Thread(task, "sen-revocation-lists");
            daemon.setDaemon(true);
            return daemon;
        });
    }

    @Deactivate
    void close() {
        thread.shutdownNow();
    }

    /** Whether a certificate counts only where a current list says that it was not revoked. */
    boolean areNeeded() {
        return !settings.get(WITHOUT, "refuse").equals("accept");
    }

    /** Those that are there, current or not. */
    Collection<X509CRL> all() {
        List<X509CRL> all = new ArrayList<>(read(settings.get(PASTED, "").getBytes(StandardCharsets.UTF_8)));
        addresses().forEach(address -> all.addAll(known(address).lists()));
        return all;
    }

    private Stream<String> addresses() {
        return settings.get(ADDRESSES, "").lines().map(String::strip).filter(line -> !line.isEmpty());
    }

    /**
     * Fetches what was not fetched for an hour, where there are authorities that could have signed it; what fails is tried
     * again at the next look.
     */
    void look() {
        try {
            Authorities authorities = Authorities.of(settings.get(X509.AUTHORITIES, ""));
            List<String> wanted = addresses().toList();
            fetched.keySet().retainAll(wanted);
            if (!authorities.isEmpty()) {
                NewerLists choice = new NewerLists(authorities);
                wanted.stream().filter(this::isDue).forEach(address -> fetch(address, choice));
            }
        } catch (RuntimeException broken) {
            LOG.warn("The lists of revoked certificates could not be looked at", broken);
        }
    }

    private boolean isDue(String address) {
        return !clock.instant().isBefore(known(address).at().plus(OFTEN));
    }

    private Fetched known(String address) {
        return fetched.computeIfAbsent(address, this::kept);
    }

    private void fetch(String address, NewerLists choice) {
        try {
            Outbound.Answer answer = outbound.send(new Outbound.Request("GET", address, Map.of(), null));
            List<X509CRL> came = answer.status() == OK ? read(answer.body()) : List.of();
            List<X509CRL> kept = known(address).lists();
            List<X509CRL> newer = choice.among(came, kept);
            if (newer.isEmpty()) {
                LOG.warn(
                        "No list of revoked certificates came from {} that an authority signed and that is not older than"
                                + " the known one: status {}, {} lists",
                        plain(address),
                        answer.status(),
                        came.size());
                return;
            }
            List<X509CRL> lists = choice.together(newer, kept);
            keep(address, lists);
            fetched.put(address, new Fetched(lists, clock.instant()));
        } catch (OutboundFailure away) {
            LOG.warn("The list of revoked certificates of {} was not fetched: {}", plain(address), away.getMessage());
        } catch (IOException | CRLException full) {
            LOG.warn("The list of revoked certificates of {} cannot be kept", plain(address), full);
        }
    }

    private void keep(String address, List<X509CRL> lists) throws IOException, CRLException {
        StringBuilder content = new StringBuilder();
        for (X509CRL list : lists) {
            content.append("-----BEGIN X509 CRL-----\n")
                    .append(Base64.getMimeEncoder().encodeToString(list.getEncoded()))
                    .append("\n-----END X509 CRL-----\n");
        }
        Files.createDirectories(folder);
        Path next = Files.createTempFile(folder, "list", ".new");
        Files.writeString(next, content);
        Files.move(next, file(address), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** From before the last start; due at once. */
    private Fetched kept(String address) {
        Path file = file(address);
        try {
            List<X509CRL> lists = Files.exists(file) ? read(Files.readAllBytes(file)) : List.of();
            return new Fetched(lists, Instant.EPOCH);
        } catch (IOException unreadable) {
            LOG.warn("A list of revoked certificates that was kept cannot be read", unreadable);
            return new Fetched(List.of(), Instant.EPOCH);
        }
    }

    private Path file(String address) {
        try {
            byte[] name = MessageDigest.getInstance("SHA-256").digest(address.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(name) + ".crl");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private static List<X509CRL> read(byte[] content) {
        try {
            return CertificateFactory.getInstance("X.509").generateCRLs(new ByteArrayInputStream(content)).stream()
                    .map(X509CRL.class::cast)
                    .toList();
        } catch (CertificateException | CRLException unreadable) {
            return List.of();
        }
    }

    /** An address as it may stand in the log. */
    private static String plain(String address) {
        return address.replaceAll("[^\\x21-\\x7e]|[?#].*", "");
    }

    /** @param at when the lists came */
    private record Fetched(List<X509CRL> lists, Instant at) {}
}

package org.sencrm.modules.pack;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * An https address with {@code modules.json} behind it. The index is asked for once in a quarter of an hour, and again a
 * minute after it did not answer, each time in the background: whoever looks gets what was known last. Only whoever looks
 * first of all waits a moment for it. Thread safe.
 */
final class RemoteRepository implements Repository {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration FRESH = Duration.ofMinutes(15);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(2);
    private static final Duration INDEX_PATIENCE = Duration.ofSeconds(20);
    private static final Duration PACKAGE_PATIENCE = Duration.ofMinutes(10);
    private static final int LONGEST_INDEX = 5 << 20;

    private final URI address;
    private final Fetch fetch;
    private final Executor background;
    private final Clock clock;

    // guarded by this, which is never held while something is fetched
    private List<Offer> offers = List.of();
    private Instant asked = Instant.MIN;
    private Instant failed = Instant.MIN;
    private IOException problem;
    private boolean isAsking;

    /** @param background asks the address */
    RemoteRepository(URI address, Fetch fetch, Executor background, Clock clock) {
        this.address = address.getPath().endsWith("/") ? address : URI.create(address + "/");
        this.fetch = fetch;
        this.background = background;
        this.clock = clock;
    }

    @Override
    public String name() {
        return address.toString();
    }

    @Override
    public List<Offer> offers() throws IOException {
        if (isDue()) {
            CompletableFuture<Void> asking = CompletableFuture.runAsync(this::refresh, background);
            if (isUnknown()) {
                asking.copy()
                        .completeOnTimeout(null, FIRST_LOOK.toMillis(), TimeUnit.MILLISECONDS)
                        .join();
            }
        }
        return known();
    }

    @Override
    public void refresh() {
        List<Offer> found = List.of();
        IOException trouble = null;
        try {
            found = ask();
        } catch (IOException | RuntimeException e) {
            trouble = new IOException("the index cannot be had", e);
        }
        answered(found, trouble);
    }

    /** Whether it is to be asked now; then nobody else asks until it has answered. */
    private synchronized boolean isDue() {
        Instant now = clock.instant();
        boolean due = !isAsking && asked.isBefore(now.minus(FRESH)) && !failed.isAfter(now.minus(PAUSE));
        isAsking |= due;
        return due;
    }

    private synchronized boolean isUnknown() {
        return asked.equals(Instant.MIN) && failed.equals(Instant.MIN);
    }

    private synchronized void answered(List<Offer> found, IOException trouble) {
        isAsking = false;
        problem = trouble;
        if (trouble == null) {
            offers = found;
            asked = clock.instant();
        } else {
            failed = clock.instant();
        }
    }

    private synchronized List<Offer> known() throws IOException {
        if (problem != null) {
            throw new IOException("it did not answer when it was asked last", problem);
        }
        return offers;
    }

    private List<Offer> ask() throws IOException {
        byte[] json;
        try (InputStream in = fetch.open(address.resolve("modules.json"), INDEX_PATIENCE)) {
            json = in.readNBytes(LONGEST_INDEX + 1);
        }
        if (json.length > LONGEST_INDEX) {
            throw new IOException("the index is too long");
        }
        List<Offer> found = new ArrayList<>();
        for (Line line : MAPPER.readValue(json, Index.class).modules()) {
            if (line.isWhole()) {
                found.add(line.offer(name(), address));
            }
        }
        return found;
    }

    @Override
    public InputStream open(Offer offer) throws IOException {
        return fetch.open(offer.address(), PACKAGE_PATIENCE);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Index(List<Line> modules) {

        Index {
            modules = modules == null ? List.of() : modules;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Line(
            String id,
            String version,
            String vendor,
            Map<String, String> label,
            Map<String, String> description,
            long size,
            String sha256,
            String url) {

        boolean isWhole() {
            return id != null && version != null && Versions.isValid(version) && sha256 != null && url != null;
        }

        Offer offer(String repository, URI address) throws IOException {
            try {
                URI resolved = address.resolve(url);
                return new Offer(repository, id, version, vendor, label, description, size, sha256, resolved);
            } catch (IllegalArgumentException e) {
                throw new IOException("the index names no address", e);
            }
        }
    }
}

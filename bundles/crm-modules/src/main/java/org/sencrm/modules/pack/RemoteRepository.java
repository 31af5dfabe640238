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

/**
 * An https address with {@code modules.json} behind it. The index is asked for once in a quarter of an hour; where it does
 * not answer, nobody waits for it again before a minute is over.
 */
final class RemoteRepository implements Repository {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration FRESH = Duration.ofMinutes(15);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int LONGEST_INDEX = 5 << 20;

    private final URI address;
    private final Fetch fetch;
    private final Clock clock;
    private List<Offer> offers = List.of();
    private Instant asked = Instant.MIN;
    private Instant failed = Instant.MIN;

    RemoteRepository(URI address, Fetch fetch, Clock clock) {
        this.address = address.getPath().endsWith("/") ? address : URI.create(address + "/");
        this.fetch = fetch;
        this.clock = clock;
    }

    @Override
    public String name() {
        return address.toString();
    }

    @Override
    public synchronized List<Offer> offers() throws IOException {
        Instant now = clock.instant();
        if (asked.isBefore(now.minus(FRESH))) {
            refresh(now);
        }
        return offers;
    }

    private void refresh(Instant now) throws IOException {
        if (failed.isAfter(now.minus(PAUSE))) {
            throw new IOException("it did not answer a moment ago");
        }
        try {
            offers = ask();
            asked = now;
        } catch (IOException e) {
            failed = now;
            throw e;
        }
    }

    private List<Offer> ask() throws IOException {
        byte[] json;
        try (InputStream in = fetch.open(address.resolve("modules.json"))) {
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
        return fetch.open(offer.address());
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

package org.sencrm.modules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;

/** A run-time in memory with core, REST, screens and the module service; its bundle cache outlives a restart. */
final class FakePlatform implements Platform {

    private final Map<String, String> product =
            new TreeMap<>(Map.of("crm-core", "1.0.0", "crm-rest", "1.0.0", "crm-ui", "1.0.0", "crm-modules", "1.0.0"));
    private final Map<String, Long> cache = new LinkedHashMap<>();
    private final Map<String, Release.Part> parts = new LinkedHashMap<>();
    private final Fuse fuse;
    private long next = 100;

    final Set<String> running = new LinkedHashSet<>();
    final Set<String> throwing = new HashSet<>();
    final Set<String> blocking = new HashSet<>();
    Runnable stopping = () -> {};
    final Set<String> stubborn = new HashSet<>();
    final Map<String, String> trespassers = new TreeMap<>();
    final Map<String, Integer> threads = new TreeMap<>();
    final List<String> rewired = new ArrayList<>();
    final Map<String, String> lacking = new TreeMap<>();

    FakePlatform(Fuse fuse) {
        this.fuse = fuse;
    }

    /** Nothing of a module runs any more, and all stays installed. */
    void restart() {
        running.clear();
    }

    void without(String bundle) {
        product.remove(bundle);
    }

    String name(String location) {
        return parts.get(location).label();
    }

    List<String> runningNames() {
        return running.stream().map(this::name).sorted().toList();
    }

    @Override
    public Set<String> installed() {
        return Set.copyOf(cache.keySet());
    }

    @Override
    public Optional<String> version(String bundle) {
        Optional<String> installed = cache.keySet().stream()
                .map(parts::get)
                .filter(part -> part.name().equals(bundle))
                .map(Release.Part::version)
                .findFirst();
        return installed.or(() -> Optional.ofNullable(product.get(bundle)));
    }

    @Override
    public boolean isRunning(String location) {
        return running.contains(location);
    }

    @Override
    public OptionalLong number(String location) {
        return cache.containsKey(location) ? OptionalLong.of(cache.get(location)) : OptionalLong.empty();
    }

    Release.Part part(long number) {
        return cache.entrySet().stream()
                .filter(entry -> entry.getValue() == number)
                .map(entry -> parts.get(entry.getKey()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public boolean runs(String bundle) {
        return product.containsKey(bundle);
    }

    @Override
    public void install(Collection<Release.Part> wanted, boolean ours) {
        for (Release.Part part : wanted) {
            fuse.step();
            parts.put(part.location(), part);
            cache.putIfAbsent(part.location(), next++);
        }
    }

    @Override
    public String module(String location) {
        return parts.get(location).name();
    }

    @Override
    public Map<String, String> trespassers() {
        return trespassers;
    }

    @Override
    public Map<String, Integer> threads() {
        return Map.copyOf(threads);
    }

    @Override
    public int endThreads(String module) {
        return threads.remove(module) == null ? 0 : 1;
    }

    @Override
    public void start(Release.Part part, Duration limit) throws Exception {
        fuse.step();
        if (throwing.contains(part.label())) {
            throw new IllegalStateException("start");
        }
        if (blocking.contains(part.label())) {
            throw new TimeoutException();
        }
        if (!cache.containsKey(part.location())) {
            throw new IllegalStateException("not installed");
        }
        running.add(part.location());
    }

    @Override
    public void stop(String location, Duration limit) throws TimeoutException {
        fuse.step();
        stopping.run();
        running.remove(location);
        if (stubborn.contains(name(location))) {
            throw new TimeoutException();
        }
    }

    @Override
    public void remove(Collection<String> locations, Duration limit) {
        for (String location : locations) {
            fuse.step();
            running.remove(location);
            cache.remove(location);
        }
    }

    @Override
    public List<String> rewired(Collection<String> locations) {
        return List.copyOf(rewired);
    }

    @Override
    public Map<String, String> lacking(Collection<String> going, Collection<Release.Part> coming) {
        return Map.copyOf(lacking);
    }
}

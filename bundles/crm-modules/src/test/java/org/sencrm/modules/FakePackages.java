package org.sencrm.modules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.sencrm.modules.pack.Reason;
import org.sencrm.modules.pack.Repositories;

/** A folder of modules made up for a test, over the real store in the home. */
final class FakePackages implements Packages {

    private final Path folder;
    private final ReleaseStore store;
    private final Fuse fuse;
    private final List<Release> offered = new ArrayList<>();
    private final List<Release> bundled = new ArrayList<>();
    private final Set<String> toBeChosen = new HashSet<>();

    FakePackages(Path folder, Home home, Fuse fuse) {
        this.folder = folder;
        this.store = new ReleaseStore(home);
        this.fuse = fuse;
    }

    Release offer(String id, String version, Release.Need... needs) throws IOException {
        return offer(release(id, version, List.of(needs), List.of(part(id, version, Set.of()))));
    }

    /** With screens that come where there is a host for them. */
    Release offerWithScreens(String id, String version) throws IOException {
        return offer(release(
                id,
                version,
                List.of(new Release.Need("crm-core", "0")),
                List.of(part(id, version, Set.of()), part(id + "-ui", version, Set.of("crm-ui")))));
    }

    private Release offer(Release release) {
        offered.removeIf(old -> old.id().equals(release.id()) && old.version().equals(release.version()));
        offered.add(release);
        return release;
    }

    /** Comes with the product, in place of an earlier version. */
    void bundle(Release release) {
        bundled.removeIf(old -> old.id().equals(release.id()));
        bundled.add(release);
    }

    private static Release release(String id, String version, List<Release.Need> needs, List<Release.Part> parts) {
        return new Release(id, version, Map.of("en", "The " + id), id.startsWith("crm-"), needs, parts);
    }

    private Release.Part part(String name, String version, Set<String> beside) throws IOException {
        Path file = folder.resolve(name + "-" + version + ".jar");
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new ZipEntry("OSGI-INF/l10n/messages_en.properties"));
            jar.write(("module." + name + "=The " + name).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return new Release.Part(name, version, file.toUri().toString(), beside);
    }

    @Override
    public List<Release> available() {
        List<Release> all = new ArrayList<>(offered);
        store.all().stream()
                .filter(kept -> all.stream()
                        .noneMatch(other ->
                                other.id().equals(kept.id()) && other.version().equals(kept.version())))
                .forEach(all::add);
        return all;
    }

    @Override
    public List<Release> bundled() {
        return bundled;
    }

    /** Comes with the product and is not installed at its first start. */
    void offerToBeChosen(Release release) {
        bundled.add(release);
        toBeChosen.add(release.id());
    }

    @Override
    public boolean isInitial(Release release) {
        return !toBeChosen.contains(release.id());
    }

    @Override
    public void further(Supplier<String> repositories) {}

    @Override
    public Repositories repositories() {
        return new Repositories(
                folder,
                () -> "",
                (address, patience) -> InputStream.nullInputStream(),
                Runnable::run,
                new TestMessages(),
                Clock.systemUTC());
    }

    @Override
    public Release take(InputStream content, boolean allowDevelopmentKey, Locale locale) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Release store(Release release, Locale locale) throws IOException {
        fuse.step();
        return store.store(release);
    }

    @Override
    public Optional<Release> stored(String id, String version) {
        return store.stored(id, version);
    }

    @Override
    public Optional<Reason> flaw(Release stored) {
        return store.isUnchanged(stored) ? Optional.empty() : Optional.of(Reason.of("pack.kept.changed", stored.id()));
    }

    @Override
    public boolean isKept(Release bundled) {
        return stored(bundled.id(), bundled.version()).isPresent();
    }

    /** There is one build of each version here. */
    @Override
    public void keepLatest(String id, String version) {}

    @Override
    public void dropLatest(String id, String version) {}

    @Override
    public void forget(String id, String version) throws IOException {
        fuse.step();
        store.forget(id, version);
    }
}

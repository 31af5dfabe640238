package org.sencrm.modules.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.modules.TestMessages;

/** What can be had, from the product's own folder and from others. */
class RepositoriesTest {

    private static final URI ADDRESS = URI.create("https://modules.example.com/crm/");

    @TempDir
    Path folder;

    private final Outside outside = new Outside();
    private final List<Runnable> later = new ArrayList<>();
    private final Hands clock = new Hands();
    private String further = "";
    private Repositories repositories;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(folder.resolve("own"));
        Files.createDirectories(folder.resolve("more"));
        repositories = new Repositories(
                folder.resolve("own"), () -> further, outside, Runnable::run, new TestMessages(), clock);
    }

    @Test
    void eachVersionOfEachModuleIsOfferedOnce() throws Exception {
        put("own", "acme-visits", "1.9.0");
        put("own", "acme-bills", "2.0.0");
        put("more", "acme-visits", "1.10.0");
        Files.writeString(folder.resolve("more/broken.kar"), "no package");
        further = folder.resolve("more").toString();

        put("more", "acme-visits", "1.9.0");

        assertEquals(List.of("acme-bills 2.0.0", "acme-visits 1.10.0", "acme-visits 1.9.0"), offered());
        Offer visits = repositories.available().offers().get(1);
        assertEquals("Thăm khách hàng", visits.label(Locale.forLanguageTag("vi")));
        assertEquals("Plans visits.", visits.description(Locale.ENGLISH));
    }

    @Test
    void theFolderSaysWithWhichModulesAnInstallationBegins() throws Exception {
        assertTrue(repositories.isInitial("acme-visits"));

        Files.writeString(folder.resolve("own/initial.txt"), "acme-bills\n");

        assertTrue(repositories.isInitial("acme-bills"));
        assertFalse(repositories.isInitial("acme-visits"));
    }

    @Test
    void whatComesOrGoesIsSeenWithoutRestart() throws Exception {
        assertEquals(List.of(), offered());
        Path file = put("own", "acme-visits", "1.0.0");
        assertEquals(List.of("acme-visits 1.0.0"), offered());
        Files.delete(file);
        assertEquals(List.of(), offered());
    }

    @Test
    void anOutsideAddressIsAskedOnceInAWhile() {
        further = "https://modules.example.com/crm";
        outside.answers.put(ADDRESS.resolve("modules.json"), Draft.text("""
            {"modules":[{"id":"acme-visits","version":"3.0","vendor":"Acme","label":{"en":"Visits"},
            "size":3,"sha256":"x","url":"acme-visits-3.0.kar","new":true},{"id":"no-version"}]}\
            """));

        assertEquals(List.of("acme-visits 3.0"), offered());
        offered();
        assertEquals(1, outside.asked.size());
        assertEquals(
                ADDRESS.resolve("acme-visits-3.0.kar"),
                repositories.available().offers().get(0).address());

        clock.now = clock.now.plus(Duration.ofMinutes(16));
        offered();
        assertEquals(2, outside.asked.size());
    }

    @Test
    void aRepositoryThatDoesNotAnswerIsNamedAndTheOthersStillOffer() throws Exception {
        put("own", "acme-visits", "1.0.0");
        further = "https://modules.example.com/crm\nrelative/folder\n" + folder.resolve("missing");

        assertEquals(List.of("acme-visits 1.0.0"), offered());
        assertEquals(
                List.of(
                        "relative/folder",
                        ADDRESS.toString(),
                        folder.resolve("missing").toString()),
                repositories.available().unreachable());
    }

    @Test
    void eachPlaceAnswersForItself() throws Exception {
        put("own", "crm-sales", "1.0.0");
        further = String.join("\n", "relative/folder", folder.resolve("missing").toString(), ADDRESS.toString());
        outside.answers.put(ADDRESS.resolve("modules.json"), index("00"));

        List<Repositories.Answer> answers = repositories.answers();

        assertEquals(
                List.of("", "relative/folder", folder.resolve("missing").toString(), ADDRESS.toString()),
                answers.stream().map(Repositories.Answer::place).toList());
        assertEquals("crm-sales", answers.get(0).offers().get(0).id());
        assertEquals("pack.repository.place", answers.get(1).problem().key());
        assertEquals("pack.repository.away", answers.get(2).problem().key());
        assertEquals("a", answers.get(3).offers().get(0).id());
        assertEquals(null, answers.get(3).problem());
    }

    @Test
    void whoDoesNotAnswerIsNotWaitedForAgainBeforeAMinuteIsOver() {
        further = ADDRESS.toString();
        repositories.available();
        repositories.available();
        assertEquals(1, outside.asked.size());
        assertEquals(
                "pack.repository.away",
                repositories.ask(ADDRESS.toString()).problem().key());
        assertEquals(2, outside.asked.size(), "who asks for it by name is answered anew");
        clock.now = clock.now.plusSeconds(61);
        repositories.available();
        assertEquals(3, outside.asked.size());
    }

    @Test
    void aSlowPlaceKeepsNobodyWaitingAndTheLastAnswerIsShownMeanwhile() {
        further = ADDRESS.toString();
        Repositories patient =
                new Repositories(folder.resolve("own"), () -> further, outside, this::later, new TestMessages(), clock);
        outside.answers.put(ADDRESS.resolve("modules.json"), index("00"));
        patient.ask(ADDRESS.toString());
        clock.now = clock.now.plus(Duration.ofMinutes(16));
        outside.answers.clear();

        assertEquals(1, patient.available().offers().size());
        assertEquals(1, patient.available().offers().size());
        assertEquals(1, outside.asked.size());
        assertEquals(1, later.size(), "asked once, by whoever looked first");

        later.remove(0).run();
        assertEquals(List.of(ADDRESS.toString()), patient.available().unreachable());
    }

    @Test
    void whoeverLooksFirstWaitsNoLongerThanAMoment() {
        further = ADDRESS.toString();
        Repositories patient =
                new Repositories(folder.resolve("own"), () -> further, outside, this::later, new TestMessages(), clock);
        outside.answers.put(ADDRESS.resolve("modules.json"), index("00"));

        assertEquals(List.of(), patient.available().offers());
        later.remove(0).run();
        assertEquals(1, patient.available().offers().size());
    }

    private void later(Runnable work) {
        later.add(work);
    }

    @Test
    void anAnswerThatDripsIsGivenUp() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        InputStream dripping = new InputStream() {
            @Override
            public int read() throws IOException {
                try {
                    return closed.await(10, TimeUnit.MILLISECONDS) ? -1 : 'x';
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }

            @Override
            public void close() {
                closed.countDown();
            }
        };
        try (InputStream timed = new Timed(dripping, Duration.ofMillis(200))) {
            assertThrows(IOException.class, timed::readAllBytes);
            assertTrue(closed.await(5, TimeUnit.SECONDS));
        }
        try (InputStream quick = new Timed(new ByteArrayInputStream(new byte[3]), Duration.ofMinutes(1))) {
            assertEquals(3, quick.readAllBytes().length);
        }
    }

    @Test
    void whatIsFetchedIsWhatWasOffered() throws Exception {
        further = ADDRESS.toString();
        byte[] content = Draft.text("content");
        outside.answers.put(ADDRESS.resolve("modules.json"), index(Sha256.of(content)));
        outside.answers.put(ADDRESS.resolve("a.kar"), content);
        Offer offer = repositories.available().offers().get(0);
        Path target = folder.resolve("fetched.kar");

        repositories.fetch(offer, target, Locale.ENGLISH);
        assertEquals("content", Files.readString(target));

        outside.answers.put(ADDRESS.resolve("a.kar"), Draft.text("other"));
        assertThrows(Unavailable.class, () -> repositories.fetch(offer, target, Locale.ENGLISH));
    }

    @Test
    void anIndexWithoutEndIsNotReadToItsEnd() {
        further = ADDRESS.toString();
        outside.answers.put(ADDRESS.resolve("modules.json"), new byte[6 << 20]);

        assertEquals(List.of(ADDRESS.toString()), repositories.available().unreachable());
    }

    @Test
    void aStreamThatIsTooLongEndsWithAFault() throws IOException {
        Capped enough = new Capped(new ByteArrayInputStream(new byte[10]), 10);
        assertEquals(10, enough.readAllBytes().length);
        Capped tooMuch = new Capped(new ByteArrayInputStream(new byte[11]), 10);
        assertThrows(IOException.class, tooMuch::readAllBytes);
    }

    @Test
    void onlyHttpsIsFetched() {
        HttpsFetch fetch = new HttpsFetch();
        assertThrows(
                IOException.class,
                () -> fetch.open(URI.create("http://127.0.0.1:1/modules.json"), Duration.ofSeconds(1)));
        assertThrows(IOException.class, () -> fetch.open(URI.create("file:///etc/passwd"), Duration.ofSeconds(1)));
    }

    @Test
    void theProductsOwnNamesAreKeptForIt() throws Exception {
        put("own", "acme-visits", "1.0.0");
        Files.move(folder.resolve("own"), folder.resolve("modules"));
        SignedPackages packages =
                SignedPackages.of(folder.resolve("home"), folder, () -> "", outside, new TestMessages(), clock);

        Neighbours.Resident kept = packages.residents(Map.of(), Map.of()).get("acme-visits");

        assertEquals(Signer.Kind.PRODUCT, kept.signer().kind());
        assertEquals(Set.of("acme-visits"), kept.bundles());
    }

    private static byte[] index(String sha256) {
        return Draft.text(
                "{\"modules\":[{\"id\":\"a\",\"version\":\"1\",\"sha256\":\"" + sha256 + "\",\"url\":\"a.kar\"}]}");
    }

    private List<String> offered() {
        return repositories.available().offers().stream()
                .map(offer -> offer.id() + " " + offer.version())
                .toList();
    }

    private Path put(String where, String id, String version) throws IOException {
        Path target = folder.resolve(where).resolve(id + "-" + version + ".kar");
        return Files.move(Draft.of(folder, id, version).write(), target, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The world outside. */
    private static final class Outside implements Fetch {

        private final Map<URI, byte[]> answers = new HashMap<>();
        private final List<URI> asked = new ArrayList<>();

        @Override
        public InputStream open(URI address, Duration patience) throws IOException {
            asked.add(address);
            byte[] answer = answers.get(address);
            if (answer == null) {
                throw new IOException("answer 404");
            }
            return new ByteArrayInputStream(answer);
        }
    }

    private static final class Hands extends Clock {

        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

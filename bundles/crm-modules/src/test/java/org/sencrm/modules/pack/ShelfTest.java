package org.sencrm.modules.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.modules.TestMessages;

/** What is taken in lies whole on the shelf, and what was changed there since is found. */
class ShelfTest {

    private static final Terms STRICT = Terms.strict(Locale.ENGLISH);

    @TempDir
    static Path keys;

    private static Vendor acme;

    @TempDir
    Path home;

    private PackageReader reader;
    private Shelf shelf;

    @BeforeAll
    static void makeKey() throws Exception {
        acme = Vendor.named(keys, "CN=Acme modules, O=Acme");
    }

    @BeforeEach
    void open() throws Exception {
        Files.createDirectories(home.resolve("trust"));
        Files.writeString(home.resolve("trust/acme.pem"), acme.pem());
        reader = readerAt(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(1)));
        shelf = new Shelf(home.resolve("modules"), reader);
    }

    @Test
    void thePackageLiesWithItsFilesUnderItsNameVersionAndContent() throws Exception {
        Unpacked unpacked = unpack("1.2.0");

        assertTrue(unpacked.folder().startsWith(home.resolve("modules/acme-visits/1.2.0")));
        assertTrue(Files.isRegularFile(unpacked.bundles().get("acme-visits")));
        assertTrue(Files.isRegularFile(unpacked.beside("icon.svg")));
        String features = Files.readString(Path.of(unpacked.features()));
        assertTrue(
                features.contains(unpacked.bundles().get("acme-visits").toUri().toString()), features);
        assertEquals(List.of("acme-visits"), shelf.ids());
        assertEquals(unpacked, shelf.versions("acme-visits").get(0));
        assertEquals(Optional.empty(), flaw(unpacked));
    }

    @Test
    void theSameContentAgainIsThereAlready() throws Exception {
        Path file = acme.sign(Draft.good(home).write());
        ModulePackage read = reader.read(file, STRICT, Neighbours.NONE);
        Unpacked first = shelf.unpack(read, STRICT);
        assertEquals(read.signer(), first.signer());
        long at = Files.getLastModifiedTime(first.kar()).toMillis();

        Unpacked second = shelf.unpack(reader.read(file, STRICT, Neighbours.NONE), STRICT);

        assertEquals(first, second);
        assertEquals(at, Files.getLastModifiedTime(second.kar()).toMillis());
    }

    @Test
    void severalVersionsLieSideBySideTheNewestFirst() throws Exception {
        unpack("1.9.0");
        unpack("1.10.0-SNAPSHOT");
        unpack("1.10.0");

        assertEquals(
                List.of("1.10.0", "1.10.0-SNAPSHOT", "1.9.0"),
                shelf.versions("acme-visits").stream()
                        .map(unpacked -> unpacked.descriptor().version())
                        .toList());
    }

    @Test
    void aPackageThatIsSwappedAfterReadingIsNotTakenIn() throws Exception {
        Path file = acme.sign(Draft.good(home).write());
        ModulePackage read = reader.read(file, STRICT, Neighbours.NONE);
        Files.write(file, Files.readAllBytes(Draft.of(home, "acme-evil", "1.0").write()));

        Fault refused = assertThrows(InvalidRequest.class, () -> shelf.unpack(read, STRICT));
        assertTrue(refused.getMessage().contains("changed after it was signed"), refused.getMessage());
        assertEquals(List.of(), shelf.ids());
    }

    @Test
    void aChangedFileIsFound() throws Exception {
        Unpacked unpacked = unpack("1.2.0");
        Path bundle = unpacked.bundles().get("acme-visits");
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[bytes.length / 2] ^= 1;
        Files.write(bundle, bytes);

        assertReason("was changed on the disk: repository/", flaw(unpacked));
    }

    @Test
    void whatWasChangedIsWholeAgainOnceItIsTakenAnew() throws Exception {
        Path file = acme.sign(Draft.good(home).write());
        Unpacked first = shelf.unpack(reader.read(file, STRICT, Neighbours.NONE), STRICT);
        Files.writeString(first.bundles().get("acme-visits"), "something else");

        Unpacked second = shelf.unpack(reader.read(file, STRICT, Neighbours.NONE), STRICT);

        assertEquals(first.folder(), second.folder());
        assertEquals(Optional.empty(), flaw(second));
    }

    @Test
    void aChangedListOfBundlesIsFound() throws Exception {
        Unpacked unpacked = unpack("1.2.0");
        Path features = Path.of(unpacked.features());
        Files.writeString(
                features, Files.readString(features).replace("<bundle>", "<bundle>mvn:com.evil/e/1</bundle><bundle>"));

        assertReason("was changed on the disk: features.xml", flaw(unpacked));
    }

    @Test
    void aChangedPackageIsFound() throws Exception {
        Unpacked unpacked = unpack("1.2.0");
        Files.copy(Draft.good(home).write(), unpacked.kar(), StandardCopyOption.REPLACE_EXISTING);

        assertReason("is not signed", flaw(unpacked));
    }

    @Test
    void aChangedCopyInTheFrameworkIsFound() throws Exception {
        Unpacked unpacked = unpack("1.2.0");
        Path copy = Files.copy(unpacked.bundles().get("acme-visits"), home.resolve("bundle.jar"));
        assertEquals(Optional.empty(), shelf.flaw(unpacked, Map.of("acme-visits", copy), STRICT));
        Files.writeString(copy, "something else");

        assertReason("was changed on the disk: acme-visits", shelf.flaw(unpacked, Map.of("acme-visits", copy), STRICT));
    }

    @Test
    void aVendorWhoIsTrustedNoMoreIsNotStarted() throws Exception {
        Unpacked unpacked = unpack("1.2.0");
        Files.delete(home.resolve("trust/acme.pem"));

        assertReason("Nobody trusted vouches", flaw(unpacked));
    }

    @Test
    void whatIsInstalledRunsOnAfterTheEndOfTheCertificate() throws Exception {
        Unpacked unpacked = unpack("1.2.0");
        Shelf later =
                new Shelf(home.resolve("modules"), readerAt(Clock.offset(Clock.systemUTC(), Duration.ofDays(4000))));

        assertEquals(Optional.empty(), later.flaw(unpacked, Map.of(), STRICT));
    }

    @Test
    void whatIsRemovedLeavesNothingAndOthersStay() throws Exception {
        Unpacked old = unpack("1.0.0");
        Unpacked current = unpack("1.2.0");
        Path beside = Files.createDirectories(home.resolve("modules/journal"));

        shelf.remove(old);

        assertEquals(List.of(current), shelf.versions("acme-visits"));
        shelf.remove(current);
        assertEquals(List.of(), shelf.ids());
        try (var left = Files.list(home.resolve("modules"))) {
            assertEquals(List.of(beside), left.toList());
        }
    }

    @Test
    void whatAKilledProcessLeftHalfWayIsSweptAway() throws Exception {
        Path half = Files.createDirectories(home.resolve("modules/.coming-x/repository"));
        Files.writeString(half.resolve("part.jar"), "half");

        unpack("1.2.0");

        assertFalse(Files.exists(half.getParent()));
        assertEquals(List.of("acme-visits"), shelf.ids());
    }

    private Optional<Reason> flaw(Unpacked unpacked) {
        return shelf.flaw(unpacked, Map.of(), STRICT);
    }

    private Unpacked unpack(String version) throws Exception {
        Path file = acme.sign(Draft.of(home, "acme-visits", version).write());
        return shelf.unpack(reader.read(file, STRICT, Neighbours.NONE), STRICT);
    }

    private PackageReader readerAt(Clock clock) throws IOException {
        TrustStore trust = new TrustStore(home.resolve("trust"), home.resolve("none"));
        return new PackageReader(trust, new TestMessages(), clock);
    }

    private static void assertReason(String reason, Optional<Reason> flaw) {
        String said = flaw.orElseThrow().in(Locale.ENGLISH, new TestMessages());
        assertTrue(said.contains(reason), said);
    }
}

package org.sencrm.itests;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Packages that mean harm, all of them really signed, from the sources under {@code src/fixtures/hostile}. */
final class HostilePackages {

    private static final Path SOURCES = Path.of("src", "fixtures", "hostile");
    private static final String VERSION = "1.0.0";
    private static final int BOMB_BYTES = 64 << 20;

    private final Path folder;
    private final SamplePackages trusted;
    private final SamplePackages stranger;
    private final SamplePackages expired;

    /** @param trust where the product looks for certificates of vendors */
    HostilePackages(Path folder, Path trust) throws Exception {
        this.folder = Files.createDirectories(folder);
        trusted = new SamplePackages(folder, "Acme");
        stranger = new SamplePackages(folder, "Nobody");
        expired = new SamplePackages(folder, "Bygone", "-startdate", "-60d", "-validity", "30");
        Files.createDirectories(trust);
        for (String vendor : List.of("acme", "bygone")) {
            (vendor.equals("acme") ? trusted : expired).writeCertificate();
            Files.copy(folder.resolve(vendor + ".pem"), trust.resolve(vendor + ".pem"));
        }
    }

    static String id(String name) {
        return "acme-" + name;
    }

    /** An add-on that is built and signed as it should be, and does what its name says. */
    Path wellFormed(String name) throws Exception {
        return trusted.pack(id(name), VERSION, bundle(name));
    }

    private Path bundle(String name) throws Exception {
        return new SampleBundle(id(name), VERSION).build(folder, SOURCES.resolve(name));
    }

    private Path harmless(String name) throws Exception {
        return new SampleBundle(id(name), VERSION).build(folder);
    }

    Path unresolved() throws Exception {
        Path bundle = new SampleBundle(id("imports"), VERSION)
                .header("Import-Package", "com.nowhere;version=\"[1,2)\"")
                .build(folder);
        return trusted.pack(id("imports"), VERSION, bundle);
    }

    /** Carries a class in a package of the platform's own. */
    Path javaShadow() throws Exception {
        Path bundle = new SampleBundle(id("java-shadow"), VERSION)
                .file("java/util/Shadow.class", new byte[] {1})
                .build(folder);
        return trusted.pack(id("java-shadow"), VERSION, bundle);
    }

    /** With this as its only step in the database. */
    Path withChangelog(String name, String change) throws Exception {
        String steps =
                "<databaseChangeLog><changeSet id=\"1\" author=\"acme\">" + change + "</changeSet></databaseChangeLog>";
        Path bundle = new SampleBundle(id(name), VERSION)
                .header("CRM-Module", id(name))
                .header("CRM-Changelog", "db/changelog.xml")
                .file("db/changelog.xml", steps.getBytes(StandardCharsets.UTF_8))
                .build(folder);
        return trusted.pack(id(name), VERSION, bundle);
    }

    Path half() throws Exception {
        Path whole = trusted.pack(id("half"), VERSION, harmless("half"));
        byte[] content = Files.readAllBytes(whole);
        return Files.write(whole, Arrays.copyOf(content, content.length / 2));
    }

    Path signedByAStranger() throws Exception {
        return stranger.pack(id("stranger"), VERSION, harmless("stranger"));
    }

    Path signedTooLate() throws Exception {
        return expired.pack(id("expired"), VERSION, harmless("expired"));
    }

    /** The same names with another bundle in them. */
    Path changedAfterwards() throws Exception {
        Path whole = trusted.pack(id("changed"), VERSION, harmless("changed"));
        Path changed = folder.resolve("changed.kar");
        try (ZipFile in = new ZipFile(whole.toFile());
                OutputStream file = Files.newOutputStream(changed);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (ZipEntry entry : in.stream().toList()) {
                byte[] content = in.getInputStream(entry).readAllBytes();
                if (entry.getName().endsWith(".jar")) {
                    content[content.length - 1] ^= 1;
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(content);
            }
        }
        return changed;
    }

    Path traversal() throws Exception {
        return trusted.pack(
                id("traversal"),
                VERSION,
                harmless("traversal"),
                Map.of(),
                Map.of("repository/../../../trust/evil.pem", new byte[] {1}));
    }

    Path bomb() throws Exception {
        return trusted.pack(
                id("bomb"), VERSION, harmless("bomb"), Map.of(), Map.of("repository/bomb.bin", new byte[BOMB_BYTES]));
    }

    /** One of two that need each other. */
    Path needing(String name, String other) throws Exception {
        return trusted.pack(id(name), VERSION, harmless(name), Map.of(id(other), "[1,2)"));
    }
}

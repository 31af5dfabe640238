package org.sencrm.modules;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of modules in the home. Each lies under a name that holds the beginning of its own digest: a file is never
 * replaced, another content is another file and so another bundle, and a changed one is found out.
 */
final class ReleaseStore {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseStore.class);
    private static final String INDEX = "release.properties";
    private static final String REFERENCE = "reference:";
    private static final int DIGEST_IN_NAME = 16;

    private final Home home;

    ReleaseStore(Home home) {
        this.home = home;
    }

    /** How the locations of all that is installed from here begin. */
    String prefix() {
        return REFERENCE + home.modules().toUri();
    }

    List<Release> all() {
        List<Release> releases = new ArrayList<>();
        for (Path module : Home.list(home.modules())) {
            for (Path version : Home.list(module)) {
                if (Files.isRegularFile(version.resolve(INDEX))) {
                    stored(
                                    module.getFileName().toString(),
                                    version.getFileName().toString())
                            .ifPresent(releases::add);
                }
            }
        }
        return releases;
    }

    /** Gives the release back as it lies in the home; one that is from there already is left alone. */
    Release store(Release release) throws IOException {
        if (release.parts().stream().allMatch(part -> part.location().startsWith(prefix()))) {
            return release;
        }
        Path folder = home.release(release.id(), release.version());
        Files.createDirectories(folder);
        List<Release.Part> parts = new ArrayList<>();
        for (Release.Part part : release.parts()) {
            Path file = copy(part, folder);
            parts.add(new Release.Part(part.name(), part.version(), location(file), part.beside()));
        }
        Release stored =
                new Release(release.id(), release.version(), release.label(), release.own(), release.needs(), parts);
        // last: without it the files are none
        Home.write(folder.resolve(INDEX), write(stored));
        return stored;
    }

    private static String location(Path file) {
        return REFERENCE + file.toUri();
    }

    private static Path file(Release.Part stored) {
        return Path.of(URI.create(stored.location().substring(REFERENCE.length())));
    }

    private static Path copy(Release.Part part, Path folder) throws IOException {
        Path whole = folder.resolve(part.name() + ".part");
        MessageDigest digest = sha256();
        try (InputStream content = new DigestInputStream(new URL(part.location()).openStream(), digest)) {
            Files.copy(content, whole, StandardCopyOption.REPLACE_EXISTING);
        }
        String name =
                part.name() + "-" + HexFormat.of().formatHex(digest.digest()).substring(0, DIGEST_IN_NAME);
        Path file = folder.resolve(name + ".jar");
        Home.place(whole, file);
        return file;
    }

    boolean isUnchanged(Release stored) {
        return stored.parts().stream().allMatch(part -> {
            Path file = file(part);
            try (InputStream content = Files.newInputStream(file)) {
                MessageDigest digest = sha256();
                content.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
                String sum = HexFormat.of().formatHex(digest.digest()).substring(0, DIGEST_IN_NAME);
                return file.getFileName().toString().equals(part.name() + "-" + sum + ".jar");
            } catch (IOException e) {
                LOG.warn("The file {} cannot be read", file, e);
                return false;
            }
        });
    }

    void forget(String id, String version) throws IOException {
        Home.delete(home.release(id, version));
    }

    Optional<Release> stored(String id, String version) {
        Path index = home.release(id, version).resolve(INDEX);
        if (!Files.isRegularFile(index)) {
            return Optional.empty();
        }
        try {
            Release release = read(id, version, Files.readString(index), index.getParent());
            boolean whole = release.parts().stream().allMatch(part -> Files.isRegularFile(file(part)));
            return whole ? Optional.of(release) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String write(Release release) throws IOException {
        Properties lines = new Properties();
        lines.setProperty("label", release.label(Locale.ENGLISH));
        lines.setProperty("own", String.valueOf(release.own()));
        for (Release.Need need : release.needs()) {
            lines.setProperty("need." + need.id(), need.range());
        }
        int number = 0;
        for (Release.Part part : release.parts()) {
            lines.setProperty(
                    "part." + number++,
                    String.join(
                            " ",
                            part.name(),
                            part.version(),
                            file(part).getFileName().toString(),
                            String.join(" ", part.beside())));
        }
        StringWriter text = new StringWriter();
        lines.store(text, null);
        return text.toString();
    }

    private static Release read(String id, String version, String text, Path folder) throws IOException {
        Properties lines = new Properties();
        lines.load(new StringReader(text));
        List<Release.Need> needs = lines.stringPropertyNames().stream()
                .filter(name -> name.startsWith("need."))
                .map(name -> new Release.Need(name.substring("need.".length()), lines.getProperty(name)))
                .toList();
        List<Release.Part> parts = new ArrayList<>();
        for (int i = 0; lines.containsKey("part." + i); i++) {
            List<String> words = List.of(lines.getProperty("part." + i).trim().split(" "));
            parts.add(new Release.Part(
                    words.get(0),
                    words.get(1),
                    location(folder.resolve(words.get(2))),
                    Set.copyOf(words.subList(3, words.size()))));
        }
        return new Release(
                id,
                version,
                Map.of("en", lines.getProperty("label")),
                Boolean.parseBoolean(lines.getProperty("own")),
                needs,
                parts);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

package org.sencrm.kar;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The small folder {@code src/main/crm}: what cannot be read out of the bundles, and what people look at. */
final class ModuleFolder {

    private static final List<String> LANGUAGES = List.of("vi", "en");

    private final Path folder;

    ModuleFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * {@code module.json}.
     *
     * @param requires other modules with the range of their versions
     * @param records what is done with types of others: {@code read}, {@code create}, {@code update}, {@code delete}
     * @param hosts outside hosts that are talked to
     * @param files {@code read}, {@code write}
     */
    record Asked(
            Map<String, String> requires, Map<String, List<String>> records, List<String> hosts, List<String> files) {

        Asked {
            requires = requires == null ? Map.of() : requires;
        }
    }

    /** A word that is not known is an {@link IOException}: it would be believed to work. */
    Asked asked() throws IOException {
        Path file = folder.resolve("module.json");
        return Files.exists(file)
                ? JsonMapper.builder()
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .build()
                        .readValue(Files.readAllBytes(file), Asked.class)
                : new Asked(null, null, null, null);
    }

    Optional<String> icon() {
        return Stream.of("icon.svg", "icon.png")
                .filter(name -> Files.exists(folder.resolve(name)))
                .findFirst();
    }

    List<String> screenshots() throws IOException {
        Path screenshots = folder.resolve("screenshots");
        if (!Files.isDirectory(screenshots)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(screenshots)) {
            return files.map(file -> "screenshots/" + file.getFileName())
                    .filter(name -> name.matches(".*\\.(png|jpg|webp)"))
                    .sorted()
                    .toList();
        }
    }

    /** What is new, by language. */
    Map<String, String> changes() {
        Map<String, String> changes = new TreeMap<>();
        for (String language : LANGUAGES) {
            String name = "changes_" + language + ".md";
            if (Files.exists(folder.resolve(name))) {
                changes.put(language, name);
            }
        }
        return changes;
    }

    /** All that goes beside the descriptor. */
    Map<String, Path> files() throws IOException {
        List<String> names = new ArrayList<>(screenshots());
        names.addAll(changes().values());
        icon().ifPresent(names::add);
        Map<String, Path> files = new TreeMap<>();
        names.forEach(name -> files.put(name, folder.resolve(name)));
        return files;
    }
}

package org.sencrm.modules.pack;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

/**
 * A package that can be had somewhere. What stands here is what the repository says; it is proved when the package is read.
 *
 * @param repository where it is had, as an administrator wrote it
 * @param label by language
 * @param description by language
 * @param size in bytes
 * @param address of the package
 */
public record Offer(
        String repository,
        String id,
        String version,
        String vendor,
        Map<String, String> label,
        Map<String, String> description,
        long size,
        String sha256,
        URI address) {

    public Offer {
        label = label == null ? Map.of() : Map.copyOf(label);
        description = description == null ? Map.of() : Map.copyOf(description);
    }

    /** The label in the language, else in English, else the id. */
    public String label(Locale locale) {
        return label.getOrDefault(locale.getLanguage(), label.getOrDefault("en", id));
    }

    /** The description in the language, else in English, else empty. */
    public String description(Locale locale) {
        return description.getOrDefault(locale.getLanguage(), description.getOrDefault("en", ""));
    }
}

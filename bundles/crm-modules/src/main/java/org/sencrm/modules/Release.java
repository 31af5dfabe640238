package org.sencrm.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.sencrm.modules.pack.Shelf;
import org.sencrm.modules.pack.Unpacked;
import org.sencrm.modules.pack.Versions;

/**
 * A module in one version: its bundles and what it needs.
 *
 * @param id also the name of its main bundle
 * @param label its name by language
 * @param own whether it comes from the product's own makers
 * @param parts none where it is only offered and its files were not looked at yet
 * @param about what people read of it
 */
record Release(
        String id,
        String version,
        Map<String, String> label,
        boolean own,
        List<Need> needs,
        List<Part> parts,
        About about) {

    /** A word or words with dashes: the id is also the name of a folder and, in capitals, the beginning of tables. */
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]*");

    Release {
        if (!ID.matcher(id).matches() || Shelf.TAKEN.contains(id)) {
            throw new IllegalArgumentException("no id of a module: " + id);
        }
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("no version: " + version);
        }
        label = Map.copyOf(label);
        needs = List.copyOf(needs);
        parts = List.copyOf(parts);
    }

    /** One that says nothing to people. */
    Release(String id, String version, Map<String, String> label, boolean own, List<Need> needs, List<Part> parts) {
        this(id, version, label, own, needs, parts, About.NOTHING);
    }

    /** One of which nothing but this is known. */
    static Release offered(String id, String version, Map<String, String> label, boolean own, About about) {
        return new Release(id, version, label, own, List.of(), List.of(), about);
    }

    /**
     * What people read of a module.
     *
     * @param vendor null where nothing is said
     * @param description by language
     * @param unpacked the package; null where it is not here
     */
    record About(String vendor, Map<String, String> description, Unpacked unpacked) {

        static final About NOTHING = new About(null, Map.of(), null);

        /** In the language, else in English, else empty. */
        String description(Locale locale) {
            return description.getOrDefault(locale.getLanguage(), description.getOrDefault("en", ""));
        }

        String icon() {
            return unpacked == null ? null : unpacked.descriptor().icon();
        }
    }

    /** The label in the language, else in English, else the id. */
    String label(Locale locale) {
        return label.getOrDefault(locale.getLanguage(), label.getOrDefault("en", id));
    }

    boolean isOnlyOffered() {
        return parts.isEmpty();
    }

    /**
     * Another module or a part of the product.
     *
     * @param range in OSGi's form, or the oldest version that will do; {@code 0} for any
     */
    record Need(String id, String range) {

        boolean isMetBy(String version) {
            boolean isRange = range.startsWith("[") || range.startsWith("(");
            // a single version is the oldest that will do
            return new VersionRange(isRange ? range : comparable(range).toString()).includes(comparable(version));
        }
    }

    /**
     * A bundle.
     *
     * @param name its symbolic name
     * @param location where the framework reads it
     * @param beside names of bundles without which it does not come
     */
    record Part(String name, String version, String location, Set<String> beside) {

        String label() {
            return name + " " + version;
        }
    }

    /** The bundles that come, given what else is there. */
    List<Part> parts(Predicate<String> isThere) {
        return parts.stream()
                .filter(part -> part.beside().stream().allMatch(isThere))
                .toList();
    }

    /** In the order of packages: {@code 1.0-SNAPSHOT} and the like come before {@code 1.0}. */
    boolean isNewerThan(String other) {
        return Versions.ORDER.compare(version, other) > 0;
    }

    /** {@code 1.0-SNAPSHOT}, {@code 1.2.3.4.5} and the like as OSGi counts. */
    static Version comparable(String version) {
        List<String> numbers = new ArrayList<>();
        StringBuilder rest = new StringBuilder();
        for (String word : version.split("[.-]")) {
            if (rest.isEmpty() && numbers.size() < 3 && word.matches("\\d{1,9}")) {
                numbers.add(word);
            } else {
                rest.append(rest.isEmpty() ? "" : "_").append(word.replaceAll("[^0-9A-Za-z_]", "_"));
            }
        }
        while (numbers.size() < 3) {
            numbers.add("0");
        }
        return Version.parseVersion(String.join(".", numbers) + (rest.isEmpty() ? "" : "." + rest));
    }
}

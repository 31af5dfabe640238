package org.sencrm.modules;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a bundle's location says of it: {@code mvn:group/artifact/version}. */
record MavenLocation(String group, String artifact, String version) {

    private static final Pattern FORM = Pattern.compile("(?:wrap:)?mvn:([^/$]+)/([^/$]+)/([^/$]+).*");

    static Optional<MavenLocation> of(String location) {
        Matcher parts = FORM.matcher(location);
        return parts.matches()
                ? Optional.of(new MavenLocation(parts.group(1), parts.group(2), parts.group(3)))
                : Optional.empty();
    }

    /** How people read a bundle: name and version, or the location itself where it tells neither. */
    static String label(String location) {
        return of(location)
                .map(parts -> parts.artifact() + " " + parts.version())
                .orElse(location);
    }
}

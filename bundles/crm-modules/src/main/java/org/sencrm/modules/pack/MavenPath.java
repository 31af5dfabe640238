package org.sencrm.modules.pack;

import java.util.Arrays;
import java.util.Optional;

/** Where a bundle lies in a package, and the location by which its feature names it. */
public record MavenPath(String group, String artifact, String version) {

    /** The folder of a package in which files lie as in a Maven repository. */
    public static final String REPOSITORY = "repository/";

    private static final int SHORTEST = 4;

    /** {@code repository/org/acme/visits/1.0/visits-1.0.jar}; empty where the path has another form. */
    static Optional<MavenPath> of(String path) {
        String[] parts = path.split("/");
        int count = parts.length;
        if (!path.startsWith(REPOSITORY) || count < SHORTEST + 1) {
            return Optional.empty();
        }
        String group = String.join(".", Arrays.copyOfRange(parts, 1, count - 3));
        MavenPath found = new MavenPath(group, parts[count - 3], parts[count - 2]);
        return found.jar().equals(path) ? Optional.of(found) : Optional.empty();
    }

    public String location() {
        return "mvn:" + group + "/" + artifact + "/" + version;
    }

    public String jar() {
        return folder() + artifact + "-" + version + ".jar";
    }

    public String features() {
        return folder() + artifact + "-" + version + "-features.xml";
    }

    private String folder() {
        return REPOSITORY + group.replace('.', '/') + "/" + artifact + "/" + version + "/";
    }
}

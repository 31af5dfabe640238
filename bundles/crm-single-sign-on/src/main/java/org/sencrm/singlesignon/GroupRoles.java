package org.sencrm.singlesignon;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Which groups outside have which roles here: lines such as {@code cn=sales,dc=example,dc=com => Sales}. */
final class GroupRoles {

    /** Groups of a directory, whose names may be spelt in several ways. */
    static final Lines DIRECTORY = new Lines(GroupRoles::ofDirectory);

    /** Groups of a provider, whose names are what they are. */
    static final Lines PROVIDER = new Lines(name -> name);

    private static final String ARROW = "=>";

    private final UnaryOperator<String> normal;

    /** Names of roles by the normal form of the group's name. */
    private final Map<String, Set<String>> roles = new HashMap<>();

    private GroupRoles(UnaryOperator<String> normal) {
        this.normal = normal;
    }

    private void add(String line) {
        int arrow = line.indexOf(ARROW);
        roles.computeIfAbsent(normal.apply(line.substring(0, arrow).strip()), group -> new HashSet<>())
                .add(line.substring(arrow + ARROW.length()).strip());
    }

    /** @param groups names of the groups that somebody belongs to */
    Set<String> of(Collection<String> groups) {
        Set<String> found = new HashSet<>();
        for (String group : groups) {
            String name = normal.apply(group.strip());
            found.addAll(name == null ? Set.of() : roles.getOrDefault(name, Set.of()));
        }
        return found;
    }

    /** @return null for what is no name there */
    private static String ofDirectory(String name) {
        try {
            return DN.normalize(name);
        } catch (LDAPException noName) {
            return null;
        }
    }

    /**
     * How such lines are read.
     *
     * @param normal the normal form of a group's name; null for what is no name
     */
    record Lines(UnaryOperator<String> normal) {

        /** @return null for no lines; a line that says nothing is left out */
        GroupRoles of(String lines) {
            if (lines == null || lines.isBlank()) {
                return null;
            }
            GroupRoles read = new GroupRoles(normal);
            lines.lines().filter(this::isLine).forEach(read::add);
            return read;
        }

        /** Whether each line says something. */
        boolean areLines(String lines) {
            return lines.lines().filter(line -> !line.isBlank()).allMatch(this::isLine);
        }

        private boolean isLine(String line) {
            int arrow = line.indexOf(ARROW);
            return arrow > 0
                    && !line.substring(0, arrow).isBlank()
                    && normal.apply(line.substring(0, arrow).strip()) != null
                    && !line.substring(arrow + ARROW.length()).isBlank();
        }
    }
}

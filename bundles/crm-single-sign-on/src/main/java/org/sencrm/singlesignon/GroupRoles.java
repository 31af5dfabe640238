package org.sencrm.singlesignon;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which groups of the directory have which roles here: lines such as {@code cn=sales,dc=example,dc=com => Sales}. */
final class GroupRoles {

    private static final String ARROW = "=>";

    /** Names of roles by the normal form of the group's name. */
    private final Map<String, Set<String>> roles = new HashMap<>();

    private GroupRoles() {}

    /** @return null for no lines; a line that says nothing is left out */
    static GroupRoles of(String lines) {
        if (lines == null || lines.isBlank()) {
            return null;
        }
        GroupRoles read = new GroupRoles();
        lines.lines().filter(GroupRoles::isLine).forEach(read::add);
        return read;
    }

    /** Whether each line says something. */
    static boolean areLines(String lines) {
        return lines.lines().filter(line -> !line.isBlank()).allMatch(GroupRoles::isLine);
    }

    private static boolean isLine(String line) {
        int arrow = line.indexOf(ARROW);
        return arrow > 0
                && DN.isValidDN(line.substring(0, arrow).strip())
                && !line.substring(arrow + ARROW.length()).isBlank();
    }

    private void add(String line) {
        int arrow = line.indexOf(ARROW);
        roles.computeIfAbsent(normal(line.substring(0, arrow)), group -> new HashSet<>())
                .add(line.substring(arrow + ARROW.length()).strip());
    }

    /** @param groups names of the groups that somebody belongs to; null for none */
    Set<String> of(String[] groups) {
        Set<String> found = new HashSet<>();
        if (groups != null) {
            Arrays.stream(groups).forEach(group -> found.addAll(roles.getOrDefault(normal(group), Set.of())));
        }
        return found;
    }

    private static String normal(String group) {
        try {
            return DN.normalize(group.strip());
        } catch (LDAPException noName) {
            return group.strip();
        }
    }
}

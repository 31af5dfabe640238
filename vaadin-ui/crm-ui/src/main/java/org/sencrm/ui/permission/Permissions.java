package org.sencrm.ui.permission;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sencrm.api.access.Right;

/**
 * The permissions of a role, line by line as they are kept in {@code roles.permissions}. A type may have several lines of
 * different scope; each stays a line of its own.
 */
final class Permissions {

    static final String ALL = "all";
    static final List<String> SCOPES = List.of("own", "linked", "team", "subtree", ALL);

    private static final String TOTALS = "totals";

    private final List<Permission> lines;

    private Permissions(List<Permission> lines) {
        this.lines = List.copyOf(lines);
    }

    static Permissions of(List<Permission> lines) {
        return new Permissions(lines.stream().filter(line -> !line.isNothing()).toList());
    }

    /** @param structure the value of the field; what makes no sense in it is left out */
    static Permissions read(Object structure) {
        List<Permission> lines = new ArrayList<>();
        if (structure instanceof Collection<?> parts) {
            for (Object part : parts) {
                if (part instanceof Map<?, ?> line && line.get("type") instanceof String type) {
                    lines.add(new Permission(
                            type,
                            rights(line.get("actions")),
                            scope(line.get("scope")),
                            denied(line),
                            ALL.equals(line.get(TOTALS))));
                }
            }
        }
        return of(lines);
    }

    List<Permission> lines() {
        return lines;
    }

    /** Those about the type by its name. */
    List<Permission> of(String type) {
        return lines.stream().filter(line -> line.type().equals(type)).toList();
    }

    /** The same with other lines about the type, where the first of them stood. */
    Permissions with(String type, List<Permission> wanted) {
        List<Permission> all = new ArrayList<>(lines);
        List<Permission> before = of(type);
        int place = before.isEmpty() ? all.size() : all.indexOf(before.get(0));
        all.removeAll(before);
        all.addAll(place, wanted);
        return of(all);
    }

    /** That of the two scopes which reaches farther. */
    static String wider(String one, String other) {
        return SCOPES.indexOf(one) >= SCOPES.indexOf(other) ? one : other;
    }

    /** The value to write. */
    List<Map<String, Object>> structure() {
        return lines.stream().map(Permissions::structure).toList();
    }

    private static Map<String, Object> structure(Permission line) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("type", line.type());
        parts.put(
                "actions",
                Arrays.stream(Right.values())
                        .filter(line.rights()::contains)
                        .map(Right::code)
                        .toList());
        parts.put("scope", line.scope());
        if (!line.hidden().isEmpty()) {
            parts.put("fields", Map.of("deny", List.copyOf(new TreeSet<>(line.hidden()))));
        }
        if (line.totals()) {
            parts.put(TOTALS, ALL);
        }
        return parts;
    }

    private static Set<Right> rights(Object codes) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        if (codes instanceof Collection<?> list) {
            Arrays.stream(Right.values())
                    .filter(right -> list.contains(right.code()))
                    .forEach(rights::add);
        }
        return rights;
    }

    private static String scope(Object code) {
        return code instanceof String text && SCOPES.contains(text) ? text : SCOPES.get(0);
    }

    private static Set<String> denied(Map<?, ?> line) {
        Set<String> denied = new LinkedHashSet<>();
        if (line.get("fields") instanceof Map<?, ?> fields && fields.get("deny") instanceof Collection<?> names) {
            names.forEach(name -> denied.add(String.valueOf(name)));
        }
        return denied;
    }
}

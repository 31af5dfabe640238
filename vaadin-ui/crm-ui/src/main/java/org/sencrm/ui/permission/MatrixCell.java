package org.sencrm.ui.permission;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sencrm.api.access.Right;
import org.sencrm.api.access.TypeRights;

/**
 * What a role, or all roles of a person together, grant in one row of the matrix.
 *
 * @param scopes how far each right reaches, for a record type
 * @param hidden names of the fields that stay hidden, in their order
 * @param totals whether company totals tell more than is read
 * @param inherited whether nothing but the line about all record types says so
 */
record MatrixCell(Kind kind, Map<Right, String> scopes, Set<String> hidden, boolean totals, boolean inherited) {

    enum Kind {
        NOTHING,
        /** Rights on records. */
        RIGHTS,
        /** A permission of a module. */
        GRANTED,
        /** Everything there is. */
        ADMINISTRATOR,
        /** The module is switched off for the role. */
        MODULE_OFF
    }

    static final MatrixCell NOTHING = plain(Kind.NOTHING);

    private static MatrixCell plain(Kind kind) {
        return new MatrixCell(kind, Map.of(), Set.of(), false, false);
    }

    static MatrixCell of(RoleRights role, MatrixRow row) {
        if (role.administrator()) {
            return plain(Kind.ADMINISTRATOR);
        } else if (row.permission()) {
            return granted(role.grants().contains(row.code()));
        }
        List<Permission> lines = role.permissions().lines().stream()
                .filter(line -> covers(line, row))
                .toList();
        if (lines.isEmpty()) {
            return NOTHING;
        } else if (row.type() != null && role.modulesOff().contains(row.type().module())) {
            return plain(Kind.MODULE_OFF);
        }
        return ofLines(lines, row);
    }

    static MatrixCell granted(boolean granted) {
        return granted ? plain(Kind.GRANTED) : NOTHING;
    }

    /** What the gate finds for a person. @param rights null for nothing */
    static MatrixCell of(TypeRights rights) {
        return rights == null
                ? NOTHING
                : new MatrixCell(
                        Kind.RIGHTS, rights.scopes(), new TreeSet<>(rights.hiddenFields()), rights.totals(), false);
    }

    private static boolean covers(Permission line, MatrixRow row) {
        return line.type().equals(row.code()) || line.type().equals(TypeNames.ANY) && row.isCoveredByAny();
    }

    /** Lines add up, right by right; each hides its fields for the whole type. */
    private static MatrixCell ofLines(List<Permission> lines, MatrixRow row) {
        Map<Right, String> scopes = new EnumMap<>(Right.class);
        Set<String> hidden = new TreeSet<>();
        for (Permission line : lines) {
            line.rights().forEach(right -> scopes.merge(right, line.scope(), Permissions::wider));
            if (line.rights().contains(Right.READ)) {
                hidden.addAll(line.hidden());
            }
        }
        boolean inherited = lines.stream().noneMatch(line -> line.type().equals(row.code()));
        boolean totals = row.hasTotals()
                && lines.stream()
                        .anyMatch(line -> line.totals() && line.rights().contains(Right.READ))
                && !Permissions.ALL.equals(scopes.get(Right.READ));
        return new MatrixCell(Kind.RIGHTS, scopes, hidden, totals, inherited);
    }

    /** The rights by how far they reach, the widest first. */
    Map<String, Set<Right>> byScope() {
        List<String> widestFirst = new ArrayList<>(Permissions.SCOPES);
        Collections.reverse(widestFirst);
        Map<String, Set<Right>> rights = new LinkedHashMap<>();
        for (String scope : widestFirst) {
            Set<Right> here = EnumSet.noneOf(Right.class);
            scopes.forEach((right, reach) -> {
                if (reach.equals(scope)) {
                    here.add(right);
                }
            });
            if (!here.isEmpty()) {
                rights.put(scope, here);
            }
        }
        return rights;
    }

    /** Whether it comes to the same, whichever lines say so. */
    boolean isSameAs(MatrixCell other) {
        return kind == other.kind
                && totals == other.totals
                && scopes.equals(other.scopes)
                && hidden.equals(other.hidden);
    }
}

package org.sencrm.ui.permission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Right;

class PermissionsTest {

    @Test
    void whatIsReadIsWrittenAgain() {
        List<Map<String, Object>> structure = List.of(
                Map.of(
                        "type",
                        "accounts",
                        "actions",
                        List.of("read", "update"),
                        "scope",
                        "subtree",
                        "fields",
                        Map.of("deny", List.of("annualRevenue", "taxCode"))),
                Map.of("type", "*", "actions", List.of("read"), "scope", "own", "totals", "all"));

        assertEquals(structure, Permissions.read(structure).structure());
    }

    @Test
    void anUnknownScopeIsTheSmallest() {
        Permissions permissions = Permissions.read(
                List.of(Map.of("type", "leads", "actions", List.of("read", "fly"), "scope", "galaxy")));

        assertEquals(List.of(new Permission("leads", Set.of(Right.READ), "own", Set.of(), false)), permissions.lines());
    }

    @Test
    void linesOfOneTypeWithDifferentScopesStayApart() {
        List<Map<String, Object>> structure = List.of(
                Map.of("type", "leads", "actions", List.of("read"), "scope", "all"),
                Map.of("type", "leads", "actions", List.of("update"), "scope", "own"));

        assertEquals(2, Permissions.read(structure).lines().size());
    }

    @Test
    void aLineThatGrantsNothingIsDropped() {
        Permission nothing = Permission.none("leads").hiding(Set.of("phone"));
        Permission something = Permission.none("leads").granting(EnumSet.of(Right.READ));

        assertEquals(
                List.of(something), Permissions.of(List.of(nothing, something)).lines());
    }

    @Test
    void nonsenseGrantsNothing() {
        assertEquals(List.of(), Permissions.read("everything").lines());
        assertEquals(List.of(), Permissions.read(List.of(1, Map.of("type", 7))).lines());
        assertEquals(List.of(), Permissions.read(null).structure());
    }
}

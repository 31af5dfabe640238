package org.sencrm.ui.permission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;

/** What a cell says is what the lines of the role come to. */
class MatrixTest {

    private static final MatrixRow LEADS = row("leads", "crm-sales", false);
    private static final MatrixRow ROLES = row("roles", "crm-core", true);
    private static final MatrixRow ASK = new MatrixRow("acme.ask", "Ask", null, true);

    private static MatrixRow row(String type, String module, boolean administrative) {
        return new MatrixRow(
                type, type, new RecordType(type, module, "name", "box", "", 1, null, administrative, List.of()), false);
    }

    private static RoleRights role(Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.putIfAbsent("name", "sellers");
        return RoleRights.of(new RecordData("roles", 7, 1, all));
    }

    private static Map<String, Object> line(String type, String scope, List<String> denied, String... actions) {
        return Map.of("type", type, "actions", List.of(actions), "scope", scope, "fields", Map.of("deny", denied));
    }

    private static RoleRights lines(Object... lines) {
        return role(Map.of("permissions", List.of(lines)));
    }

    @Test
    void linesAddUpAndTheWidestScopeCounts() {
        RoleRights role = lines(
                line("leads", "own", List.of("phone"), "read", "update"),
                line("leads", "team", List.of("email"), "read"),
                line("accounts", "all", List.of(), "delete"));

        MatrixCell cell = MatrixCell.of(role, LEADS);

        assertEquals(Map.of(Right.READ, "team", Right.UPDATE, "own"), cell.scopes());
        assertEquals(Set.of("phone", "email"), cell.hidden());
        assertFalse(cell.inherited());
        assertEquals(List.of("team", "own"), List.copyOf(cell.byScope().keySet()));
    }

    @Test
    void theLineAboutAllTypesCoversWhatIsNotAdministrative() {
        RoleRights role = lines(line("*", "all", List.of(), "read"));

        assertTrue(MatrixCell.of(role, LEADS).inherited());
        assertEquals(Map.of(Right.READ, "all"), MatrixCell.of(role, LEADS).scopes());
        assertEquals(MatrixCell.NOTHING, MatrixCell.of(role, ROLES));
    }

    @Test
    void aModuleThatIsOffGrantsNothing() {
        RoleRights role = role(Map.of(
                "permissions", List.of(line("leads", "all", List.of(), "read")), "modulesOff", List.of("crm-sales")));

        assertEquals(MatrixCell.Kind.MODULE_OFF, MatrixCell.of(role, LEADS).kind());
        assertTrue(MatrixCell.of(role, LEADS).scopes().isEmpty());
    }

    @Test
    void administratorsHaveEverythingAndOthersWhatTheyAreGranted() {
        RoleRights granted = role(Map.of("grants", List.of("acme.ask")));

        assertEquals(
                MatrixCell.Kind.ADMINISTRATOR,
                MatrixCell.of(role(Map.of("administrator", true)), ROLES).kind());
        assertEquals(MatrixCell.Kind.GRANTED, MatrixCell.of(granted, ASK).kind());
        assertEquals(MatrixCell.NOTHING, MatrixCell.of(lines(), ASK));
    }

    @Test
    void companyTotalsAreMoreOnlyForWhoeverDoesNotReadAll() {
        Map<String, Object> wide = new HashMap<>(line("leads", "team", List.of(), "read"));
        wide.put("totals", "all");

        assertTrue(MatrixCell.of(lines(wide), LEADS).totals());
        assertFalse(MatrixCell.of(lines(wide), LEADS)
                .isSameAs(MatrixCell.of(lines(line("leads", "team", List.of(), "read")), LEADS)));
        Map<String, Object> any = new HashMap<>(line("*", "team", List.of(), "read"));
        any.put("totals", "all");
        assertFalse(MatrixCell.of(lines(any), row("views", "crm-core", false)).totals(), "never of what people keep");
        assertFalse(MatrixCell.of(lines(wide, line("*", "all", List.of(), "read")), LEADS)
                .totals());
    }

    @Test
    void onlyRowsThatComeToSomethingElseDiffer() {
        MatrixColumn one = MatrixColumn.of(lines(line("*", "all", List.of(), "read")));
        MatrixColumn other = MatrixColumn.of(
                lines(line("leads", "all", List.of(), "read"), line("roles", "own", List.of(), "read")));

        assertEquals(List.of(ROLES), Matrix.differing(List.of(LEADS, ROLES, ASK), List.of(one, other)));
    }

    @Test
    void linesAboutOtherTypesStayWhereTheyAre() {
        Permissions before = Permissions.read(List.of(
                line("leads", "own", List.of(), "read"),
                line("accounts", "all", List.of(), "read"),
                line("leads", "team", List.of(), "read")));
        Permission wanted = Permission.none("leads").granting(Set.of(Right.EXPORT));

        Permissions after = before.with("leads", List.of(wanted));

        assertEquals(List.of(wanted, before.lines().get(1)), after.lines());
        assertEquals(before.of("accounts"), before.with("leads", List.of()).lines());
    }

    @Test
    void aFileHoldsNoFormula() {
        StringWriter file = new StringWriter();
        MatrixColumn column = new MatrixColumn("k", "=cmd()", null, row -> MatrixCell.NOTHING);

        new MatrixCsv((row, cell) -> "say \"no\"").write("Type", List.of(LEADS), List.of(column), file);

        assertEquals("\uFEFF\"Type\",\"'=cmd()\"\r\n\"leads\",\"say \"\"no\"\"\"\r\n", file.toString());
    }
}

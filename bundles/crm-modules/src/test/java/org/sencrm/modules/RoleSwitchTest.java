package org.sencrm.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.record.Page;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;

class RoleSwitchTest {

    private final List<RecordData> roles = new ArrayList<>();
    private final List<Long> changed = new ArrayList<>();
    private RoleSwitch roleSwitch;

    @BeforeEach
    void makeRoles() {
        roles.add(role(1, "Administrator", true));
        roles.add(role(2, "Manager", false, "acme-visits"));
        roles.add(role(3, "Office", false, "crm-sales"));
        Records records = (Records) Proxy.newProxyInstance(
                Records.class.getClassLoader(),
                new Class<?>[] {Records.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "list" -> new Page(List.copyOf(roles), null);
                    case "inTransaction" -> ((Supplier<?>) arguments[0]).get();
                    case "update" -> update((Long) arguments[2], (Map<?, ?>) arguments[4]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        roleSwitch = new RoleSwitch(records, new TestMessages());
    }

    private static RecordData role(long id, String name, boolean administrator, String... modulesOff) {
        Map<String, Object> values = new HashMap<>();
        values.put("name", name);
        values.put("administrator", administrator);
        values.put("modulesOff", modulesOff.length == 0 ? null : List.of(modulesOff));
        return new RecordData("roles", id, 1, values);
    }

    private RecordData update(long id, Map<?, ?> patch) {
        changed.add(id);
        RecordData role = roles.get((int) id - 1);
        List<?> off = (List<?>) patch.get("modulesOff");
        RecordData now = role(id, role.text("name"), false, off.toArray(String[]::new));
        roles.set((int) id - 1, now);
        return now;
    }

    private List<Long> offFor(String module) {
        return roleSwitch.offFor(Stage.ADMIN, module).stream()
                .map(Reference::id)
                .toList();
    }

    @Test
    void exactlyTheRolesThatAreNamedGoWithoutAndOthersAreNotTouched() {
        assertEquals(List.of(3L), offFor("crm-sales"));
        roleSwitch.switchOffFor(Stage.ADMIN, "crm-sales", List.of(2L, 3L));
        assertEquals(List.of(2L, 3L), offFor("crm-sales"));
        assertEquals(List.of(2L), changed, "the other one had it off already");
        assertEquals(List.of(2L), offFor("acme-visits"), "what else is off stays off");

        roleSwitch.switchOffFor(Stage.ADMIN, "crm-sales", List.of());
        assertEquals(List.of(), offFor("crm-sales"));
        assertEquals(List.of(2L), offFor("acme-visits"));
    }

    @Test
    void administratorsHaveEveryModule() {
        InvalidRequest refused = assertThrows(
                InvalidRequest.class, () -> roleSwitch.switchOffFor(Stage.ADMIN, "crm-sales", List.of(1L)));
        assertTrue(refused.getMessage().contains("Administrator"), refused.getMessage());
    }
}

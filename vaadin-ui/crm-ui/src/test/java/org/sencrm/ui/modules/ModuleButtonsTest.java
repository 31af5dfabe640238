package org.sencrm.ui.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sencrm.api.module.Modules;
import org.sencrm.api.module.Modules.Action;
import org.sencrm.api.module.Modules.State;

class ModuleButtonsTest {

    private static Modules.Module module(String kind, State state, String update, String... previous) {
        return new Modules.Module(
                "crm-sales", "1.0.0", kind, state, "Sales", List.of(previous), null, "Sen CRM", "", update, null);
    }

    private static List<Action> offered(State state, String update, String... previous) {
        return ModuleButtons.offered(module("addOn", state, update, previous), false);
    }

    @Test
    void whatFitsTheStateIsOffered() {
        assertEquals(List.of(Action.INSTALL), offered(State.AVAILABLE, null));
        assertEquals(List.of(Action.OFF, Action.UNINSTALL), offered(State.RUNNING, null));
        assertEquals(
                List.of(Action.UPDATE, Action.OFF, Action.ROLLBACK, Action.UNINSTALL),
                offered(State.RUNNING, "1.1.0", "0.9.0"));
        assertEquals(List.of(Action.ON, Action.ROLLBACK, Action.UNINSTALL), offered(State.QUARANTINED, null, "0.9.0"));
        assertEquals(List.of(Action.ON, Action.UNINSTALL), offered(State.OFF, null));
    }

    @Test
    void dataIsRemovedOnThePageOfTheModuleOnlyAlsoWhatAnUninstalledOneLeft() {
        assertEquals(
                List.of(Action.OFF, Action.UNINSTALL, Action.PURGE),
                ModuleButtons.offered(module("area", State.RUNNING, null), true));
        assertEquals(
                List.of(Action.INSTALL, Action.PURGE),
                ModuleButtons.offered(module("area", State.AVAILABLE, null), true));
    }

    @Test
    void partsOfThePlatformStay() {
        assertEquals(List.of(), ModuleButtons.offered(module("platform", State.RUNNING, null), true));
    }
}

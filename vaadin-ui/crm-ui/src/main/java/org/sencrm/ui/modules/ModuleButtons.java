package org.sencrm.ui.modules;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.module.Modules;
import org.sencrm.api.module.Modules.Action;
import org.sencrm.api.module.Modules.State;
import org.sencrm.ui.host.HostContext;

/** What can be done with a module now; each first shows its plan. */
final class ModuleButtons extends Div {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient Modules.Module module;
    private final transient Runnable onDone;

    /**
     * @param rare also what is seldom wanted
     * @param onDone called when an operation has ended, well or not
     */
    ModuleButtons(HostContext context, Modules.Module module, boolean rare, Runnable onDone) {
        this.context = context;
        this.module = module;
        this.onDone = onDone;
        addClassName("row");
        offered(module, rare).forEach(action -> add(button(action)));
    }

    private Button button(Action action) {
        Button button = new Button(context.text("store." + PlanWords.of(action) + ".go"), event -> plan(action));
        switch (action) {
            case INSTALL, ON, UPDATE -> button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            case PURGE -> button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
            default -> {
                // as any button
            }
        }
        if (action == Action.UPDATE) {
            button.getElement().setAttribute("title", module.version() + " → " + module.update());
        } else if (action == Action.ROLLBACK) {
            button.getElement()
                    .setAttribute(
                            "title",
                            module.version() + " → " + module.previousVersions().get(0));
        }
        return button;
    }

    private void plan(Action action) {
        Caller caller = context.caller();
        context.background(
                () -> ModulesView.modules(context).plan(caller, module.id(), action),
                plan -> new PlanDialog(context, plan, onDone).open());
    }

    static List<Action> offered(Modules.Module module, boolean rare) {
        List<Action> actions = new ArrayList<>();
        if (ModuleCard.PLATFORM.equals(module.kind())) {
            return actions;
        }
        if (module.update() != null) {
            actions.add(Action.UPDATE);
        }
        switch (module.state()) {
            case AVAILABLE -> actions.add(Action.INSTALL);
            case OFF, QUARANTINED -> actions.add(Action.ON);
            case INSTALLED, RUNNING, FAILED -> actions.add(Action.OFF);
        }
        boolean installed = module.state() != State.AVAILABLE;
        if (installed && !module.previousVersions().isEmpty()) {
            actions.add(Action.ROLLBACK);
        }
        if (installed) {
            actions.add(Action.UNINSTALL);
        }
        if (rare) {
            actions.add(Action.PURGE);
        }
        return actions;
    }
}

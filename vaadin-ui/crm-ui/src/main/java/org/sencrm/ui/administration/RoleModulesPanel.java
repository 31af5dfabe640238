package org.sencrm.ui.administration;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.module.Modules;
import org.sencrm.api.record.RecordData;
import org.sencrm.ui.api.RecordPanel;
import org.sencrm.ui.api.ScreenContext;
import org.sencrm.ui.host.HostContext;

/** Which modules a role has, on the page of the role; administrators switch each on and off on the spot. */
@Component
public class RoleModulesPanel implements RecordPanel {

    private static final String ROLES = "roles";
    private static final String MODULES_OFF = "modulesOff";

    private final Access access;

    @Activate
    public RoleModulesPanel(@Reference Access access) {
        this.access = access;
    }

    @Override
    public String type() {
        return ROLES;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public boolean offered(ScreenContext context, RecordData record) {
        return access.isAdministrator(context.caller())
                && !Boolean.TRUE.equals(record.get("administrator"))
                && HostContext.current().services().modules().isPresent();
    }

    @Override
    public com.vaadin.flow.component.Component create(ScreenContext context, RecordData record) {
        HostContext host = HostContext.current();
        Paragraph about = new Paragraph(context.text("access.modules.about"));
        about.addClassName("muted");
        Div boxes = new Div();
        boxes.addClassName("role-switches");
        Div panel = new Div(new H2(context.text("access.modules.title")), about, boxes);
        panel.addClassName("stack");
        Caller caller = context.caller();
        List<String> off = off(record);
        host.services()
                .modules()
                .ifPresent(modules -> host.background(
                        () -> modules.list(caller).stream()
                                .filter(RoleModulesPanel::isInstalled)
                                .toList(),
                        found -> found.forEach(
                                module -> boxes.add(box(host, record, module, !off.contains(module.id()))))));
        return panel;
    }

    private static boolean isInstalled(Modules.Module module) {
        return !"platform".equals(module.kind()) && module.state() != Modules.State.AVAILABLE;
    }

    private static List<String> off(RecordData role) {
        return role.get(MODULES_OFF) instanceof List<?> ids
                ? ids.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Checkbox box(HostContext context, RecordData role, Modules.Module module, boolean on) {
        Checkbox box = new Checkbox(module.label(), on);
        box.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                set(context, role, module, event.getValue());
            }
        });
        return box;
    }

    private static void set(HostContext context, RecordData role, Modules.Module module, boolean on) {
        Caller caller = context.caller();
        context.background(
                () -> {
                    RecordData now = context.records().get(caller, ROLES, role.id());
                    List<String> off = new ArrayList<>(off(now));
                    off.remove(module.id());
                    if (!on) {
                        off.add(module.id());
                    }
                    return context.records().update(caller, ROLES, now.id(), now.version(), Map.of(MODULES_OFF, off));
                },
                saved -> context.inform(context.text(
                        on ? "store.roles.on" : "store.roles.off", module.label(), context.format(saved.get("name")))));
    }
}

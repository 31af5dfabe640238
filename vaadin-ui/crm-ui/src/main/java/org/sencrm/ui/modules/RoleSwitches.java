package org.sencrm.ui.modules;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sencrm.api.access.Caller;
import org.sencrm.api.module.ModuleDetails;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.host.HostContext;

/** Which roles have a module; each is switched on and off on the spot. */
final class RoleSwitches extends Div {

    private static final long serialVersionUID = 1L;

    private static final String ROLES = "roles";

    private final transient HostContext context;
    private final String module;
    private final String label;
    private final Set<Long> off = new TreeSet<>();
    private final Map<Long, Checkbox> boxes = new TreeMap<>();

    RoleSwitches(HostContext context, ModuleDetails details) {
        this.context = context;
        this.module = details.module().id();
        this.label = details.module().label();
        follow(details.offFor());
        addClassName("stack");
        Paragraph about = new Paragraph(context.text("store.roles.about"));
        about.addClassName("muted");
        add(about);
        Caller caller = context.caller();
        Query roles = Query.of(ROLES).sortedBy("name").limitedTo(Query.MAX_LIMIT);
        context.background(() -> context.records().list(caller, roles).items(), this::show);
    }

    /** Shows how it is now, wherever it was changed. */
    void follow(List<Reference> offFor) {
        off.clear();
        offFor.stream().map(Reference::id).forEach(off::add);
        boxes.forEach((role, box) -> box.setValue(!off.contains(role)));
    }

    private void show(List<RecordData> roles) {
        Div list = new Div();
        list.addClassName("role-switches");
        roles.forEach(role -> list.add(box(role)));
        add(list);
    }

    private Checkbox box(RecordData role) {
        boolean administrator = Boolean.TRUE.equals(role.get("administrator"));
        Checkbox box = new Checkbox(context.format(role.get("name")), administrator || !off.contains(role.id()));
        box.setEnabled(!administrator);
        if (!administrator) {
            boxes.put(role.id(), box);
        }
        box.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                set(box, role.id(), event.getValue());
            }
        });
        return box;
    }

    private void set(Checkbox box, long role, boolean on) {
        Set<Long> wanted = new TreeSet<>(off);
        boolean changed = on ? wanted.remove(role) : wanted.add(role);
        if (!changed) {
            return;
        }
        Caller caller = context.caller();
        context.background(
                () -> {
                    ModulesView.modules(context).switchOffFor(caller, module, wanted);
                    return wanted;
                },
                done -> {
                    off.clear();
                    off.addAll(done);
                    String words = context.text(on ? "store.roles.on" : "store.roles.off", label, box.getLabel());
                    context.informWithUndo(words, () -> {
                        box.setValue(!on);
                        set(box, role, !on);
                    });
                },
                failure -> {
                    box.setValue(!on);
                    context.report(failure);
                });
    }
}

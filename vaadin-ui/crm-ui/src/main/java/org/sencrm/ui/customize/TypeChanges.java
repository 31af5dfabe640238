package org.sencrm.ui.customize;

import com.vaadin.flow.component.UI;
import java.util.HashMap;
import java.util.Map;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.field.CustomType;
import org.sencrm.api.field.CustomTypes;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.settings.SettingsPages;

/** Changes of record types, each of which can be taken back right behind it. */
final class TypeChanges {

    private static final String RETIRED = "retired";

    private final HostContext context;
    private final CustomTypes types;

    TypeChanges(HostContext context) {
        this.context = context;
        this.types = context.services().customTypes().orElseThrow();
    }

    CustomType create(Map<String, ?> description) {
        CustomType made = types.create(context.caller(), description);
        context.informWithUndo(context.text("types.created"), () -> undo(() -> retire(made)));
        return made;
    }

    void update(CustomType before, Map<String, ?> description) {
        CustomType changed = types.update(context.caller(), before.name(), before.version(), description);
        context.informWithUndo(
                context.text("settings.saved"),
                () -> undo(() -> types.update(context.caller(), before.name(), changed.version(), members(before))));
    }

    /** Puts the type out of sight and leaves its page. */
    void putAway(CustomType type) {
        try {
            CustomType retired = retire(type);
            context.informWithUndo(context.text("types.retired"), () -> takeBack(retired));
        } catch (Fault refused) {
            context.report(refused);
        }
    }

    private CustomType retire(CustomType type) {
        CustomType retired = types.update(context.caller(), type.name(), type.version(), Map.of(RETIRED, true));
        UI.getCurrent().navigate(Addresses.settings(SettingsPages.FIELDS));
        return retired;
    }

    /** Has a retired type in sight again, and shows its page. */
    void takeBack(CustomType retired) {
        undo(() -> {
            types.update(context.caller(), retired.name(), retired.version(), Map.of(RETIRED, false));
            UI.getCurrent().navigate(Addresses.fields(retired.name()));
        });
    }

    private void undo(Runnable work) {
        try {
            work.run();
            context.inform(context.text("fields.undone"));
        } catch (Fault refused) {
            context.report(refused);
        }
    }

    private static Map<String, Object> members(CustomType type) {
        Map<String, Object> members = new HashMap<>();
        members.put("label", type.label());
        members.put("plural", type.plural());
        members.put("nameLabel", type.nameLabel().isEmpty() ? null : type.nameLabel());
        members.put("icon", type.icon());
        members.put("group", type.group());
        members.put("administrative", type.administrative());
        members.put("board", type.board());
        return members;
    }
}

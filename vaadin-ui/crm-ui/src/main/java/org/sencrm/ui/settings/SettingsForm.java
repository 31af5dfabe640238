package org.sencrm.ui.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.setting.Setting;
import org.sencrm.ui.api.SettingsPage;
import org.sencrm.ui.host.HostContext;

/**
 * The described settings of one page. Holds nothing of the module: what it needs of the page it asks for when it needs it,
 * because the module may have gone meanwhile.
 */
final class SettingsForm extends Section {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient SettingStore store;
    private final String path;
    private final transient List<SettingField> fields = new ArrayList<>();
    /** What was shown, by key. */
    private final transient Map<String, String> shown = new LinkedHashMap<>();

    SettingsForm(HostContext context, SettingsPage page) {
        this.context = context;
        this.store = new SettingStore(
                context.services().settings(), context.services().secrets());
        this.path = page.path();
        addClassNames("card", "pad", "stack");
        getElement().setAttribute("aria-label", context.text("settings.page." + path));
        addFields(page, Setting.Scope.COMPANY);
        addFields(page, Setting.Scope.USER);
        Button save = new Button(context.text("settings.save"), event -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(save);
        read();
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** Whether something was entered that is not saved. */
    boolean hasUnsaved() {
        return !changes().isEmpty();
    }

    private void addFields(SettingsPage page, Setting.Scope scope) {
        List<Setting> settings = page.settings().stream()
                .filter(setting -> setting.scope() == scope && context.offers().mayChange(setting))
                .toList();
        if (settings.isEmpty()) {
            return;
        }
        Div grid = new Div();
        grid.addClassName("settings-fields");
        for (Setting setting : settings) {
            boolean choice = setting.kind() == Setting.Kind.CHOICE;
            SettingField field = new SettingField(
                    context, setting, choice ? page.choices(context, setting) : List.of(), this::remove);
            fields.add(field);
            grid.add(field.component());
        }
        add(new H2(context.text(scope == Setting.Scope.USER ? "settings.forMe" : "settings.forCompany")), grid);
    }

    private void read() {
        Caller caller = context.caller();
        shown.clear();
        for (SettingField field : fields) {
            Setting setting = field.setting();
            String set = store.read(caller, setting);
            field.show(set == null ? setting.otherwise() : set);
            // an empty field of a secret leaves it as it is
            shown.put(setting.key(), field.value());
        }
    }

    /** What was entered anew, by setting; null takes a value away. */
    private Map<Setting, String> changes() {
        Map<Setting, String> changes = new LinkedHashMap<>();
        for (SettingField field : fields) {
            String value = field.value();
            if (!Objects.equals(value, shown.get(field.setting().key()))) {
                changes.put(field.setting(), value);
            }
        }
        return changes;
    }

    private void remove(Setting secret) {
        Map<Setting, String> without = new LinkedHashMap<>();
        without.put(secret, null);
        save(without);
    }

    private void save() {
        if (isRight()) {
            save(changes());
        }
    }

    private void save(Map<Setting, String> changes) {
        Caller caller = context.caller();
        context.background(
                () -> {
                    Map<Setting, String> before = new LinkedHashMap<>();
                    changes.keySet().forEach(setting -> before.put(setting, store.read(caller, setting)));
                    write(caller, changes);
                    return before;
                },
                before -> {
                    read();
                    context.informWithUndo(context.text("settings.saved"), () -> undo(before));
                });
    }

    private void undo(Map<Setting, String> before) {
        Caller caller = context.caller();
        context.background(
                () -> {
                    write(caller, before);
                    return before;
                },
                undone -> {
                    read();
                    context.inform(context.text("settings.undone"));
                });
    }

    private void write(Caller caller, Map<Setting, String> values) {
        values.forEach((setting, value) ->
                store.write(caller, setting, Objects.equals(value, setting.otherwise()) ? null : value));
    }

    /** Tells at each field what is wrong with it, first of all by itself, then with the others. */
    private boolean isRight() {
        SettingRules rules = new SettingRules(context.messages(), context.locale());
        Map<String, String> wrong = new LinkedHashMap<>();
        for (SettingField field : fields) {
            String value = field.value();
            boolean stays = field.setting().isSecret() && value == null && isSet(field.setting());
            if (!stays) {
                rules.wrong(field.setting(), value, field.options())
                        .ifPresent(message -> wrong.put(field.setting().key(), message));
            }
        }
        try {
            if (wrong.isEmpty()) {
                checked().forEach(error -> wrong.put(error.field(), error.message()));
            }
        } catch (Fault refused) {
            context.report(refused);
            return false;
        }
        fields.forEach(field -> field.refuse(wrong.get(field.setting().key())));
        fields.stream()
                .filter(field -> wrong.containsKey(field.setting().key()))
                .findFirst()
                .ifPresent(SettingField::focus);
        return wrong.isEmpty();
    }

    private boolean isSet(Setting setting) {
        return store.read(context.caller(), setting) != null;
    }

    /** What the module says about all values together. */
    private List<FieldError> checked() {
        Map<String, String> values = new LinkedHashMap<>();
        fields.stream()
                .filter(field -> field.value() != null)
                .forEach(field -> values.put(field.setting().key(), field.value()));
        Optional<SettingsPage> page = SettingsPageView.find(context, path);
        return page.isPresent() ? page.get().check(context, values) : List.of();
    }
}

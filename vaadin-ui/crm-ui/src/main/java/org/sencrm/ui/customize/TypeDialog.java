package org.sencrm.ui.customize;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.field.CustomType;
import org.sencrm.api.field.CustomTypes;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.text.Messages;
import org.sencrm.ui.field.FieldText;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;

/** Makes a record type and leads on to its fields, or changes what one is called and how it is shown. */
final class TypeDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_LABEL = 100;

    private final transient HostContext context;
    private final transient TypeChanges changes;
    private final transient CustomType stored;
    private final Map<String, TextField> labels;
    private final Map<String, TextField> plurals;
    private final Map<String, TextField> nameLabels;
    private final TextField name = new TextField();
    private final ComboBox<String> group = new ComboBox<>();
    private final ComboBox<String> board = new ComboBox<>();
    private final Checkbox administrative = new Checkbox();
    private final IconChoice icon;
    private final ErrorPlaces errors = new ErrorPlaces();

    /** @param type null for a new one */
    TypeDialog(HostContext context, CustomType type) {
        this.context = context;
        this.changes = new TypeChanges(context);
        this.stored = type;
        labels = texts("label", type == null ? Map.of() : type.label());
        plurals = texts("plural", type == null ? Map.of() : type.plural());
        nameLabels = texts("nameLabel", type == null ? Map.of() : type.nameLabel());
        icon = new IconChoice(context, type == null ? CustomTypes.ICONS.get(0) : type.icon());
        setHeaderTitle(context.text(type == null ? "types.create" : "types.edit"));
        setWidth("min(680px, 96vw)");
        configure();
        Div first = new Div();
        first.addClassName("settings-fields");
        labels.values().forEach(first::add);
        plurals.values().forEach(first::add);
        nameLabels.values().forEach(first::add);
        first.add(name, group, board);
        Div content = new Div(errors, first, icon, administrative);
        content.addClassName("stack");
        add(content);
        Button save = new Button(context.text("settings.save"), event -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(context.text("form.cancel"), event -> close()), save);
    }

    /** An input for each language. */
    private Map<String, TextField> texts(String member, Map<String, String> values) {
        Map<String, TextField> inputs = new LinkedHashMap<>();
        for (Locale locale : Messages.LOCALES) {
            String language = locale.getLanguage();
            TextField input = new TextField(context.text("types." + member, context.text("language." + language)));
            input.setMaxLength(LONGEST_LABEL);
            input.setValue(values.getOrDefault(language, ""));
            inputs.put(language, input);
        }
        errors.at(member, inputs.values().iterator().next());
        return inputs;
    }

    private void configure() {
        labels.values().forEach(input -> input.addValueChangeListener(event -> suggestName(event.getValue())));
        nameLabels.forEach((language, input) ->
                input.setPlaceholder(context.messages().text(Locale.forLanguageTag(language), "field.name")));
        name.setLabel(context.text("fields.name"));
        name.setHelperText(context.text("types.name.help"));
        name.setMaxLength(40);
        name.setValue(stored == null ? "" : stored.name());
        name.setReadOnly(stored != null);
        group.setLabel(context.text("types.group"));
        group.setItems(CustomTypes.GROUPS);
        group.setItemLabelGenerator(word -> context.text("group." + word));
        group.setValue(stored == null ? CustomTypes.GROUPS.get(0) : stored.group());
        configureBoard();
        administrative.setLabel(context.text("types.administrative"));
        administrative.setValue(stored != null && stored.administrative());
        errors.at("name", name);
        errors.at("group", group);
    }

    /** A new type has no field yet by which a board could go. */
    private void configureBoard() {
        board.setLabel(context.text("types.board"));
        board.setHelperText(context.text("types.board.help"));
        board.setClearButtonVisible(true);
        errors.at("board", board);
        RecordType type =
                stored == null ? null : context.types().find(stored.name()).orElse(null);
        board.setVisible(type != null);
        if (type != null) {
            List<String> choices = type.fields().stream()
                    .filter(field -> field.kind() == FieldKind.CHOICE && !field.readOnly())
                    .map(Field::name)
                    .toList();
            FieldText words = new FieldText(context);
            board.setItems(choices);
            board.setItemLabelGenerator(field -> words.label(type.name(), field));
            board.setValue(choices.contains(stored.board()) ? stored.board() : null);
        }
    }

    /** As long as nobody wrote a name. */
    private void suggestName(String label) {
        if (stored == null && name.isEmpty()) {
            name.setValue(SuggestedName.ofType(label));
        }
    }

    private void save() {
        errors.clear();
        try {
            if (stored == null) {
                CustomType made = changes.create(description());
                close();
                UI.getCurrent().navigate(Addresses.fields(made.name()));
            } else {
                changes.update(stored, description());
                close();
            }
        } catch (Fault refused) {
            errors.show(refused);
        }
    }

    private Map<String, Object> description() {
        Map<String, Object> members = new LinkedHashMap<>();
        if (stored == null) {
            members.put("name", name.getValue().strip());
        }
        members.put("label", written(labels));
        members.put("plural", written(plurals));
        members.put("nameLabel", written(nameLabels));
        members.put("icon", icon.value());
        members.put("group", group.getValue());
        members.put("administrative", administrative.getValue());
        if (board.isVisible()) {
            members.put("board", board.getValue());
        }
        return members;
    }

    /** By language; null where nothing is written. */
    private static Map<String, String> written(Map<String, TextField> inputs) {
        Map<String, String> texts = new LinkedHashMap<>();
        inputs.forEach((language, input) -> texts.put(language, input.getValue()));
        texts.values().removeIf(String::isBlank);
        return texts.isEmpty() ? null : texts;
    }
}

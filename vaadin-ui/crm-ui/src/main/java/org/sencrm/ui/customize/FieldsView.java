package org.sencrm.ui.customize;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteParameters;
import java.util.List;
import org.sencrm.api.field.CustomType;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.host.HostServices;
import org.sencrm.ui.settings.SettingsPages;
import org.sencrm.ui.view.View;

/** Record types of the firm's own, and fields, rules and layouts of one type after the other, for administrators. */
public final class FieldsView extends View {

    private static final long serialVersionUID = 1L;

    private static final String TYPE = "of";

    private final SettingsPages pages;
    private final Select<String> chooser = new Select<>();
    private final Div sections = new Div();
    /** The type of the address; while it is away, another is shown. */
    private String asked = "";

    private String shown = "";
    private LayoutSection layout;

    public FieldsView(HostServices services, HostContext context) {
        super(services, context);
        addClassName("settings");
        pages = new SettingsPages(context);
        Paragraph about = new Paragraph(text("fields.about"));
        about.addClassName("muted");
        chooser.setLabel(text("fields.type"));
        chooser.setItemLabelGenerator(
                type -> type == null ? "" : context.messages().many(context.locale(), type));
        chooser.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                UI.getCurrent().navigate(Addresses.fields(event.getValue()));
                // whoever stays with what is not saved sees what it is about
                chooser.setValue(shown);
            }
        });
        sections.addClassNames("settings-sections", "field-sections");
        Button create = new Button(text("types.create"), event -> new TypeDialog(context, null).open());
        // beside the input, not beside input and label
        create.getStyle().set("align-self", "flex-end");
        Div choice = new Div(chooser, create);
        choice.addClassName("row");
        Div top = new Div(about, choice);
        top.addClassNames("stack", "settings-sections");
        add(new H1(text("nav.settings")), pages, top, sections);
    }

    @Override
    protected boolean isThere(RouteParameters address) {
        return context().isAdministrator()
                && services().customFields().isPresent()
                && services().customTypes().isPresent()
                && services().rules().isPresent();
    }

    /** Whoever is no administrator is told so. */
    @Override
    protected boolean isInstalled(RouteParameters address) {
        return true;
    }

    @Override
    protected void show(RouteParameters address, Location place) {
        title(text("settings.of", text("fields.title")));
        pages.show(SettingsPages.FIELDS);
        asked = address.get(TYPE).orElse("");
        fill();
    }

    /** A change of fields, also one made here, is a change of the types. */
    @Override
    protected void modulesChanged() {
        pages.show(SettingsPages.FIELDS);
        fill();
    }

    private void fill() {
        List<String> types = context().types().all().stream()
                .filter(type -> !type.group().isEmpty())
                .map(RecordType::name)
                .toList();
        shown = types.contains(asked) ? asked : types.isEmpty() ? "" : types.get(0);
        chooser.setItems(types);
        chooser.setValue(shown.isEmpty() ? null : shown);
        arrange(context().types().find(shown).orElse(null));
        List<CustomType> own =
                services().customTypes().orElseThrow().list(context().caller());
        own.stream()
                .filter(type -> type.name().equals(shown))
                .forEach(type -> sections.addComponentAsFirst(new TypeSection(context(), type, isBare())));
        List<CustomType> retired = own.stream().filter(CustomType::retired).toList();
        if (!retired.isEmpty()) {
            sections.add(new RetiredTypes(context(), retired));
        }
    }

    /** Fields, rules and layout of a type, or of none. */
    private void arrange(RecordType type) {
        // what somebody is arranging stays through changes of others
        boolean kept = type != null && layout != null && layout.isAbout(type);
        List<Component> outdated =
                sections.getChildren().filter(child -> !kept || child != layout).toList();
        outdated.forEach(sections::remove);
        if (type == null) {
            layout = null;
            return;
        }
        if (kept) {
            layout.refresh(type);
        } else {
            layout = new LayoutSection(context(), type);
            sections.add(layout);
        }
        sections.addComponentAtIndex(0, new FieldsSection(context(), shown));
        sections.addComponentAtIndex(1, new RulesSection(context(), shown));
    }

    private boolean isBare() {
        return services()
                .customFields()
                .orElseThrow()
                .list(context().caller(), shown)
                .isEmpty();
    }
}

package org.sencrm.ui.customize;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteParameters;
import java.util.List;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.host.HostServices;
import org.sencrm.ui.settings.SettingsPages;
import org.sencrm.ui.view.View;

/** Fields, rules and layouts of one record type after the other, for administrators. */
public final class FieldsView extends View {

    private static final long serialVersionUID = 1L;

    private static final String TYPE = "of";

    private final SettingsPages pages;
    private final Select<String> chooser = new Select<>();
    private final Div sections = new Div();
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
        Div top = new Div(about, chooser);
        top.addClassNames("stack", "settings-sections");
        add(new H1(text("nav.settings")), pages, top, sections);
    }

    @Override
    protected boolean isThere(RouteParameters address) {
        return context().isAdministrator()
                && services().customFields().isPresent()
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
        List<String> types = context().types().all().stream()
                .filter(type -> !type.group().isEmpty())
                .map(RecordType::name)
                .toList();
        chooser.setItems(types);
        shown = address.get(TYPE).filter(types::contains).orElse(types.isEmpty() ? "" : types.get(0));
        chooser.setValue(shown.isEmpty() ? null : shown);
        fill();
    }

    /** A change of fields, also one made here, is a change of the types. */
    @Override
    protected void modulesChanged() {
        pages.show(SettingsPages.FIELDS);
        fill();
    }

    private void fill() {
        RecordType type = context().types().find(shown).orElse(null);
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
}

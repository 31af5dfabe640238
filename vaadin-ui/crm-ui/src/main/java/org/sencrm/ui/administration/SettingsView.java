package org.sencrm.ui.administration;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteParameters;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.host.HostServices;
import org.sencrm.ui.settings.SettingsPages;
import org.sencrm.ui.view.View;

/** Settings: of the company and of the demonstration data for administrators, of one's own access for everybody. */
public final class SettingsView extends View {

    private static final long serialVersionUID = 1L;

    private final SettingsPages pages;
    private final Div sections = new Div();

    public SettingsView(HostServices services, HostContext context) {
        super(services, context);
        addClassName("settings");
        pages = new SettingsPages(context);
        sections.addClassName("settings-sections");
        add(new H1(text("nav.settings")), pages, sections);
    }

    @Override
    protected void show(RouteParameters address, Location place) {
        title(text("nav.settings"));
        pages.show("");
        sections.removeAll();
        if (context().isAdministrator()) {
            sections.add(new CompanySection(context()));
        }
        sections.add(new PasswordSection(context()), new SessionsSection(context()), new TokensSection(context()));
        if (context().isAdministrator() && services().demo().isPresent()) {
            sections.add(new DemoSection(context(), services().demo().get()));
        }
        sections.add(new AboutSection(context()));
    }

    @Override
    protected void modulesChanged() {
        pages.show("");
    }

    /** What is being typed stays when a module comes or goes. */
    @Override
    protected void comeBack() {}
}

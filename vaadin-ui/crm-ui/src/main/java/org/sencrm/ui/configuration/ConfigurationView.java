package org.sencrm.ui.configuration;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteParameters;
import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.configuration.Configuration;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.host.HostServices;
import org.sencrm.ui.settings.SettingsPages;
import org.sencrm.ui.view.View;

/** What the company changed, against what the modules say; for administrators. */
public final class ConfigurationView extends View {

    private static final long serialVersionUID = 1L;

    private final SettingsPages pages;
    private final Div top = new Div();
    private final Div areas = new Div();
    private final Div promote = new Div();

    public ConfigurationView(HostServices services, HostContext context) {
        super(services, context);
        addClassName("settings");
        pages = new SettingsPages(context);
        top.addClassName("settings-sections");
        areas.addClassName("settings-sections");
        promote.addClassName("settings-sections");
        add(new H1(text("nav.settings")), pages, top, areas, promote);
    }

    @Override
    protected boolean isThere(RouteParameters address) {
        return context().isAdministrator() && services().configuration().isPresent();
    }

    /** Whoever is no administrator is told so. */
    @Override
    protected boolean isInstalled(RouteParameters address) {
        return true;
    }

    @Override
    protected void show(RouteParameters address, Location place) {
        title(text("settings.of", text("changes.title")));
        pages.show(SettingsPages.CHANGES);
        Paragraph about = new Paragraph(text("changes.about"));
        about.addClassName("muted");
        Div export = new Div(new ExportLink(context(), configuration()));
        top.removeAll();
        top.add(about, export);
        promote.removeAll();
        promote.add(new PromoteSection(context(), configuration(), this::fill));
        fill();
    }

    /** A plan that is being looked at stays; of what changed this may be the moment. */
    @Override
    protected void modulesChanged() {
        pages.show(SettingsPages.CHANGES);
        fill();
    }

    @Override
    protected void comeBack() {
        modulesChanged();
    }

    private void fill() {
        Caller caller = context().caller();
        Configuration configuration = configuration();
        context().background(() -> configuration.changes(caller), this::show);
    }

    private void show(List<Configuration.Area> changed) {
        areas.removeAll();
        if (changed.isEmpty()) {
            Paragraph nothing = new Paragraph(text("changes.none"));
            nothing.addClassNames("card", "pad");
            areas.add(nothing);
        }
        changed.forEach(area -> areas.add(new AreaSection(context(), configuration(), area, this::fill)));
    }

    private Configuration configuration() {
        return services().configuration().orElseThrow();
    }
}

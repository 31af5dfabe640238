package org.sencrm.ui.settings;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteParameters;
import java.util.Optional;
import org.sencrm.ui.api.SettingsPage;
import org.sencrm.ui.host.Contribution;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.host.HostServices;
import org.sencrm.ui.view.BrokenNotice;
import org.sencrm.ui.view.View;

/** A page of a module in the settings. Its described settings are drawn here; a component of the module goes with it. */
public final class SettingsPageView extends View {

    private static final long serialVersionUID = 1L;

    private final SettingsPages pages;
    private final Div described = new Div();
    private final Div own = new Div();
    private String path = "";
    private SettingsForm form;

    public SettingsPageView(HostServices services, HostContext context) {
        super(services, context);
        addClassName("settings");
        pages = new SettingsPages(context);
        described.addClassNames("stack", "settings-sections");
        own.addClassName("settings-sections");
        add(new H1(text("nav.settings")), pages, described, own);
    }

    /** The page at an address, if this person has it. */
    static Optional<SettingsPage> find(HostContext context, String path) {
        return context.offers().settingsPages().stream()
                .map(Contribution::content)
                .filter(page -> page.path().equals(path))
                .findFirst();
    }

    @Override
    protected boolean isThere(RouteParameters address) {
        return find(context(), path(address)).isPresent();
    }

    @Override
    protected boolean isInstalled(RouteParameters address) {
        return context().offers().installedSettingsPage(path(address)).isPresent();
    }

    @Override
    protected void show(RouteParameters address, Location place) {
        path = path(address);
        title(text("settings.of", text("settings.page." + path)));
        pages.show(path);
        described.removeAll();
        find(context(), path).ifPresent(page -> {
            about();
            described.add(BrokenNotice.insteadOf(context(), () -> describe(page)));
            showOwn(page);
        });
    }

    @Override
    protected void modulesChanged() {
        pages.show(path);
    }

    /** What was entered stays in the form, which is the product's own. */
    @Override
    protected void setAside() {
        own.removeAll();
    }

    @Override
    protected void comeBack() {
        if (form != null && form.hasUnsaved()) {
            pages.show(path);
            find(context(), path).ifPresent(this::showOwn);
        } else {
            super.comeBack();
        }
    }

    private void about() {
        String key = "settings.page." + path + ".about";
        if (context().messages().has(context().locale(), key)) {
            Paragraph about = new Paragraph(text(key));
            about.addClassName("muted");
            described.add(about);
        }
    }

    private Div describe(SettingsPage page) {
        form = new SettingsForm(context(), page);
        return form.isEmpty() ? new Div() : new Div(form);
    }

    private void showOwn(SettingsPage page) {
        own.removeAll();
        own.add(BrokenNotice.insteadOf(context(), () -> {
            Div card = new Div();
            page.create(context()).ifPresent(content -> {
                card.add(content);
                card.addClassNames("card", "pad");
            });
            return card;
        }));
    }

    private static String path(RouteParameters address) {
        return address.get("page").orElse("");
    }
}

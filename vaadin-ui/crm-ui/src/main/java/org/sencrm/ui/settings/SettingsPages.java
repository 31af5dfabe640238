package org.sencrm.ui.settings;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import org.sencrm.ui.api.SettingsPage;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.Contribution;
import org.sencrm.ui.host.HostContext;

/** Links to the settings of the product and of each module; nothing where no module has any. */
public final class SettingsPages extends Nav {

    private static final long serialVersionUID = 1L;

    /** Path of the page of fields, which is the product's own. */
    public static final String FIELDS = "fields";

    /** Path of the page of what the company changed, the product's own too. */
    public static final String CHANGES = "changes";

    private final transient HostContext context;

    public SettingsPages(HostContext context) {
        this.context = context;
        addClassName("tabs");
        getElement().setAttribute("aria-label", context.text("settings.pages"));
    }

    /**
     * Shows the pages that this person has now.
     *
     * @param current path of the page that is shown; empty for the product's own
     */
    public void show(String current) {
        removeAll();
        add(link("", context.text("settings.general"), current));
        if (context.isAdministrator()) {
            add(link(FIELDS, context.text("fields.title"), current));
            add(link(CHANGES, context.text("changes.title"), current));
        }
        for (Contribution<SettingsPage> page : context.offers().settingsPages()) {
            String path = page.content().path();
            add(link(path, context.text("settings.page." + path), current));
        }
        setVisible(getComponentCount() > 1);
    }

    private static Anchor link(String path, String label, String current) {
        Anchor link = new Anchor(path.isEmpty() ? Addresses.SETTINGS : Addresses.settings(path), label);
        link.getElement().setAttribute("router-link", true);
        if (path.equals(current)) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }
}

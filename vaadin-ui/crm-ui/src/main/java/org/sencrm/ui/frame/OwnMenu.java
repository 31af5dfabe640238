package org.sencrm.ui.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import org.sencrm.api.access.Access;
import org.sencrm.ui.field.Initials;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.host.Preferences;
import org.sencrm.ui.signin.PasswordDialog;

/** The person's own menu behind their initials: looks, password, sign-out. */
final class OwnMenu extends NativeButton {

    private static final long serialVersionUID = 1L;

    OwnMenu(HostContext context) {
        Access.Profile person = context.services().access().profile(context.caller());
        Preferences own = context.preferences();
        addClassNames("avatar", "own-menu");
        setText(Initials.of(person.name()));
        getElement().setAttribute("aria-label", context.text("top.account")).setAttribute("title", person.name());
        DropMenu menu = new DropMenu(this);
        Span name = new Span(person.name());
        name.addClassNames("strong", "menu-head");
        menu.add(name);
        menu.addItem(context.text("density.switch"), event -> own.switchDensity());
        menu.addItem(context.text("theme.switch"), event -> own.switchTheme());
        menu.addItem(context.text("language.switch"), event -> own.switchLanguage());
        menu.addItem(context.text("nav.help"), event -> UI.getCurrent().navigate(Addresses.HELP));
        menu.addItem(context.text("account.password"), event -> new PasswordDialog(context).open());
        menu.addItem(context.text("account.signOut"), event -> context.signOut());
    }
}

package org.sencrm.ui.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.bundle.HelpPage;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;

/** The bar above every page: search, commands, create, help, language, theme, own menu. */
final class TopBar extends Header {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final Button create;
    private final DropMenu createMenu;
    private final DropMenu helpMenu;

    /** @param openPalette opens the command palette */
    TopBar(HostContext context, Runnable openPalette) {
        this.context = context;
        addClassName("top");
        Div gap = new Div();
        gap.addClassNames("grow", "hide-s");
        Button palette = new Button("Ctrl K", event -> openPalette.run());
        palette.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        palette.addClassName("hide-s");
        palette.getElement().setAttribute("title", context.text("top.palette"));
        create = createButton();
        createMenu = new DropMenu(create);
        Button help = iconButton("help", context.text("top.help"));
        help.addClassName("hide-s");
        helpMenu = new DropMenu(help);
        add(new SearchBox(context), gap, palette, create);
        context.services().notifications().ifPresent(notifications -> add(new Bell(context, notifications)));
        add(help, languageButton(), themeButton());
        add(new OwnMenu(context));
    }

    /** Offers to create what this person may create now. */
    void offer(List<RecordType> creatable) {
        createMenu.removeAll();
        create.setVisible(!creatable.isEmpty());
        for (RecordType type : creatable) {
            Div line =
                    new Div(Icons.icon(type.icon()), new Span(context.messages().one(context.locale(), type.name())));
            line.addClassNames("row", "tight");
            createMenu.addItem(line, event -> QuickCreate.open(context, type, Map.of()));
        }
    }

    /**
     * Offers help.
     *
     * @param page about what is shown now
     * @param openKeys opens the sheet of keys
     */
    void help(Optional<HelpPage> page, Runnable openKeys) {
        helpMenu.removeAll();
        page.ifPresent(about -> helpMenu.addItem(
                context.text("help.about", about.title()),
                event -> UI.getCurrent().navigate(Addresses.help(about.module(), about.name()))));
        helpMenu.addItem(context.text("help.all"), event -> UI.getCurrent().navigate(Addresses.HELP));
        helpMenu.addItem(context.text("keys.title"), event -> openKeys.run());
    }

    private Button createButton() {
        Span label = new Span(context.text("top.create"));
        label.addClassName("hide-s");
        Div content = new Div(Icons.icon("plus"), label);
        content.addClassNames("row", "tight");
        Button button = new Button(content);
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        button.getElement().setAttribute("aria-label", context.text("top.create"));
        return button;
    }

    private Button languageButton() {
        Button button = new Button("VI · EN", event -> context.preferences().switchLanguage());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.addClassNames("language", "hide-s");
        button.getElement().setAttribute("aria-label", context.text("language.switch"));
        button.getElement().setAttribute("title", context.text("language.switch"));
        return button;
    }

    private Button themeButton() {
        Button button = iconButton("moon", context.text("theme.switch"));
        button.addClickListener(event -> context.preferences().switchTheme());
        button.addClassName("hide-s");
        return button;
    }

    private static Button iconButton(String icon, String name) {
        Button button = new Button(Icons.icon(icon));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        button.getElement().setAttribute("aria-label", name).setAttribute("title", name);
        return button;
    }
}

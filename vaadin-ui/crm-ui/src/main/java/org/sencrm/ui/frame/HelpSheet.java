package org.sencrm.ui.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Locale;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;

/** The sheet of keys. */
final class HelpSheet extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final Div sheet = new Div();

    HelpSheet(HostContext context, ModuleCommands commands) {
        this.context = context;
        setHeaderTitle(context.text("keys.title"));
        sheet.addClassName("keys");
        addGroup("keys.everywhere");
        addKey("keys.palette", "Ctrl", "K");
        addKey("keys.find", "/");
        addKey("keys.create", "C");
        addKey("keys.help", "?");
        addKey("keys.close", "Esc");
        addGroup("keys.record");
        addKey("keys.edit", "E");
        addKey("keys.save", "Ctrl", "Enter");
        addKey("keys.next", "J", "K");
        addKey("keys.choose", "X");
        addKey("keys.quick", context.text("keys.space"));
        addCommands(commands);
        addGroup("keys.go");
        new GoKeys(new Places(context).all()).byLetter().forEach((letter, place) -> addGo(letter, place.label()));
        add(sheet);
        Button help = new Button(context.text("nav.help"), event -> {
            close();
            UI.getCurrent().navigate(Addresses.HELP);
        });
        help.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getFooter().add(help, new Button(context.text("action.close"), event -> close()));
    }

    /** The keys of the modules' commands that can be called here; where others have them, who. */
    private void addCommands(ModuleCommands commands) {
        List<CommandKeys.Binding> bindings = commands.keysHere();
        if (!bindings.isEmpty()) {
            addGroup("keys.commands");
        }
        for (CommandKeys.Binding binding : bindings) {
            Div meaning = new Div(new Span(commands.label(binding.wish().command())));
            if (!binding.works()) {
                Span taken = new Span(
                        binding.holder().isEmpty()
                                ? context.text("keys.takenByProduct")
                                : context.text("keys.taken", commands.label(binding.holder())));
                taken.addClassNames("muted", "small");
                meaning.add(new Span(" "), taken);
            }
            sheet.add(combination(binding.wish().keys().split(" ")), meaning);
        }
    }

    private void addGroup(String key) {
        Div heading = new Div();
        heading.setText(context.text(key));
        heading.addClassName("group");
        sheet.add(heading);
    }

    private void addKey(String meaning, String... keys) {
        Span combination = new Span();
        for (String key : keys) {
            combination.getElement().appendChild(new Element("kbd").setText(key), Element.createText(" "));
        }
        sheet.add(combination, new Span(context.text(meaning)));
    }

    private void addGo(String letter, String place) {
        sheet.add(combination("g", letter), new Span(place));
    }

    /** Keys that are pressed one after the other. */
    private Span combination(String... keys) {
        Span combination = new Span();
        for (String key : keys) {
            if (combination.getElement().getChildCount() > 0) {
                combination.getElement().appendChild(Element.createText(" " + context.text("keys.then") + " "));
            }
            combination.getElement().appendChild(new Element("kbd").setText(key.toUpperCase(Locale.ROOT)));
        }
        return combination;
    }
}

package org.sencrm.ui.frame;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import org.sencrm.ui.host.HostContext;

/** The sheet of keys. */
final class HelpSheet extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final Div sheet = new Div();

    HelpSheet(HostContext context) {
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
        addGroup("keys.go");
        new GoKeys(new Places(context).all()).byLetter().forEach((letter, place) -> addGo(letter, place.label()));
        add(sheet);
        getFooter().add(new Button(context.text("action.close"), event -> close()));
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
        Span combination = new Span();
        combination
                .getElement()
                .appendChild(
                        new Element("kbd").setText("G"),
                        Element.createText(" " + context.text("keys.then") + " "),
                        new Element("kbd").setText(letter.toUpperCase(java.util.Locale.ROOT)));
        sheet.add(combination, new Span(place));
    }
}

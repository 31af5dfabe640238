package org.sencrm.ui.customize;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sencrm.api.field.CustomTypes;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;

/** One of the icons that a record type may have, all in sight. */
final class IconChoice extends Div {

    private static final long serialVersionUID = 1L;

    private final Map<String, Button> buttons = new LinkedHashMap<>();
    private String value;

    IconChoice(HostContext context, String chosen) {
        Span label = new Span(context.text("types.icon"));
        label.addClassName("muted");
        Div choices = new Div();
        choices.addClassName("row");
        choices.getElement().setAttribute("role", "group");
        choices.getElement().setAttribute("aria-label", context.text("types.icon"));
        for (String name : CustomTypes.ICONS) {
            Button button = new Button(Icons.icon(name), event -> choose(name));
            String words = context.text("types.icon." + name);
            button.getElement().setAttribute("aria-label", words).setAttribute("title", words);
            buttons.put(name, button);
            choices.add(button);
        }
        addClassName("stack");
        add(label, choices);
        choose(chosen);
    }

    String value() {
        return value;
    }

    private void choose(String name) {
        value = name;
        buttons.forEach((each, button) -> {
            boolean isChosen = each.equals(name);
            button.getElement().setAttribute("aria-pressed", Boolean.toString(isChosen));
            button.removeThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_TERTIARY);
            button.addThemeVariants(
                    ButtonVariant.LUMO_ICON, isChosen ? ButtonVariant.LUMO_PRIMARY : ButtonVariant.LUMO_TERTIARY);
        });
    }
}

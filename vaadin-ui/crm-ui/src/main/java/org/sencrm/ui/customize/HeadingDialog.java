package org.sencrm.ui.customize;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.sencrm.api.text.Messages;
import org.sencrm.ui.host.HostContext;

/** Asks for the heading of a section, in each language of the product; one that is left empty has that of the other. */
final class HeadingDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 100;

    private final transient HostContext context;
    private final transient Consumer<Map<String, String>> onGiven;
    private final Map<String, TextField> inputs = new LinkedHashMap<>();

    /**
     * @param present the heading as it is shown now; empty for a new section
     * @param known by language; empty where the section has no own heading
     */
    HeadingDialog(
            HostContext context, String present, Map<String, String> known, Consumer<Map<String, String>> onGiven) {
        this.context = context;
        this.onGiven = onGiven;
        setHeaderTitle(present.isEmpty() ? context.text("layout.addPart") : context.text("layout.rename", present));
        setWidth("min(480px, 96vw)");
        Div content = new Div();
        content.addClassName("stack");
        for (Locale locale : Messages.LOCALES) {
            String language = locale.getLanguage();
            TextField input = new TextField(context.text("layout.heading", context.text("language." + language)));
            input.setMaxLength(LONGEST);
            input.setWidthFull();
            input.setValue(known.getOrDefault(language, ""));
            inputs.put(language, input);
            content.add(input);
        }
        add(content);
        Button done = new Button(context.text("layout.done"), event -> finish());
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        done.addClickShortcut(Key.ENTER).listenOn(this);
        getFooter().add(new Button(context.text("form.cancel"), event -> close()), done);
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                inputs.values().iterator().next().focus();
            }
        });
    }

    private void finish() {
        Map<String, String> heading = new LinkedHashMap<>();
        inputs.forEach(
                (language, input) -> heading.put(language, input.getValue().strip()));
        heading.values().removeIf(String::isEmpty);
        if (heading.isEmpty()) {
            TextField first = inputs.values().iterator().next();
            first.setErrorMessage(context.text("layout.headingMissing"));
            first.setInvalid(true);
            first.focus();
            return;
        }
        String any = heading.values().iterator().next();
        inputs.keySet().forEach(language -> heading.putIfAbsent(language, any));
        close();
        onGiven.accept(heading);
    }
}

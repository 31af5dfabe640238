package org.sencrm.ui.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.select.Select;

/** Names an input for screen readers where no label is to be seen. */
public final class AriaName {

    private AriaName() {}

    /** For a Vaadin input, whose inner element carries the name. */
    public static <C extends Component> C give(C input, String name) {
        if (input instanceof Select<?> select) {
            // what it shows is its name, unless it has a label
            select.setLabel(name);
            select.addClassName("unseen-label");
            return input;
        }
        input.addAttachListener(event -> input.getElement()
                .executeJs(
                        "const inner = this.inputElement || this.focusElement || this;"
                                + "inner.setAttribute('aria-label', $0)",
                        name));
        return input;
    }
}

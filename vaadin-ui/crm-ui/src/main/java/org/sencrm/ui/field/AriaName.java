package org.sencrm.ui.field;

import com.vaadin.flow.component.Component;

/** Names an input for screen readers where no label is to be seen. */
public final class AriaName {

    private AriaName() {}

    /** For a Vaadin input, whose inner element carries the name. */
    public static <C extends Component> C give(C input, String name) {
        input.addAttachListener(event -> input.getElement()
                .executeJs(
                        "const inner = this.inputElement || this.focusElement || this;"
                                + "inner.setAttribute('aria-label', $0)",
                        name));
        return input;
    }
}

package org.sencrm.ui.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Span;

/** Facts under their names, one below the other. */
public final class FactList extends HtmlContainer {

    private static final long serialVersionUID = 1L;

    public FactList() {
        super("dl");
        addClassName("facts");
    }

    /** A fact in words; one without words is left out. */
    public FactList with(String name, String words) {
        return words == null || words.isBlank() ? this : with(name, new Span(words));
    }

    public FactList with(String name, Component value) {
        HtmlContainer label = new HtmlContainer("dt");
        label.setText(name);
        add(label, new HtmlContainer("dd", value));
        return this;
    }
}

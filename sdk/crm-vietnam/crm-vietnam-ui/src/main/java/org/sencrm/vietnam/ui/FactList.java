package org.sencrm.vietnam.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;

/** A panel with a heading and labelled values below it. */
final class FactList extends Div {

    private static final long serialVersionUID = 1L;

    private final DescriptionList list = new DescriptionList();

    FactList(String heading) {
        addClassName("stack");
        list.addClassName("facts");
        add(new H2(heading), list);
    }

    FactList with(String label, Component... values) {
        Div pair = new Div(new DescriptionList.Term(label), new DescriptionList.Description(values));
        list.getElement().appendChild(pair.getElement());
        return this;
    }

    FactList with(String label, String value) {
        return with(label, new Span(value));
    }
}

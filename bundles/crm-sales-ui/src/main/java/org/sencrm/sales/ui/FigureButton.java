package org.sencrm.sales.ui;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/** A figure with its name, that leads to the records behind it. */
final class FigureButton extends NativeButton {

    private static final long serialVersionUID = 1L;

    FigureButton(String name, String figure, String detail, Runnable onClick) {
        addClassNames("card", "pad", "figure");
        getStyle()
                .set("text-align", "start")
                .set("cursor", "pointer")
                .set("font", "inherit")
                .set("color", "inherit");
        addClickListener(event -> onClick.run());
        add(line(name, "muted"), line(figure, "big"), line(detail, "muted"));
    }

    private static Span line(String text, String look) {
        Span line = new Span(text);
        line.addClassName(look);
        line.getStyle().set("display", "block");
        return line;
    }
}

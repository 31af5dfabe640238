package org.sencrm.ui.look;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** The lotus and the product's name. */
public final class Brand {

    private static final String LOTUS = "<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\">"
            + "<path class=\"petal\" d=\"M12 4c3 3 4 6 4 9s-2 6-4 7c-2-1-4-4-4-7s1-6 4-9z\"/>"
            + "<path class=\"leaf\" opacity=\".85\""
            + " d=\"M3 10c4 0 7 2 9 10-6 0-9-4-9-10zM21 10c-4 0-7 2-9 10 6 0 9-4 9-10z\"/></svg>";

    private Brand() {}

    public static Div withName(String name) {
        Span lotus = new Span();
        lotus.addClassName("icon");
        lotus.getElement().setProperty("innerHTML", LOTUS);
        Span label = new Span(name);
        label.addClassName("label");
        Div brand = new Div(lotus, label);
        brand.addClassName("brand");
        return brand;
    }
}

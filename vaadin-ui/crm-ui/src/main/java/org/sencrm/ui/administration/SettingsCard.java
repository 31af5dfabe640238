package org.sencrm.ui.administration;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** One group of settings under its name. */
class SettingsCard extends Section {

    private static final long serialVersionUID = 1L;

    SettingsCard(String title) {
        addClassNames("card", "pad", "stack");
        getElement().setAttribute("aria-label", title);
        add(new H2(title));
    }
}

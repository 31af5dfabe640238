package org.sencrm.ui.transfer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;
import org.sencrm.api.transfer.Imports;

/** Says as what the file was recognised, and offers to read it without that, or with it again. */
final class ProfileLine extends Div {

    private static final long serialVersionUID = 1L;

    /** @param onChange told whether to read the file without the profile */
    ProfileLine(Wizard wizard, Imports.Profile profile, Consumer<Boolean> onChange) {
        boolean aside = wizard.draft().isProfileAside();
        addClassNames("row", "muted");
        getElement().setAttribute("role", "status");
        String words = aside ? "import.recognised.aside" : "import.recognised";
        String way = aside ? "import.recognised.use" : "import.recognised.leave";
        Button change = new Button(wizard.text(way), event -> onChange.accept(!aside));
        change.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
        change.setDisableOnClick(true);
        Span dot = new Span("·");
        dot.getElement().setAttribute("aria-hidden", "true");
        add(new Span(wizard.text(words, profile.label())), dot, change);
    }
}

package org.sencrm.tokenkey.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.sencrm.ui.api.FactorInput;
import org.sencrm.ui.api.FactorQuestion;

/** Takes the certificate of the line at the sign-in, where the browser showed one; else says how to show it. */
@org.osgi.service.component.annotations.Component
public final class CardInput implements FactorInput {

    @Override
    public String kind() {
        return EnrolCardDialog.KIND;
    }

    @Override
    public Component create(FactorQuestion question) {
        return ShownCard.now()
                .map(card -> withCard(question, card))
                .orElseGet(() -> new Paragraph(question.text("tokenKey.card.none")));
    }

    private static Component withCard(FactorQuestion question, ShownCard card) {
        Button use = new Button(question.text("tokenKey.card.use"), event -> question.answer(""));
        use.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        use.setWidthFull();
        use.setAutofocus(true);
        Paragraph whose = new Paragraph(card.subject());
        whose.addClassName("muted");
        Div place = new Div(use, whose);
        place.addClassName("stack");
        return place;
    }
}

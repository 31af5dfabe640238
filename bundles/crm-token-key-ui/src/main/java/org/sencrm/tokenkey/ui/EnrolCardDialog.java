package org.sencrm.tokenkey.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Paragraph;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.signin.Factors;
import org.sencrm.ui.api.ScreenContext;

/** Registers the certificate of the line: shows whose it is, asks what the person calls it, then shows recovery codes. */
final class EnrolCardDialog extends LabelledDialog {

    static final String KIND = "x509";

    private static final long serialVersionUID = 1L;

    EnrolCardDialog(ScreenContext context, Factors factors, Runnable onDone) {
        super(context, factors, KIND, "tokenKey.own.setCard", "tokenKey.card.register", onDone);
        ShownCard.now().ifPresentOrElse(this::ask, this::sayThatNoneCame);
    }

    private void sayThatNoneCame() {
        next.setVisible(false);
        content.add(new Paragraph(context.text("tokenKey.card.none")));
    }

    private void ask(ShownCard card) {
        content.add(new Paragraph(context.text("tokenKey.card.about")), facts(card), label, problem);
    }

    private HtmlContainer facts(ShownCard card) {
        HtmlContainer facts = new HtmlContainer("dl");
        add(facts, "tokenKey.card.subject", card.subject());
        add(facts, "tokenKey.card.issuer", card.issuer());
        add(facts, "tokenKey.card.validUntil", context.format(card.validUntil()));
        return facts;
    }

    private void add(HtmlContainer facts, String name, String value) {
        HtmlContainer term = new HtmlContainer("dt");
        term.setText(context.text(name));
        term.addClassName("muted");
        HtmlContainer told = new HtmlContainer("dd");
        told.setText(value);
        told.getStyle().set("margin", "0 0 8px").set("overflow-wrap", "anywhere");
        facts.add(term, told);
    }

    @Override
    void goOn() {
        try {
            confirm(
                    factors.enrol(context.caller(), KIND, label.getValue())
                            .factor()
                            .id(),
                    "");
        } catch (Fault refused) {
            refuse(refused.getMessage());
        }
    }
}

package org.sencrm.ui.light;

import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.sencrm.api.signin.OutsideSignIn;
import org.sencrm.api.text.Messages;
import org.sencrm.ui.host.Addresses;

/** Asks who is there; it stands at the address that was asked for, and leads there. */
final class SignInPage {

    private final Sheet sheet;
    private final Place place;

    SignInPage(Sheet sheet, Place place) {
        this.sheet = sheet;
        this.place = place;
    }

    /** @param problem what was wrong with the try before; empty for the first */
    Answer show(String user, String problem) {
        sheet.heading(sheet.text("signin.title"));
        if (!problem.isEmpty()) {
            sheet.alert(problem);
        }
        Element form = sheet.form(sheet.main(), "", "signin");
        sheet.input(form, "user", "signin.userName", user)
                .attr("autocomplete", "username")
                .attr("autocapitalize", "none");
        sheet.input(form, "password", "signin.password", "")
                .attr("type", "password")
                .attr("autocomplete", "current-password");
        sheet.button(form, "signin.submit");
        others();
        languages();
        return sheet.answer();
    }

    /**
     * Asks for a second factor.
     *
     * @param problem what was wrong with the try before; empty for the first
     */
    Answer askCode(String challenge, List<String> kinds, String problem) {
        sheet.heading(sheet.text("signin.title"));
        if (!problem.isEmpty()) {
            sheet.alert(problem);
        }
        Element form = sheet.form(sheet.main(), "", "answer");
        sheet.hidden(form, "challenge", challenge);
        sheet.hidden(form, "kinds", String.join(" ", kinds));
        Element kind = sheet.labelled(form, "kind", "signin.code.kind", "select");
        kinds.forEach(each -> kind.appendElement("option").attr("value", each).text(sheet.text("factor.kind." + each)));
        sheet.input(form, "code", "signin.code", "")
                .attr("autocomplete", "one-time-code")
                .attr("autocapitalize", "none");
        sheet.button(form, "signin.submit");
        return sheet.answer();
    }

    /** Ways to providers outside. */
    private void others() {
        List<OutsideSignIn.Offer> offers =
                sheet.services().outsideSignIn().map(OutsideSignIn::offered).orElse(List.of());
        for (OutsideSignIn.Offer offer : offers) {
            sheet.main()
                    .appendElement("p")
                    .appendElement("a")
                    .attr("href", Addresses.outside(offer.provider(), place.address()))
                    .text(sheet.text("signin.outside", offer.label()));
        }
    }

    private void languages() {
        Element line = sheet.main().appendElement("p");
        for (Locale language : Messages.LOCALES) {
            String code = language.getLanguage();
            line.appendElement("a")
                    .attr("href", "?lang=" + code)
                    .attr("lang", code)
                    .text(sheet.text("language." + code));
            line.appendText(" ");
        }
    }
}

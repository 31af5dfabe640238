package org.sencrm.ui.light;

import org.jsoup.nodes.Element;
import org.sencrm.api.privacy.Policies.Due;

/** What the person has to agree to before anything else; it stands at the address that was asked for, and leads there. */
final class PolicyPage {

    private final Sheet sheet;

    PolicyPage(Sheet sheet) {
        this.sheet = sheet;
    }

    Answer show(Due due) {
        sheet.heading(due.name());
        for (String paragraph : due.text().split("\\R+")) {
            sheet.main().appendElement("p").attr("lang", due.language()).text(paragraph);
        }
        Element form = sheet.form(sheet.main(), "", LightPages.ACCEPT);
        sheet.hidden(form, "version", Long.toString(due.version()));
        sheet.hidden(form, "digest", due.digest());
        sheet.button(form, "policy.accept");
        return sheet.answer();
    }
}

package org.sencrm.ui.light;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.nodes.Element;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Rsql;
import org.sencrm.api.search.Search;
import org.sencrm.ui.field.FieldText;

/** Finds records by words; until then it shows what the person has to do today. */
final class FindPage {

    private static final int MOST = 20;

    private final Sheet sheet;
    private final Caller caller;
    private final FieldText words;

    FindPage(Sheet sheet, Caller caller) {
        this.sheet = sheet;
        this.caller = caller;
        this.words = sheet.words(caller.zone());
    }

    Answer show(String text) {
        sheet.heading(sheet.text("light.find"));
        Element form = sheet.main()
                .appendElement("form")
                .attr("method", "get")
                .attr("action", Place.HOME)
                .attr("role", "search");
        sheet.input(form, "q", "light.words", text).attr("type", "search");
        sheet.button(form, "light.search");
        if (text.isEmpty()) {
            today();
        } else {
            hits(text);
        }
        return sheet.answer();
    }

    private void hits(String text) {
        List<Search.Hit> found = sheet.services()
                .search()
                .map(search -> search.find(caller, text, MOST))
                .orElse(List.of());
        if (found.isEmpty()) {
            sheet.main().appendElement("p").attr("role", "status").text(sheet.text("finder.none", text));
            return;
        }
        Element list = sheet.main().appendElement("ul");
        for (Search.Hit hit : found) {
            String type = sheet.services()
                    .messages()
                    .one(caller.locale(), hit.record().type());
            line(list, hit.record(), hit.record().label(), hit.detail().isEmpty() ? type : type + " · " + hit.detail());
        }
    }

    private void today() {
        if (sheet.services().types().find(Said.TYPE).isEmpty()) {
            return;
        }
        Instant midnight = LocalDate.now(caller.zone())
                .plusDays(1)
                .atStartOfDay(caller.zone())
                .toInstant();
        List<RecordData> due = sheet.services()
                .records()
                .list(
                        caller,
                        Query.of(Said.TYPE)
                                .where(Rsql.equal("owner", caller.userId()) + ";doneAt=isnull=true;dueAt=lt="
                                        + Rsql.quote(midnight.toString()))
                                .sortedBy("dueAt")
                                .reading("name", "dueAt", "regarding")
                                .limitedTo(MOST))
                .items();
        sheet.main().appendElement("h2").text(sheet.text("light.today"));
        if (due.isEmpty()) {
            sheet.main().appendElement("p").text(sheet.text("light.nothingToday"));
            return;
        }
        Element list = sheet.main().appendElement("ul");
        for (RecordData activity : due) {
            Reference about = activity.reference("regarding");
            String when = words.value(Said.TYPE, "dueAt", activity.get("dueAt"));
            boolean leads = about != null && about.label() != null;
            line(
                    list,
                    leads ? about : Reference.to(Said.TYPE, activity.id()),
                    activity.text("name"),
                    leads ? when + " · " + about.label() : when);
        }
    }

    private static void line(Element list, Reference record, String label, String detail) {
        Element item = list.appendElement("li");
        item.appendElement("a").attr("href", Place.addressOf(record)).text(label);
        item.appendElement("span").addClass("muted").text(detail);
    }
}

package org.sencrm.ui.light;

import java.util.Collection;
import org.jsoup.nodes.Element;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.TimelineEntry;
import org.sencrm.ui.field.FieldPart;
import org.sencrm.ui.field.FieldText;
import org.sencrm.ui.host.Addresses;

/** What is known of a record, what happened around it, and a form for what was just said. */
final class RecordPage {

    private static final int MOST = 20;

    private final Sheet sheet;
    private final Caller caller;
    private final Reference about;
    private final FieldText words;

    RecordPage(Sheet sheet, Caller caller, Reference about) {
        this.sheet = sheet;
        this.caller = caller;
        this.about = about;
        this.words = sheet.words(caller.zone());
    }

    Answer show(boolean saved) {
        return show(Said.NOTHING, "", saved);
    }

    /** The form once more, as it was sent. */
    Answer again(Said said, String problem) {
        return show(said, problem, false);
    }

    private Answer show(Said said, String problem, boolean saved) {
        RecordType type = sheet.services().types().get(about.type());
        RecordData record = sheet.services().records().get(caller, about.type(), about.id());
        sheet.heading(record.text(type.labelField()));
        sheet.main()
                .appendElement("p")
                .addClass("muted")
                .text(sheet.services().messages().one(caller.locale(), type.name()));
        if (saved) {
            sheet.done(sheet.text("light.saved"));
        }
        facts(type, record);
        if (sheet.services().access().may(caller, Right.CREATE, Said.TYPE)) {
            form(said, problem);
        }
        timeline();
        sheet.main()
                .appendElement("p")
                .appendElement("a")
                .attr("href", Addresses.UI + "/" + Addresses.record(about.type(), about.id()))
                .text(sheet.text("light.full"));
        return sheet.answer();
    }

    private void facts(RecordType type, RecordData record) {
        Element list = sheet.main().appendElement("dl");
        for (Field field : FieldPart.fields(FieldPart.of(sheet.services(), caller, type))) {
            Object value = record.get(field.name());
            boolean empty = value == null || value instanceof Collection<?> several && several.isEmpty();
            if (!field.system() && !empty && !field.name().equals(type.labelField())) {
                list.appendElement("dt").text(words.label(type, field));
                value(list.appendElement("dd"), type, field, value);
            }
        }
    }

    private void value(Element into, RecordType type, Field field, Object value) {
        String text = words.value(type.name(), field, value);
        switch (field.kind()) {
            case PHONE -> link(into, "tel:" + value.toString().replaceAll("[^+\\d]", ""), text);
            case EMAIL -> link(into, "mailto:" + value, text);
            case REFERENCE -> {
                Reference other = (Reference) value;
                boolean leads = other.label() != null
                        && sheet.services().types().find(other.type()).isPresent();
                if (leads) {
                    link(into, Place.addressOf(other), text);
                } else {
                    into.text(text);
                }
            }
            case LONG_TEXT -> into.addClass("lines").text(value.toString());
            default -> into.text(text);
        }
    }

    private static void link(Element into, String address, String text) {
        into.appendElement("a").attr("href", address).text(text);
    }

    private void form(Said said, String problem) {
        sheet.main().appendElement("h2").text(sheet.text("light.log"));
        Element form = sheet.form(sheet.main(), Place.addressOf(about), "log");
        Element kinds = sheet.labelled(form, "kind", "light.kind", "select");
        for (String kind : Said.KINDS) {
            Element option =
                    kinds.appendElement("option").attr("value", kind).text(sheet.text("timeline.kind." + kind));
            option.attr("selected", kind.equals(said.kind()));
        }
        Element subject = sheet.input(form, "subject", "composer.subject", said.subject())
                .attr("maxlength", "300")
                .attr("required", true);
        if (!problem.isEmpty()) {
            subject.attr("aria-invalid", "true").attr("aria-describedby", "problem");
            form.appendElement("p")
                    .attr("id", "problem")
                    .attr("role", "alert")
                    .addClass("bad")
                    .text(problem);
        }
        sheet.labelled(form, "note", "light.note", "textarea").attr("rows", "4").text(said.note());
        sheet.button(form, "form.save");
    }

    private void timeline() {
        sheet.main().appendElement("h2").text(sheet.text("light.timeline"));
        Element list = sheet.main().appendElement("ul");
        for (TimelineEntry entry : sheet.services().records().timeline(caller, about.type(), about.id(), MOST, null)) {
            Element item = list.appendElement("li");
            String kind = sheet.text("timeline.kind." + entry.kind());
            item.appendElement("strong").text(entry.title() == null ? kind : kind + " · " + entry.title());
            if (entry.text() != null) {
                item.appendElement("p").addClass("lines").text(entry.text());
            }
            String when = words.plain(entry.at());
            item.appendElement("span")
                    .addClass("muted")
                    .text(entry.by() == null ? when : when + " · " + words.reference(entry.by()));
        }
    }
}

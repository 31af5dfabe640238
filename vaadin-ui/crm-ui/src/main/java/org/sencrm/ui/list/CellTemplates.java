package org.sencrm.ui.list;

import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.field.FieldText;
import org.sencrm.ui.field.Initials;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.record.QuickView;

/** How the cells of a list are drawn in the browser, where values are escaped; words that are cut stand in the tooltip. */
final class CellTemplates {

    private static final String USERS = "users";

    private static final String NAME =
            "<div class=\"named\"><a class=\"row-link\" href=\"${item.href}\" router-link data-id=\"${item.id}\""
                    + " title=\"${item.text}\">${item.text}</a>"
                    + "<button class=\"plain " + QuickView.OPENER + "\" data-id=\"${item.id}\""
                    + " title=\"${item.peek}\" aria-label=\"${item.peek}\"></button></div>";
    private static final String CARD =
            "<a class=\"row-link two-lines\" href=\"${item.href}\" router-link data-id=\"${item.id}\">"
                    + "<span class=\"strong cut\" title=\"${item.text}\">${item.text}</span>"
                    + "<span class=\"muted cut\">${item.second}</span></a>";
    private static final String PILL =
            "${item.text ? html`<span class=\"pill ${item.tone}\">${item.text}</span>` : ''}";
    private static final String PERSON = "${item.text ? html`<span class=\"person\" title=\"${item.text}\">"
            + "<span class=\"avatar s\" aria-hidden=\"true\">${item.initials}</span>${item.text}</span>` : ''}";
    private static final String LINK =
            "${item.href ? html`<a class=\"quiet-link\" href=\"${item.href}\" router-link title=\"${item.text}\">${item.text}</a>`"
                    + " : item.text}";
    private static final String STAR = "<button class=\"plain star\" aria-pressed=\"${item.marked}\""
            + " aria-label=\"${item.label}\" title=\"${item.label}\" @click=\"${toggle}\">"
            + "<span aria-hidden=\"true\">${item.marked ? '★' : '☆'}</span></button>";
    private static final String WORDS = "<span title=\"${item.text}\">${item.text}</span>";

    private final RecordType type;
    private final FieldText words;
    private final HostContext context;
    private final String star;

    CellTemplates(HostContext context, RecordType type) {
        this.star = context.text("favourite.button");
        this.type = type;
        this.words = new FieldText(context);
        this.context = context;
    }

    /** A star to be pressed. */
    LitRenderer<RecordData> star(Predicate<RecordData> marked, Consumer<RecordData> onPressed) {
        return LitRenderer.<RecordData>of(STAR)
                .withProperty("marked", marked::test)
                .withProperty("label", record -> star)
                .withFunction("toggle", onPressed::accept);
    }

    LitRenderer<RecordData> name(Field label) {
        return linked(NAME, label).withProperty("peek", record -> context.text("quick.show", text(record, label)));
    }

    /** Name and the most telling values below it: a row on a phone. */
    LitRenderer<RecordData> card(Field label, List<Field> others) {
        return linked(CARD, label)
                .withProperty(
                        "second",
                        record -> others.stream()
                                .map(field -> text(record, field))
                                .filter(text -> !text.isEmpty())
                                .collect(Collectors.joining(" · ")));
    }

    LitRenderer<RecordData> cell(Field field) {
        return switch (field.kind()) {
            case CHOICE -> of(PILL, field).withProperty("tone", record -> tone(record, field));
            case REFERENCE ->
                USERS.equals(field.target())
                        ? of(PERSON, field).withProperty("initials", record -> Initials.of(text(record, field)))
                        : of(LINK, field).withProperty("href", record -> address(record.reference(field.name())));
            default -> of(ListColumns.isFigure(field) ? "${item.text}" : WORDS, field);
        };
    }

    private LitRenderer<RecordData> linked(String template, Field label) {
        return of(template, label)
                .withProperty("href", record -> Addresses.record(type.name(), record.id()))
                .withProperty("id", record -> Long.toString(record.id()));
    }

    private LitRenderer<RecordData> of(String template, Field field) {
        return LitRenderer.<RecordData>of(template).withProperty("text", record -> text(record, field));
    }

    private String text(RecordData record, Field field) {
        return words.value(type.name(), field, record.get(field.name()));
    }

    private String tone(RecordData record, Field field) {
        Object code = record.get(field.name());
        return code == null ? "" : words.choice(type.name(), field, code).tone();
    }

    private static String address(Reference reference) {
        return reference == null || reference.label() == null ? "" : Addresses.record(reference.type(), reference.id());
    }
}

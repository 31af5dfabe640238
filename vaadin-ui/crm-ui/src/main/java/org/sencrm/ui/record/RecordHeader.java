package org.sencrm.ui.record;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.field.FieldText;
import org.sencrm.ui.field.Initials;
import org.sencrm.ui.field.StateField;
import org.sencrm.ui.field.ValueView;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;

/** Who or what the record is, at a glance, and what can be done with it. */
final class RecordHeader extends Header {

    private static final long serialVersionUID = 1L;

    private static final int FACTS = 3;
    private static final String OWNER = "owner";

    private final transient HostContext context;
    private final transient RecordType type;
    private final transient List<Field> fields;
    private final transient FieldText words;
    private final Div who = new Div();
    private final Div state = new Div();
    private final Div contacts = new Div();
    private final FavouriteButton favourite;

    /**
     * @param fields those that the person's layout shows, in its order
     * @param onMerge null where the person could not make one record of two
     * @param onShare null where with whom the record is shared is nothing for the person
     */
    RecordHeader(
            HostContext context,
            RecordType type,
            List<Field> fields,
            Reference record,
            RecordActions actions,
            Runnable onEdit,
            Runnable onMerge,
            Runnable onShare,
            Runnable onDelete) {
        this.context = context;
        this.type = type;
        this.fields = fields;
        this.words = new FieldText(context);
        this.favourite = new FavouriteButton(context);
        addClassName("record-header");
        who.addClassNames("row", "tight", "who");
        state.addClassNames("row", "state");
        contacts.addClassNames("row", "contacts");
        Div buttons = new Div(contacts, favourite, actions);
        buttons.addClassNames("row", "buttons");
        context.services()
                .followers()
                .filter(followers -> !type.administrative())
                .ifPresent(followers -> buttons.add(new FollowButton(context, followers, record)));
        if (context.may(Right.UPDATE, type.name())) {
            Button edit = new Button(context.text("record.edit"), Icons.icon("edit"), event -> onEdit.run());
            edit.getElement().setAttribute("title", context.text("record.editTitle"));
            buttons.add(edit);
        }
        if (onShare != null) {
            buttons.add(iconButton("users", context.text("share.share"), onShare));
        }
        if (onMerge != null) {
            buttons.add(iconButton("merge", context.text("merge.find"), onMerge));
        }
        if (context.may(Right.DELETE, type.name())) {
            buttons.add(iconButton("trash", context.text("form.delete"), onDelete));
        }
        add(way(), who, state, buttons);
    }

    private static Button iconButton(String icon, String name, Runnable work) {
        Button button = new Button(Icons.icon(icon), event -> work.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        button.getElement().setAttribute("aria-label", name).setAttribute("title", name);
        return button;
    }

    void show(RecordData record) {
        String name = context.format(record.get(type.labelField()));
        who.removeAll();
        Span facts = new Span(facts(record));
        facts.addClassName("muted");
        Div text = new Div(new H1(name), facts);
        text.addClassName("grow");
        who.add(Initials.avatar(name, "l"), text);
        favourite.show(new Reference(type.name(), record.id(), name));
        showState(record);
        showContacts(record);
    }

    private Anchor way() {
        Anchor list = new Anchor(Addresses.list(type.name()), context.messages().many(context.locale(), type.name()));
        list.getElement().setAttribute("router-link", true);
        list.addClassNames("muted", "small", "way");
        return list;
    }

    private void showState(RecordData record) {
        state.removeAll();
        StateField.of(type)
                .filter(field -> fields.contains(field) && record.get(field.name()) != null)
                .ifPresent(
                        field -> state.add(ValueView.pill(words.choice(type.name(), field, record.get(field.name())))));
        boolean owned = fields.stream().anyMatch(field -> OWNER.equals(field.name()));
        if (owned && record.get(OWNER) != null && record.reference(OWNER).label() != null) {
            state.add(new ValueView(context).reference(record.reference(OWNER)));
        }
    }

    private String facts(RecordData record) {
        Set<String> elsewhere = Set.of(
                type.labelField(), OWNER, StateField.of(type).map(Field::name).orElse(""));
        return fields.stream()
                .filter(field -> field.listed() && !elsewhere.contains(field.name()) && tells(field, record))
                .map(field -> words.value(type.name(), field, record.get(field.name())))
                .filter(text -> !text.isEmpty())
                .limit(FACTS)
                .collect(Collectors.joining(" · "));
    }

    /** A bare yes or no says nothing without its question, nor does a record that this person may not see. */
    private static boolean tells(Field field, RecordData record) {
        return field.kind() != FieldKind.BOOLEAN
                && !(record.get(field.name()) instanceof Reference reference && reference.label() == null);
    }

    private void showContacts(RecordData record) {
        contacts.removeAll();
        first(record, FieldKind.PHONE)
                .ifPresent(number -> contacts.add(
                        contact("tel:" + number.replaceAll("[^+\\d]", ""), "phone", context.text("record.call"))));
        first(record, FieldKind.EMAIL)
                .ifPresent(address -> contacts.add(contact("mailto:" + address, "mail", context.text("record.mail"))));
    }

    private Optional<String> first(RecordData record, FieldKind kind) {
        return fields.stream()
                .filter(field -> field.kind() == kind)
                .map(field -> record.text(field.name()))
                .filter(text -> text != null && !text.isBlank())
                .findFirst();
    }

    private static Anchor contact(String target, String icon, String text) {
        Anchor link = new Anchor(target);
        link.add(Icons.icon(icon), new Span(text));
        link.addClassName("button-link");
        return link;
    }
}

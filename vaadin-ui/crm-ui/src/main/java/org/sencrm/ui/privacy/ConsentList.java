package org.sencrm.ui.privacy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.privacy.Consents;
import org.sencrm.api.privacy.PersonalData;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.field.FieldText;
import org.sencrm.ui.field.ValueView;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.record.QuickForm;

/** What a person said last to each purpose, and the ways to write down what they say now or ask about their data. */
final class ConsentList extends Div {

    private static final long serialVersionUID = 1L;
    private static final String PERSON = "person";

    private final transient HostContext context;
    private final transient RecordType type;
    private final transient Reference person;
    private final transient FieldText words;

    ConsentList(HostContext context, Consents consents, RecordData record) {
        this.context = context;
        this.type = context.types().get(Consents.TYPE);
        String label = context.types().get(record.type()).labelField();
        this.person = new Reference(record.type(), record.id(), record.text(label));
        this.words = new FieldText(context);
        addClassName("stack");
        add(new H2(context.text("consent.title")));
        try {
            show(consents.current(context.caller(), person));
        } catch (Fault unreadable) {
            add(new Paragraph(unreadable.getMessage()));
        }
        add(buttons());
    }

    private void show(List<Consents.Fact> facts) {
        if (facts.isEmpty()) {
            Paragraph nothing = new Paragraph(context.text("consent.none"));
            nothing.addClassName("muted");
            add(nothing);
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("related-rows");
        facts.forEach(fact -> list.add(row(fact)));
        add(list);
    }

    private ListItem row(Consents.Fact fact) {
        String purpose = label("purpose", fact.purpose());
        String name = fact.channel() == null ? purpose : purpose + " · " + label("channel", fact.channel());
        ListItem row = new ListItem(
                ValueView.recordLink(new Reference(Consents.TYPE, fact.id(), name)),
                ValueView.pill(choice("state", fact.given() ? Consents.GIVEN : Consents.WITHDRAWN)));
        Span since = new Span(since(fact));
        since.addClassNames("muted", "small", "grow");
        row.add(since);
        if (fact.given() && context.may(Right.CREATE, Consents.TYPE)) {
            Button withdraw = new Button(context.text("consent.withdraw"), event -> withdraw(fact, name));
            withdraw.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            withdraw.getElement().setAttribute("aria-label", context.text("consent.withdraw.of", name));
            row.add(withdraw);
        }
        return row;
    }

    private String since(Consents.Fact fact) {
        String day = fact.at() == null
                ? ""
                : context.format(fact.at().atZone(context.caller().zone()).toLocalDate());
        return Stream.of(day, fact.origin() == null ? "" : label("origin", fact.origin()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String label(String field, String code) {
        return choice(field, code).label();
    }

    private Choice choice(String name, String code) {
        Field field = type.field(name).orElseThrow();
        return words.choice(Consents.TYPE, field, code);
    }

    private Div buttons() {
        Div buttons = new Div();
        buttons.addClassNames("row", "tight");
        if (context.may(Right.CREATE, Consents.TYPE)) {
            buttons.add(opener("consent.record", type, Map.of(PERSON, person, "state", Consents.GIVEN), saved -> {}));
        }
        if (context.may(Right.CREATE, PersonalData.REQUESTS)) {
            buttons.add(opener(
                    "consent.request",
                    context.types().get(PersonalData.REQUESTS),
                    Map.of(PERSON, person, "state", "open"),
                    saved -> context.open(Reference.to(saved.type(), saved.id()))));
        }
        return buttons;
    }

    private Button opener(String text, RecordType made, Map<String, Object> suggested, Consumer<RecordData> onSaved) {
        Button open = new Button(context.text(text), event -> QuickForm.create(context, made, suggested, onSaved));
        open.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return open;
    }

    private void withdraw(Consents.Fact fact, String name) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(PERSON, person);
        values.put("purpose", fact.purpose());
        values.put("channel", fact.channel());
        values.put("state", Consents.WITHDRAWN);
        Caller caller = context.caller();
        context.background(
                () -> context.records().create(caller, Consents.TYPE, values),
                made -> context.informWithUndo(context.text("consent.withdrawn", name), () -> takeBack(made)),
                context::report);
    }

    private void takeBack(RecordData made) {
        try {
            context.records().delete(context.caller(), Consents.TYPE, made.id(), made.version());
        } catch (Fault refused) {
            context.report(refused);
        }
    }
}

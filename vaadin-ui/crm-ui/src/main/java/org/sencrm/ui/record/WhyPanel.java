package org.sencrm.ui.record;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import org.sencrm.api.access.Explanations;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.host.HostContext;

/** For administrators: why may somebody see this record, or why not, in words. */
final class WhyPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient Explanations explanations;
    private final transient RecordType type;
    private final long record;
    private final UnorderedList answer = new UnorderedList();

    WhyPanel(HostContext context, Explanations explanations, RecordType type, long record) {
        this.context = context;
        this.explanations = explanations;
        this.type = type;
        this.record = record;
        addClassName("stack");
        ColleagueField person = ColleagueField.ofEverybody(context, context.text("why.person"));
        person.setWidthFull();
        person.addValueChangeListener(event -> explain(event.getValue()));
        answer.getElement().setAttribute("aria-live", "polite");
        answer.setVisible(false);
        add(new H3(context.text("why.title")), person, answer);
    }

    private void explain(Reference person) {
        answer.removeAll();
        answer.setVisible(person != null);
        if (person == null) {
            return;
        }
        try {
            new WhyWords(context, type)
                    .of(explanations.explain(context.caller(), type.name(), record, person.id()))
                    .forEach(sentence -> answer.add(new ListItem(sentence)));
            answer.scrollIntoView();
        } catch (Fault refused) {
            context.report(refused);
        }
    }
}

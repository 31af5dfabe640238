package org.sencrm.ui.customize;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.field.RecordRule;
import org.sencrm.api.field.RecordRules;
import org.sencrm.ui.host.HostContext;

/** The rules of a type, in words. */
final class RulesSection extends Section {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient RecordRules rules;
    private final String type;

    RulesSection(HostContext context, String type) {
        this.context = context;
        this.type = type;
        this.rules = context.services().rules().orElseThrow();
        addClassNames("card", "pad", "stack");
        getElement().setAttribute("aria-label", context.text("rules.title"));
        Paragraph about = new Paragraph(context.text("rules.about"));
        about.addClassName("muted");
        Div buttons = new Div();
        buttons.addClassName("row");
        for (RecordRule.Kind kind : RecordRule.Kind.values()) {
            buttons.add(new Button(
                    context.text("rules.create." + kind.code()),
                    event -> new RuleDialog(context, type, kind, null).open()));
        }
        add(new H2(context.text("rules.title")), about, list(), buttons);
    }

    private UnorderedList list() {
        UnorderedList list = new UnorderedList();
        list.addClassName("permission-list");
        rules.list(context.caller(), type).forEach(rule -> list.add(line(rule)));
        return list;
    }

    private ListItem line(RecordRule rule) {
        String words = words(rule);
        Span said = new Span(words);
        said.addClassName("strong");
        Div line = new Div(said);
        if (rule.condition() != null) {
            HtmlContainer condition = new HtmlContainer("code");
            condition.setText(rule.condition());
            line.add(condition);
        }
        line.addClassName("field-name");
        Span gap = new Span();
        gap.addClassName("grow");
        ListItem item = new ListItem(
                line,
                gap,
                button("fields.edit", words, () -> new RuleDialog(context, type, rule.kind(), rule).open()),
                button("fields.remove", words, () -> remove(rule)));
        item.addClassName("row");
        return item;
    }

    private String words(RecordRule rule) {
        return switch (rule.kind()) {
            case REFUSE ->
                context.text("rules.refuse", rule.message().get(context.locale().getLanguage()));
            case SHOW -> context.text(rule.required() ? "rules.showRequired" : "rules.show", label(rule.field()));
            case CHOICES -> context.text("rules.choices", label(rule.field()), label(rule.by()));
        };
    }

    private String label(String field) {
        return context.messages().field(context.locale(), type, field);
    }

    private Button button(String key, String words, Runnable work) {
        Button button = new Button(context.text(key), event -> work.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.getElement().setAttribute("aria-label", context.text(key) + ": " + words);
        return button;
    }

    private void remove(RecordRule rule) {
        try {
            rules.remove(context.caller(), type, rule.id(), rule.version());
            context.informWithUndo(context.text("rules.removed"), () -> putBack(rule));
        } catch (Fault refused) {
            context.report(refused);
        }
    }

    private void putBack(RecordRule rule) {
        try {
            rules.create(context.caller(), type, rule.description());
            context.inform(context.text("fields.undone"));
        } catch (Fault refused) {
            context.report(refused);
        }
    }
}

package org.sencrm.ui.configuration;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.configuration.Configuration;
import org.sencrm.api.configuration.ConfigurationItem;
import org.sencrm.api.configuration.ConfigurationItem.TakeBack;
import org.sencrm.ui.host.HostContext;

/** The changes of one area, each with what the modules say and a button that takes it back. */
final class AreaSection extends Section {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient Configuration configuration;
    private final String part;
    private final transient Runnable onChanged;

    /** @param onChanged called after a change was taken back, or put back */
    AreaSection(HostContext context, Configuration configuration, Configuration.Area area, Runnable onChanged) {
        this.context = context;
        this.configuration = configuration;
        this.part = area.part();
        this.onChanged = onChanged;
        addClassNames("card", "pad", "stack");
        getElement().setAttribute("aria-label", area.label());
        UnorderedList list = new UnorderedList();
        list.addClassName("change-list");
        area.changes().forEach(change -> list.add(item(change)));
        add(new H2(area.label()));
        if (area.problem() != null) {
            Paragraph problem = new Paragraph(area.problem());
            problem.addClassNames("banner", "warn");
            add(problem);
        } else {
            add(list);
        }
    }

    private ListItem item(Configuration.Change change) {
        ConfigurationItem item = change.item();
        Span label = new Span(change.label());
        label.addClassName("strong");
        Span about = new Span(about(change));
        about.addClassNames("muted", "small");
        Div name = new Div(label, about);
        name.addClassName("field-name");
        Span gap = new Span();
        gap.addClassName("grow");
        Div head = new Div(name, gap);
        head.addClassName("row");
        if (item.takeBack() != TakeBack.NEVER) {
            head.add(takeBack(change));
        }
        HtmlContainer summary = new HtmlContainer("summary");
        summary.setText(context.text("changes.details"));
        HtmlContainer details = new HtmlContainer(
                "details",
                summary,
                new MemberTable(context, part, item.declared(), item.value(), "changes.declared", "changes.own"));
        // what differs from the modules is the point, what was added is known by its name
        details.getElement().setAttribute("open", !item.isAdded());
        return new ListItem(head, details);
    }

    /** Of which records it is, whether it was added, when and by whom it was changed. */
    private String about(Configuration.Change change) {
        ConfigurationItem item = change.item();
        List<String> words = new ArrayList<>();
        if (change.type() != null) {
            words.add(context.messages().many(context.locale(), change.type()));
        }
        words.add(context.text(item.isAdded() ? "changes.added" : "changes.changed"));
        if (item.changedAt() != null) {
            words.add(context.format(item.changedAt()));
        }
        if (item.changedBy() != null) {
            words.add(context.format(item.changedBy()));
        }
        return String.join(" · ", words);
    }

    private Button takeBack(Configuration.Change change) {
        Button button = new Button(context.text("changes.takeBack"), event -> {
            if (change.item().takeBack() == TakeBack.FOR_GOOD) {
                confirm(change);
            } else {
                takeBackNow(change);
            }
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.getElement().setAttribute("aria-label", context.text("changes.takeBack") + ": " + change.label());
        return button;
    }

    /** Something goes with it that nobody can bring back: so this is asked. */
    private void confirm(Configuration.Change change) {
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader(context.text("changes.takeBack.title", change.label()));
        question.setText(context.text("changes.takeBack.text"));
        question.setCancelable(true);
        question.setCancelText(context.text("form.cancel"));
        question.setConfirmText(context.text("changes.takeBack"));
        question.setConfirmButtonTheme("error primary");
        question.addConfirmListener(event -> takeBackNow(change));
        question.open();
    }

    private void takeBackNow(Configuration.Change change) {
        Caller caller = context.caller();
        context.background(
                () -> configuration.takeBack(caller, part, change.item().key(), change.version()),
                taken -> {
                    onChanged.run();
                    String said = context.text("changes.takenBack", change.label());
                    if (taken.takeBack() == TakeBack.UNDOABLE) {
                        context.informWithUndo(said, () -> putBack(taken));
                    } else {
                        context.inform(said);
                    }
                },
                this::refused);
    }

    /** What somebody else made of it meanwhile is shown. */
    private void refused(Throwable failure) {
        context.report(failure);
        onChanged.run();
    }

    private void putBack(ConfigurationItem item) {
        Caller caller = context.caller();
        context.background(
                () -> {
                    configuration.putBack(caller, part, item);
                    return item;
                },
                done -> onChanged.run(),
                this::refused);
    }
}

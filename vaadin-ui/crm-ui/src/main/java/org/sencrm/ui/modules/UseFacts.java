package org.sencrm.ui.modules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import org.sencrm.api.guard.Guard;
import org.sencrm.api.guard.ModuleHealth;
import org.sencrm.api.module.ModuleUse;
import org.sencrm.ui.field.FactList;
import org.sencrm.ui.host.HostContext;

/** What a module takes of that which all share, beside what it may. Stays in place while its figures change. */
final class UseFacts extends Div {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final Div figures = new Div();
    private final Paragraph about = new Paragraph();

    /** @param onLookAgain asks for newer figures */
    UseFacts(HostContext context, Runnable onLookAgain) {
        this.context = context;
        addClassName("stack");
        about.addClassNames("faint", "small");
        Button again = new Button(context.text("store.use.again"), event -> onLookAgain.run());
        again.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
        add(figures, about, new Div(again));
    }

    static Optional<ModuleUse> find(List<ModuleUse> all, String module) {
        return all.stream().filter(use -> use.module().equals(module)).findFirst();
    }

    void show(ModuleUse use, Optional<ModuleHealth> health) {
        boolean limited = !use.limits().isEmpty();
        FactList facts = new FactList().with(context.text("store.use.threads"), figure(use, "threads", use.threads()));
        if (limited) {
            facts.with(context.text("store.use.parcels"), figure(use, "parcels", use.parcels()))
                    .with(context.text("store.use.outsideCalls"), figure(use, "outsideCalls", use.outsideCalls()));
        }
        facts.with(
                context.text("store.use.statements"),
                context.text(
                        "store.use.statements.words",
                        health.map(ModuleHealth::statements).orElse(0L),
                        health.map(ModuleHealth::slowStatements).orElse(0L),
                        Guard.MOST_STATEMENTS));
        figures.removeAll();
        figures.add(facts);
        about.setText(context.text(limited ? "store.use.limited" : "store.use.unlimited"));
    }

    private Component figure(ModuleUse use, String name, int count) {
        Integer most = use.limits().get(name);
        Span words = new Span(most == null ? context.format((long) count) : context.text("store.use.of", count, most));
        if (!use.exceeded().contains(name)) {
            return words;
        }
        Span over = new Span(context.text("store.use.exceeded"));
        over.addClassNames("pill", "warn");
        Div both = new Div(words, over);
        both.addClassNames("row", "tight");
        return both;
    }
}

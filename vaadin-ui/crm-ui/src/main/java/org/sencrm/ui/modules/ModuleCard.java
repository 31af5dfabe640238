package org.sencrm.ui.modules;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.sencrm.api.guard.ModuleHealth;
import org.sencrm.api.module.Modules;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;

/** One module: what it adds, its version, how it stands, and what can be done with it. */
final class ModuleCard extends Article {

    private static final long serialVersionUID = 1L;

    static final String PLATFORM = "platform";

    private final transient HostContext context;

    /** @param onAction told what a person wants to do with the module */
    ModuleCard(HostContext context, Modules.Module module, BiConsumer<Modules.Module, Modules.Action> onAction) {
        this.context = context;
        addClassNames("card", "pad", "module-card");
        getElement().setAttribute("aria-label", module.label());
        add(head(module), about(module));
        if (module.error() != null) {
            Div error = new Div(new Span(module.error()));
            error.addClassNames("banner", "bad");
            add(error);
        }
        context.services().health(module.id()).map(this::health).ifPresent(this::add);
        if (!PLATFORM.equals(module.kind())) {
            add(buttons(module, onAction));
        }
    }

    private Div head(Modules.Module module) {
        Span mark = new Span(Icons.icon("puzzle"));
        mark.addClassNames("ico", "g");
        Div version = new Div(new Span(module.version()));
        version.getElement().setAttribute("title", module.id() + " " + module.version());
        version.addClassNames("faint", "cut");
        H2 name = new H2(module.label());
        name.addClassName("cut");
        Div words = new Div(name, version);
        words.addClassName("grow");
        Div head = new Div(mark, words, state(module.state()));
        head.addClassNames("row", "tight");
        return head;
    }

    private Span state(Modules.State state) {
        Span pill = new Span(context.text("store.state." + state.name().toLowerCase(Locale.ROOT)));
        pill.addClassNames(
                "pill",
                switch (state) {
                    case RUNNING -> "good";
                    case AVAILABLE, INSTALLED, OFF -> "neutral";
                    case FAILED, QUARANTINED -> "bad";
                });
        return pill;
    }

    /** The module's own words where it has some, else the records that it brings. */
    private Paragraph about(Modules.Module module) {
        String key = "module." + module.id() + ".about";
        String types = context.types().all().stream()
                .filter(type -> type.module().equals(module.id()))
                .map(RecordType::name)
                .map(type -> context.messages().many(context.locale(), type))
                .collect(Collectors.joining(", "));
        Paragraph about = new Paragraph(
                context.messages().has(context.locale(), key)
                        ? context.text(key)
                        : types.isEmpty() ? context.text("store.about." + module.kind()) : types);
        about.addClassNames("muted", "module-about");
        return about;
    }

    /** One line on how it behaves: calls, errors, slow questions, time. */
    private Paragraph health(ModuleHealth health) {
        Paragraph line = new Paragraph(context.text(
                health.paused() ? "store.health.paused" : "store.health",
                health.calls(),
                health.errors(),
                health.slowStatements(),
                health.time().toMillis()));
        line.addClassNames("faint", "small");
        if (health.lastError() != null) {
            line.getElement().setAttribute("title", health.lastError());
        }
        return line;
    }

    private Div buttons(Modules.Module module, BiConsumer<Modules.Module, Modules.Action> onAction) {
        Div buttons = new Div();
        buttons.addClassName("row");
        for (Modules.Action action : offered(module)) {
            Button button = new Button(
                    context.text("store." + PlanWords.of(action) + ".go"), event -> onAction.accept(module, action));
            if (action == Modules.Action.INSTALL || action == Modules.Action.ON) {
                button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            }
            if (action == Modules.Action.PURGE) {
                button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
            }
            buttons.add(button);
        }
        return buttons;
    }

    private static List<Modules.Action> offered(Modules.Module module) {
        List<Modules.Action> actions = new ArrayList<>();
        switch (module.state()) {
            case AVAILABLE -> actions.add(Modules.Action.INSTALL);
            case OFF, QUARANTINED -> actions.add(Modules.Action.ON);
            case INSTALLED, RUNNING, FAILED -> actions.add(Modules.Action.OFF);
        }
        if (module.state() != Modules.State.AVAILABLE) {
            if (!module.previousVersions().isEmpty()) {
                actions.add(Modules.Action.ROLLBACK);
            }
            actions.add(Modules.Action.UNINSTALL);
            actions.add(Modules.Action.PURGE);
        }
        return actions;
    }
}

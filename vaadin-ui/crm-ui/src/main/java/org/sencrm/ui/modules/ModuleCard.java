package org.sencrm.ui.modules;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
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

    private Div buttons(Modules.Module module, BiConsumer<Modules.Module, Modules.Action> onAction) {
        Div buttons = new Div();
        buttons.addClassName("row");
        if (module.state() == Modules.State.AVAILABLE) {
            Button install = new Button(
                    context.text("store.install.go"), event -> onAction.accept(module, Modules.Action.INSTALL));
            install.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            buttons.add(install);
        }
        if (module.state() != Modules.State.AVAILABLE) {
            buttons.add(new Button(
                    context.text("store.uninstall.go"), event -> onAction.accept(module, Modules.Action.UNINSTALL)));
        }
        return buttons;
    }
}

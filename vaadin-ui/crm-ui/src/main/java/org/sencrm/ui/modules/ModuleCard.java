package org.sencrm.ui.modules;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.sencrm.api.guard.ModuleHealth;
import org.sencrm.api.module.Modules;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;

/** One module: what it adds, who made it, its version, how it stands, and what can be done with it. */
final class ModuleCard extends Article {

    private static final long serialVersionUID = 1L;

    static final String PLATFORM = "platform";

    private final transient HostContext context;

    /** @param onDone called when an operation has ended, well or not */
    ModuleCard(HostContext context, Modules.Module module, Runnable onDone) {
        this.context = context;
        addClassNames("card", "pad", "module-card");
        getElement().setAttribute("aria-label", module.label());
        add(head(module), about(module));
        if (module.error() != null) {
            Div error = new Div(new Span(module.error()));
            error.addClassNames("banner", "bad");
            add(error);
        }
        module.notices().forEach(notice -> add(notice(notice)));
        context.services()
                .health(module.id())
                .map(health -> health(context, health))
                .ifPresent(this::add);
        ModuleButtons buttons = new ModuleButtons(context, module, false, onDone);
        if (buttons.getComponentCount() > 0) {
            add(buttons);
        }
    }

    /** What an administrator has to know although the module stands as it should. */
    static Div notice(String words) {
        Div notice = new Div(new Span(words));
        notice.addClassNames("banner", "warn");
        return notice;
    }

    private Div head(Modules.Module module) {
        Anchor link = new Anchor(Addresses.module(module.id()), module.label());
        link.getElement().setAttribute("router-link", true);
        H2 name = new H2(link);
        name.addClassName("cut");
        Div words = new Div(name, made(module));
        words.addClassName("grow");
        Div head = new Div(new ModuleIcon(context, module), words, state(context, module));
        head.addClassNames("row", "tight");
        return head;
    }

    private static Div made(Modules.Module module) {
        String by = module.vendor() == null ? "" : " · " + module.vendor();
        Div made = new Div(new Span(module.id() + " " + module.version() + by));
        made.getElement().setAttribute("title", made.getElement().getTextRecursively());
        made.addClassNames("faint", "small", "cut");
        return made;
    }

    /** How the module stands, or that there is a newer version of it. */
    static Span state(HostContext context, Modules.Module module) {
        boolean news = module.update() != null && module.state() == Modules.State.RUNNING;
        Span pill = new Span(
                news
                        ? context.text("store.state.update", module.update())
                        : context.text("store.state." + module.state().name().toLowerCase(Locale.ROOT)));
        pill.addClassNames(
                "pill",
                switch (module.state()) {
                    case RUNNING -> news ? "info" : "good";
                    case AVAILABLE, INSTALLED, OFF -> "neutral";
                    case FAILED, QUARANTINED -> "bad";
                });
        return pill;
    }

    private Paragraph about(Modules.Module module) {
        Paragraph about = new Paragraph(
                module.description().isEmpty() ? context.text("store.about." + module.kind()) : module.description());
        about.addClassNames("muted", "module-about");
        return about;
    }

    /** One line on how it behaves: calls, errors, slow questions, time. */
    static Paragraph health(HostContext context, ModuleHealth health) {
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
}

package org.sencrm.ui.modules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteParameters;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.module.ModuleDetails;
import org.sencrm.api.module.ModuleUse;
import org.sencrm.api.module.Modules;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.host.HostServices;
import org.sencrm.ui.view.View;

/** All about one module. Follows every change while open. Only for administrators. */
public final class ModuleView extends View {

    private static final long serialVersionUID = 1L;

    private final Div content = new Div();
    private String module = "";
    /** What is in sight, roles left out; null for nothing. */
    private transient List<Object> shown;

    private RoleSwitches roles;

    /** Null where the module is not there, or not one. */
    private UseFacts use;

    public ModuleView(HostServices services, HostContext context) {
        super(services, context);
        addClassName("module-page");
        Anchor back = new Anchor(Addresses.MODULES, "← " + text("nav.modules"));
        back.getElement().setAttribute("router-link", true);
        back.addClassName("muted");
        add(back, content);
        context.whenModulesChanged(this, this::load);
    }

    @Override
    protected boolean isThere(RouteParameters address) {
        return services().modules().isPresent() && context().isAdministrator();
    }

    @Override
    protected boolean isInstalled(RouteParameters address) {
        return services().modules().isPresent();
    }

    @Override
    protected void show(RouteParameters address, Location place) {
        String asked = address.get("id").orElse("");
        if (!asked.equals(module)) {
            module = asked;
            forget();
        }
        title(module);
        load();
    }

    private void load() {
        if (!isThere(RouteParameters.empty()) || module.isEmpty()) {
            return;
        }
        Caller caller = context().caller();
        String asked = module;
        context()
                .background(
                        () -> {
                            Modules modules = ModulesView.modules(context());
                            return new Known(modules.details(caller, asked), UseFacts.find(modules.use(caller), asked));
                        },
                        known -> {
                            if (asked.equals(module)) {
                                show(known.details());
                                showUse(known.use());
                            }
                        },
                        this::notThere);
    }

    private record Known(ModuleDetails details, Optional<ModuleUse> use) {}

    private void showUse(Optional<ModuleUse> taken) {
        if (use != null) {
            taken.ifPresent(now -> use.show(now, services().health(module)));
        }
    }

    private void notThere(Throwable failure) {
        if (!(failure instanceof NotFound)) {
            context().report(failure);
            return;
        }
        forget();
        Paragraph words = new Paragraph(failure.getMessage());
        words.addClassNames("card", "pad");
        content.add(words);
    }

    private void forget() {
        content.removeAll();
        shown = null;
        roles = null;
        use = null;
    }

    /** What is fine stays as it is: whoever works with the keyboard keeps their place. */
    private void show(ModuleDetails details) {
        title(details.module().label());
        List<Object> now = Arrays.asList(
                details.module(),
                details.signer(),
                details.permissions(),
                details.neededBy(),
                details.tables(),
                details.refusal());
        if (now.equals(shown)) {
            if (roles != null) {
                roles.follow(details.offFor());
            }
            return;
        }
        forget();
        shown = now;
        content.add(head(details));
        addProblems(details);
        Div main = new Div();
        main.addClassName("stack");
        addMain(main, details);
        Div aside = new Div();
        aside.addClassName("stack");
        addAside(aside, details);
        Div columns = new Div(main, aside);
        columns.addClassName("module-columns");
        content.add(columns);
    }

    private Header head(ModuleDetails details) {
        Modules.Module told = details.module();
        boolean holdsData =
                told.state() != Modules.State.AVAILABLE || !details.tables().isEmpty();
        Span facts = new Span(told.id() + " " + told.version() + (told.vendor() == null ? "" : " · " + told.vendor()));
        facts.addClassName("muted");
        Div words = new Div(new H1(told.label()), facts);
        words.addClassName("grow");
        Div who = new Div(new ModuleIcon(context(), told), words, ModuleCard.state(context(), told));
        who.addClassNames("row", "tight");
        return new Header(who, new ModuleButtons(context(), told, holdsData, this::load));
    }

    private void addProblems(ModuleDetails details) {
        for (String problem : new String[] {details.module().error(), details.refusal()}) {
            if (problem != null) {
                Div banner = new Div(new Span(problem));
                banner.addClassNames("banner", "bad");
                banner.getElement().setAttribute("role", "alert");
                content.add(banner);
            }
        }
        details.module().notices().forEach(notice -> content.add(ModuleCard.notice(notice)));
    }

    private void addMain(Div main, ModuleDetails details) {
        Modules.Module told = details.module();
        Section about = card("store.about");
        about.add(
                new Paragraph(told.description().isEmpty() ? text("store.about." + told.kind()) : told.description()));
        if (!details.screenshots().isEmpty()) {
            about.add(new Gallery(context(), told.id(), details.screenshots()));
        }
        main.add(about);
        if (!details.changes().isBlank()) {
            main.add(card("store.changes", new PlainMarkdown(details.changes())));
        }
        if (!ModuleCard.PLATFORM.equals(told.kind())) {
            main.add(card("store.tab.journal", new JournalTable(context(), told.id(), UnaryOperator.identity())));
        }
    }

    private void addAside(Div aside, ModuleDetails details) {
        DetailFacts facts = new DetailFacts(context(), details);
        if (!ModuleCard.PLATFORM.equals(details.module().kind())) {
            aside.add(card("store.made", facts.made()), card("store.uses", facts.uses()));
        }
        if (details.module().state() != Modules.State.AVAILABLE
                && !ModuleCard.PLATFORM.equals(details.module().kind())) {
            roles = new RoleSwitches(context(), details);
            aside.add(card("store.roles", roles));
        }
        if (roles != null) {
            use = new UseFacts(context(), this::load);
            aside.add(card("store.use", use));
        }
        aside.add(card("store.technical", facts.technical()));
        services()
                .health(details.module().id())
                .ifPresent(health -> aside.add(card("store.healthTitle", ModuleCard.health(context(), health))));
    }

    private Section card(String title, Component... parts) {
        Section card = new Section(new H2(text(title)));
        card.addClassNames("card", "pad", "stack");
        card.getElement().setAttribute("aria-label", text(title));
        card.add(parts);
        return card;
    }
}

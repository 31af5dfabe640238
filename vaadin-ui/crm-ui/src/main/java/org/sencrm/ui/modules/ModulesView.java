package org.sencrm.ui.modules;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteParameters;
import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.module.Modules;
import org.sencrm.api.search.Folding;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.host.HostServices;
import org.sencrm.ui.look.Icons;
import org.sencrm.ui.view.View;

/** What is installed and what could be; follows every change while it is open. Only for administrators. */
public final class ModulesView extends View {

    private static final long serialVersionUID = 1L;

    private final Span numbers = new Span();
    private final TextField search = new TextField();
    private final Div areas = new Div();
    private final Div platform = new Div();
    private final H2 platformTitle = new H2();
    private transient List<Modules.Module> modules = List.of();

    public ModulesView(HostServices services, HostContext context) {
        super(services, context);
        addClassName("modules");
        areas.addClassName("grid3");
        platform.addClassName("grid3");
        platformTitle.setText(text("store.platform"));
        add(head(), areas, platformTitle, platform);
        context.whenModulesChanged(this, this::load);
    }

    static Modules modules(HostContext context) {
        return context.services().modules().orElseThrow(() -> new Unavailable(context.text("store.unavailable")));
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
        title(text("nav.modules"));
        load();
    }

    private Div head() {
        H1 heading = new H1(text("nav.modules"));
        numbers.addClassName("muted");
        Span space = new Span();
        space.addClassName("grow");
        search.setPlaceholder(text("store.search"));
        search.getElement().setAttribute("aria-label", text("store.search"));
        search.setPrefixComponent(Icons.icon("search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(event -> refresh());
        Div head = new Div(heading, numbers, space, search);
        head.addClassName("toolbar");
        return head;
    }

    private void load() {
        if (!isThere(RouteParameters.empty())) {
            return;
        }
        Caller caller = context().caller();
        context().background(() -> modules(context()).list(caller), found -> {
            modules = found;
            refresh();
        });
    }

    private void refresh() {
        areas.removeAll();
        platform.removeAll();
        for (Modules.Module module : modules) {
            if (isSearched(module)) {
                (isPlatform(module) ? platform : areas).add(new ModuleCard(context(), module, this::plan));
            }
        }
        platformTitle.setVisible(platform.getComponentCount() > 0);
        if (areas.getComponentCount() == 0) {
            areas.add(new Paragraph(text("store.nothing")));
        }
        numbers.setText(text(
                "store.numbers",
                count(Modules.State.RUNNING),
                count(Modules.State.AVAILABLE),
                count(Modules.State.FAILED) + count(Modules.State.QUARANTINED)));
    }

    private void plan(Modules.Module module, Modules.Action action) {
        Caller caller = context().caller();
        context()
                .background(
                        () -> modules(context()).plan(caller, module.id(), action),
                        plan -> new PlanDialog(context(), module, plan, this::load).open());
    }

    private boolean isSearched(Modules.Module module) {
        return Folding.fold(module.label() + " " + module.id()).contains(Folding.fold(search.getValue()));
    }

    private long count(Modules.State state) {
        return modules.stream()
                .filter(module -> module.state() == state && !isPlatform(module))
                .count();
    }

    private static boolean isPlatform(Modules.Module module) {
        return ModuleCard.PLATFORM.equals(module.kind());
    }
}

package org.sencrm.ui.modules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteParameters;
import java.util.List;
import java.util.function.Predicate;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.module.Modules;
import org.sencrm.api.module.Modules.State;
import org.sencrm.api.search.Folding;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.host.HostServices;
import org.sencrm.ui.look.Icons;
import org.sencrm.ui.view.View;

/** What is installed and what could be, and where it comes from; follows every change while open. Only for administrators. */
public final class ModulesView extends View {

    private static final long serialVersionUID = 1L;

    private final Span numbers = new Span();
    private final TextField search = new TextField();
    private final Nav tabs = new Nav();
    private final Div areas = new Div();
    private final Div platform = new Div();
    private final H2 platformTitle = new H2();
    private final Div other = new Div();
    private transient List<Modules.Module> modules = List.of();
    private Shown shown = Shown.ALL;

    public ModulesView(HostServices services, HostContext context) {
        super(services, context);
        addClassName("modules");
        areas.addClassName("grid3");
        platform.addClassName("grid3");
        platformTitle.setText(text("store.platform"));
        tabs.addClassName("tabs");
        tabs.getElement().setAttribute("aria-label", text("store.tabs"));
        add(head(), tabs, areas, platformTitle, platform, other);
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
        List<String> asked = place.getQueryParameters().getParameters().getOrDefault(Shown.PARAMETER, List.of());
        shown = Shown.of(asked.isEmpty() ? "" : asked.get(0));
        showOther();
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
        Button upload = new Button(
                text("store.upload"), Icons.icon("upload"), event -> new UploadDialog(context(), this::load).open());
        Div head = new Div(heading, numbers, space, search, upload);
        head.addClassName("toolbar");
        return head;
    }

    private void showTabs() {
        tabs.removeAll();
        for (Shown tab : Shown.values()) {
            long count = count(tab::has);
            Anchor link = new Anchor(
                    Addresses.MODULES + (tab == Shown.ALL ? "" : "?" + Shown.PARAMETER + "=" + tab.word()),
                    text("store.tab." + tab.word()) + (tab.isList() && tab != Shown.ALL ? " " + count : ""));
            link.getElement().setAttribute("router-link", true);
            if (tab == shown) {
                link.getElement().setAttribute("aria-current", "page");
            }
            tabs.add(link);
        }
    }

    private void showOther() {
        other.removeAll();
        search.setVisible(shown.isList());
        if (shown == Shown.JOURNAL) {
            other.add(new JournalTable(context(), null, this::labelOf));
        } else if (shown == Shown.SOURCES) {
            other.add(new SourcesPanel(context()));
        }
    }

    private String labelOf(String module) {
        return modules.stream()
                .filter(known -> known.id().equals(module))
                .map(Modules.Module::label)
                .findFirst()
                .orElse(module);
    }

    private void load() {
        if (!isThere(RouteParameters.empty())) {
            return;
        }
        Caller caller = context().caller();
        context().background(() -> modules(context()).list(caller), found -> {
            boolean first = modules.isEmpty();
            modules = found;
            refresh();
            if (first && shown == Shown.JOURNAL) {
                // now the modules have names
                showOther();
            }
        });
    }

    private void refresh() {
        areas.removeAll();
        platform.removeAll();
        for (Modules.Module module : modules) {
            if (shown.has(module) && isSearched(module)) {
                (isPlatform(module) ? platform : areas).add(new ModuleCard(context(), module, this::load));
            }
        }
        platformTitle.setVisible(platform.getComponentCount() > 0);
        if (shown.isList() && areas.getComponentCount() == 0) {
            areas.add(nothing());
        }
        numbers.setText(text(
                "store.numbers",
                count(module -> module.state() == State.RUNNING),
                count(module -> module.state() == State.OFF),
                count(Shown.UPDATES::has),
                count(Shown.PROBLEMS::has)));
        showTabs();
    }

    private Component nothing() {
        boolean searched = !search.isEmpty();
        Paragraph nothing = new Paragraph(text(searched ? "store.nothing" : "store.nothing." + shown.word()));
        nothing.addClassName("muted");
        return nothing;
    }

    private boolean isSearched(Modules.Module module) {
        String vendor = module.vendor() == null ? "" : module.vendor();
        String words = String.join(" ", module.label(), module.id(), vendor, module.description());
        return Folding.fold(words).contains(Folding.fold(search.getValue()));
    }

    private long count(Predicate<Modules.Module> counted) {
        return modules.stream()
                .filter(module -> !isPlatform(module))
                .filter(counted)
                .count();
    }

    private static boolean isPlatform(Modules.Module module) {
        return ModuleCard.PLATFORM.equals(module.kind());
    }
}

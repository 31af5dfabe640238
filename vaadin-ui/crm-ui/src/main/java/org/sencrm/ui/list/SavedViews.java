package org.sencrm.ui.list;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Rsql;
import org.sencrm.ui.api.StandardView;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;
import org.sencrm.ui.record.Favourites;

/** The ways to look at a type as tabs: those that modules bring along, one's own, and those shared by others. */
final class SavedViews extends Div {

    private static final long serialVersionUID = 1L;

    static final String TYPE = "views";
    private static final int MOST = 50;
    private static final ListState OWN = ListState.ALL.filtered(Favourites.FILTER);

    private final transient HostContext context;
    private final transient RecordType type;
    private final String kind;
    private final transient Consumer<ListState> onChange;
    private final Tabs tabs = new Tabs();
    private final Tab all;
    /** The favourites of whoever looks. */
    private final Tab own;

    private transient volatile Set<Long> favourites = Set.of();
    private final transient Map<Tab, StandardView> standard = new LinkedHashMap<>();
    private final transient Map<Tab, RecordData> saved = new LinkedHashMap<>();
    private final Button menu = new Button(Icons.icon("dots"));
    /** What only the owner of a view may do with it. */
    private final List<MenuItem> changing = new ArrayList<>();

    private transient ListState state = ListState.ALL;

    /** @param kind {@code list}, {@code board} or {@code calendar} */
    SavedViews(HostContext context, RecordType type, String kind, Consumer<ListState> onChange) {
        this.context = context;
        this.type = type;
        this.kind = kind;
        this.onChange = onChange;
        this.all = new Tab(context.text("list.all"));
        this.own = new Tab(context.text("favourite.mine"));
        addClassNames("row", "tight", "saved-views");
        tabs.getElement().setAttribute("aria-label", context.text("list.savedViews"));
        tabs.addSelectedChangeListener(event -> {
            if (event.isFromClient()) {
                open(event.getSelectedTab());
            }
        });
        add(tabs);
        if (context.may(Right.CREATE, TYPE)) {
            Button save = new Button(context.text("list.saveView"), event -> save());
            save.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            save.addClassName("hide-s");
            add(save);
        }
        if ("list".equals(kind)) {
            context.offers()
                    .standardViews(type.name())
                    .forEach(view ->
                            standard.put(new Tab(context.text(view.content().label())), view.content()));
        }
        lay();
        configureMenu();
        context.whenChanged(this, TYPE, this::load);
        load();
    }

    private ListState shownBy(StandardView view) {
        return new ListState(view.filter(context), view.sort(), "", "", view.columns(), view.groupBy(), "");
    }

    /** Whether that is what the view shows; what it filters by is asked only where the rest is so. */
    private boolean isShownBy(StandardView view) {
        try {
            return !state.equals(ListState.ALL)
                    && state.by().equals(view.groupBy())
                    && state.sort().equals(view.sort())
                    && state.equals(shownBy(view));
        } catch (Fault broken) {
            return false;
        }
    }

    /** Puts the tabs in their order. */
    private void lay() {
        tabs.removeAll();
        tabs.add(all, own);
        standard.keySet().forEach(tabs::add);
        saved.keySet().forEach(tabs::add);
    }

    void show(ListState shown) {
        state = shown;
        mark();
    }

    private void load() {
        if (!context.may(Right.READ, TYPE)) {
            return;
        }
        Caller caller = context.caller();
        String mine = Rsql.equal("owner", caller.userId());
        Query query = Query.of(TYPE)
                .where(Rsql.equal("type", type.name()))
                .where(Rsql.equal("kind", kind))
                .where("(scope!=private," + mine + ")")
                .sortedBy("name")
                .limitedTo(MOST);
        Records records = context.records();
        context.background(
                () -> favouritesFirst(records.list(caller, query).items(), new Favourites(records, caller).of(TYPE)),
                this::fill);
    }

    private List<RecordData> favouritesFirst(List<RecordData> views, Set<Long> marked) {
        favourites = marked;
        return Stream.concat(
                        views.stream().filter(view -> marked.contains(view.id())),
                        views.stream().filter(view -> !marked.contains(view.id())))
                .toList();
    }

    private void fill(List<RecordData> views) {
        saved.clear();
        for (RecordData view : views) {
            Tab tab = new Tab((favourites.contains(view.id()) ? "★ " : "") + view.text("name"));
            saved.put(tab, view);
        }
        lay();
        mark();
    }

    /** Chooses the tab of the view in the address. */
    private void mark() {
        Tab chosen = saved.entrySet().stream()
                .filter(entry -> Long.toString(entry.getValue().id()).equals(state.view()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(this::unsaved);
        tabs.setSelectedTab(chosen);
        RecordData view = saved.get(chosen);
        menu.setVisible(view != null);
        boolean mine = view != null && isMine(view);
        changing.forEach(item -> item.setVisible(mine));
    }

    /** The tab of what no saved view shows. */
    private Tab unsaved() {
        return standard.entrySet().stream()
                .filter(entry -> isShownBy(entry.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(OWN.filter().equals(state.filter()) ? own : all);
    }

    private boolean isMine(RecordData view) {
        Reference owner = view.reference("owner");
        return owner != null && owner.id() == context.caller().userId();
    }

    private void open(Tab tab) {
        RecordData view = saved.get(tab);
        if (view != null) {
            onChange.accept(stateOf(view));
        } else if (standard.containsKey(tab)) {
            openStandard(standard.get(tab));
        } else {
            onChange.accept(tab == own ? OWN : ListState.ALL);
        }
    }

    private void openStandard(StandardView view) {
        try {
            onChange.accept(shownBy(view));
        } catch (Fault broken) {
            context.report(broken);
        }
    }

    private static ListState stateOf(RecordData view) {
        return new ListState(
                orEmpty(view.text("filter")),
                orEmpty(view.text("sort")),
                "",
                Long.toString(view.id()),
                ListState.names(orEmpty(view.text("columns"))),
                orEmpty(view.text("groupBy")),
                "");
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private void save() {
        new SaveViewDialog(context, type, kind, state, view -> onChange.accept(stateOf(view))).open();
    }

    private void configureMenu() {
        menu.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        menu.getElement().setAttribute("aria-label", context.text("list.viewMenu"));
        menu.setVisible(false);
        ContextMenu items = new ContextMenu(menu);
        items.setOpenOnClick(true);
        items.addItem(context.text("favourite.view"), event -> star());
        changing.add(items.addItem(context.text("list.updateView"), event -> update()));
        changing.add(items.addItem(context.text("list.deleteView"), event -> delete()));
        add(menu);
    }

    /** Moves the view to the front, or back into the row. */
    private void star() {
        RecordData view = saved.get(tabs.getSelectedTab());
        try {
            new Favourites(context.records(), context.caller()).set(TYPE, view.id(), !favourites.contains(view.id()));
            load();
        } catch (Fault refused) {
            context.report(refused);
        }
    }

    private void update() {
        RecordData view = saved.get(tabs.getSelectedTab());
        try {
            context.records().update(context.caller(), TYPE, view.id(), view.version(), SaveViewDialog.patch(state));
            context.inform(context.text("list.viewSaved", view.text("name")));
        } catch (Fault refused) {
            context.report(refused);
        }
    }

    private void delete() {
        RecordData view = saved.get(tabs.getSelectedTab());
        Caller caller = context.caller();
        try {
            context.records().delete(caller, TYPE, view.id(), view.version());
            context.informWithUndo(
                    context.text("list.viewDeleted", view.text("name")),
                    () -> context.records().restore(caller, TYPE, view.id()));
            onChange.accept(ListState.ALL);
        } catch (Fault refused) {
            context.report(refused);
        }
    }
}

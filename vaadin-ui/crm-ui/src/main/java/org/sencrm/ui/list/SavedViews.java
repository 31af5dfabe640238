package org.sencrm.ui.list;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Rsql;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;

/** The saved ways to look at a type as tabs: one's own and those shared by others. */
final class SavedViews extends Div {

    private static final long serialVersionUID = 1L;

    static final String TYPE = "views";
    private static final int MOST = 50;

    private final transient HostContext context;
    private final transient RecordType type;
    private final String kind;
    private final transient Consumer<ListState> onChange;
    private final Tabs tabs = new Tabs();
    private final Tab all;
    private final transient Map<Tab, RecordData> saved = new LinkedHashMap<>();
    private final Button menu = new Button(Icons.icon("dots"));
    private transient ListState state = ListState.ALL;

    /** @param kind {@code list} or {@code board} */
    SavedViews(HostContext context, RecordType type, String kind, Consumer<ListState> onChange) {
        this.context = context;
        this.type = type;
        this.kind = kind;
        this.onChange = onChange;
        this.all = new Tab(context.text("list.all"));
        addClassNames("row", "tight", "saved-views", "none");
        tabs.add(all);
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
        configureMenu();
        context.whenChanged(this, TYPE, this::load);
        load();
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
        context.background(() -> context.records().list(caller, query).items(), this::fill);
    }

    private void fill(List<RecordData> views) {
        tabs.removeAll();
        setClassName("none", views.isEmpty());
        saved.clear();
        tabs.add(all);
        for (RecordData view : views) {
            Tab tab = new Tab(view.text("name"));
            saved.put(tab, view);
            tabs.add(tab);
        }
        mark();
    }

    /** Chooses the tab of the view in the address. */
    private void mark() {
        Tab chosen = saved.entrySet().stream()
                .filter(entry -> Long.toString(entry.getValue().id()).equals(state.view()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(all);
        tabs.setSelectedTab(chosen);
        RecordData view = saved.get(chosen);
        menu.setVisible(view != null && isMine(view));
    }

    private boolean isMine(RecordData view) {
        Reference owner = view.reference("owner");
        return owner != null && owner.id() == context.caller().userId();
    }

    private void open(Tab tab) {
        RecordData view = saved.get(tab);
        onChange.accept(view == null ? ListState.ALL : stateOf(view));
    }

    private static ListState stateOf(RecordData view) {
        return new ListState(
                orEmpty(view.text("filter")),
                orEmpty(view.text("sort")),
                "",
                Long.toString(view.id()),
                ListState.names(orEmpty(view.text("columns"))));
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
        items.addItem(context.text("list.updateView"), event -> update());
        items.addItem(context.text("list.deleteView"), event -> delete());
        add(menu);
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

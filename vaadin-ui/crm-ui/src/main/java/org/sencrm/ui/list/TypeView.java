package org.sencrm.ui.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteParameters;
import java.util.List;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Records;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.host.HostServices;
import org.sencrm.ui.record.QuickForm;
import org.sencrm.ui.total.CompanyTotal;
import org.sencrm.ui.view.View;

/** A page about many records of one type: title, saved views, search and filter above the way they are shown. */
public abstract class TypeView extends View {

    private static final long serialVersionUID = 1L;

    private final String kind;
    private transient RecordType type;
    private transient ListState state = ListState.ALL;
    private ListHeader header;
    private SavedViews savedViews;
    private FilterBar filters;

    /** @param kind of the saved views of this page: {@code list}, {@code board} or {@code calendar} */
    protected TypeView(HostServices services, HostContext context, String kind) {
        super(services, context);
        this.kind = kind;
        addClassName("type-view");
    }

    /** Address of this way to look at the type. */
    protected abstract String address(String typeName);

    /** What stands below the filter, made anew when the type changes. Shows nothing yet. */
    protected abstract Component createBody(FilterBar bar);

    /** Shows the records of the present state. */
    protected abstract void showRecords();

    @Override
    protected final void show(RouteParameters address, Location place) {
        RecordType named = context().types().get(address.get("type").orElseThrow());
        if (type == null || isOther(named)) {
            type = named;
            build();
        }
        title(context().messages().many(context().locale(), type.name()));
        apply(ListState.of(place));
    }

    private boolean isOther(RecordType named) {
        return !named.name().equals(type.name()) || !named.fields().equals(type.fields());
    }

    private void build() {
        removeAll();
        Runnable create = context().may(Right.CREATE, type.name()) ? this::create : null;
        header = new ListHeader(context(), type, address(type.name()), this::shownQuery, create);
        savedViews = new SavedViews(context(), type, kind, this::go);
        filters = new FilterBar(context(), this::go, this::follow);
        Div body = new Div(createBody(filters));
        body.addClassName("type-body");
        add(header, savedViews, filters, body);
        context().whenChanged(body, type.name(), this::recordsChanged);
    }

    private void apply(ListState shown) {
        state = shown;
        header.show(state);
        savedViews.show(state);
        filters.show(type, state);
        refresh();
        countCompany();
    }

    /** Told that records of the type have changed, by whomever. */
    protected void recordsChanged() {
        refresh();
    }

    /** Reads the records and their number again. */
    protected final void refresh() {
        showRecords();
        count();
    }

    private void count() {
        Caller caller = context().caller();
        Query asked = shownQuery();
        context()
                .background(
                        () -> context().records().countUpTo(caller, asked, ListCount.MOST),
                        number -> {
                            if (type != null && asked.equals(shownQuery())) {
                                counted(number);
                            }
                        },
                        unknown -> counted(null));
    }

    /** Not with each change of a record: it counts the whole table. */
    private void countCompany() {
        Caller caller = context().caller();
        Records records = context().records();
        Query asked = shownQuery();
        context().background(() -> CompanyTotal.of(records, caller, asked, null, List.of("count")), company -> {
            if (type != null && asked.equals(shownQuery())) {
                header.company(company);
            }
        });
    }

    /** Told how many records there are in all. @param number as {@link ListCount} takes it; null where that could not be found out */
    protected void counted(Long number) {
        header.count(number);
    }

    protected final RecordType type() {
        return type;
    }

    protected final ListState state() {
        return state;
    }

    /** The question for what is shown. */
    protected final Query query() {
        return state.query(type.name());
    }

    /** The question for exactly what is shown, fields included: what a file of it holds. */
    protected Query shownQuery() {
        return query();
    }

    /** Shows another state, as a step that the browser's back button takes back. */
    protected final void go(ListState next) {
        UI.getCurrent().navigate(address(type.name()), next.parameters());
    }

    /** Shows another state in the same step. */
    protected final void follow(ListState next) {
        Location place = new Location(address(type.name()), next.parameters());
        UI.getCurrent().getPage().getHistory().replaceState(null, place);
        apply(next);
    }

    /** Opens a form for a new record beside the list. */
    protected final void create() {
        QuickForm.create(context(), type, Map.of(), saved -> {
            context().inform(text("record.created", context().format(saved.get(type.labelField()))));
            refresh();
        });
    }

    @Override
    public boolean keyPressed(String key) {
        if ("c".equals(key) && type != null && context().may(Right.CREATE, type.name())) {
            create();
            return true;
        }
        return false;
    }

    /** A list shows the fields that its type has now; a form that is open beside it stays as it is. */
    @Override
    protected void modulesChanged() {
        RecordType now =
                type == null ? null : context().types().find(type.name()).orElse(null);
        if (now != null && isOther(now)) {
            type = now;
            build();
            apply(state);
        }
    }

    /** Keeps nothing of a module that has gone. */
    @Override
    protected void setAside() {
        type = null;
        removeAll();
    }
}

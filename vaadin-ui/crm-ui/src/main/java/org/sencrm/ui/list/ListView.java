package org.sencrm.ui.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.sencrm.api.access.Right;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.Query;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.host.HostServices;
import org.sencrm.ui.look.Icons;
import org.sencrm.ui.record.QuickForm;
import org.sencrm.ui.record.QuickView;

/** The records of a type as rows, at {@code /ui/<type>}. */
public final class ListView extends TypeView {

    private static final long serialVersionUID = 1L;

    private final Div noticePlace = new Div();
    private ListColumns possible;
    private transient List<Field> columns = List.of();
    private final Paragraph keys = new Paragraph();
    private RecordGrid grid;
    private BulkBar bulk;
    private QuickView quick;
    private boolean narrow;

    public ListView(HostServices services, HostContext context) {
        super(services, context, "list");
        NarrowPage.follow(this, this::adapt);
    }

    @Override
    protected String address(String typeName) {
        return Addresses.list(typeName);
    }

    @Override
    protected Component createBody(FilterBar bar) {
        possible = new ListColumns(
                type(), services().access().hiddenFields(context().caller(), type().name()));
        columns = List.of();
        bulk = new BulkBar(context(), type(), this::query, () -> grid.deselectAll());
        grid = new RecordGrid(context(), type(), order -> go(state().sorted(order)), bulk::show);
        bar.add(
                button("sort.button", "sort", this::chooseOrder),
                button("list.columns", "columns", this::chooseColumns));
        keys.setText(text("list.keys"));
        keys.addClassNames("faint", "hide-s", "list-keys");
        quick = new QuickView(context(), type());
        Div body = new Div(bulk, noticePlace, grid, keys, quick);
        quick.follow(body);
        body.addClassName("list-body");
        return body;
    }

    private Button button(String key, String icon, Runnable work) {
        Button button = new Button(text(key), Icons.icon(icon), event -> work.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.addClassName("hide-s");
        return button;
    }

    private void chooseOrder() {
        List<Field> sortable =
                possible.possible().stream().filter(ListColumns::isSortable).toList();
        new SortDialog(context(), type(), sortable, state(), order -> go(state().sorted(order))).open();
    }

    private void chooseColumns() {
        new ColumnChooser(context(), type(), columns, possible.possible(), names -> go(state().showing(names))).open();
    }

    private void adapt(boolean phone) {
        narrow = phone;
        if (type() != null && !columns.isEmpty()) {
            grid.configureColumns(columns, narrow);
            refresh();
        }
    }

    @Override
    protected void showRecords() {
        List<Field> chosen = possible.chosen(state().columns());
        if (!chosen.equals(columns)) {
            columns = chosen;
            grid.configureColumns(columns, narrow);
        }
        grid.showSort(state().sortFields());
        try {
            Query shown = query().reading(columns.stream().map(Field::name).toList());
            notice(grid.show(shown) ? null : nothing());
        } catch (Fault unreadable) {
            notice(NothingHere.because(context(), type(), unreadable.getMessage(), () -> go(ListState.ALL)));
        }
    }

    private Component nothing() {
        Runnable create = context().may(Right.CREATE, type().name()) ? this::create : null;
        return state().isNarrowed()
                ? NothingHere.fitting(context(), type(), state(), this::go)
                : NothingHere.yet(context(), type(), create);
    }

    private void notice(Component instead) {
        noticePlace.removeAll();
        grid.setVisible(instead == null);
        keys.setVisible(instead == null);
        if (instead != null) {
            noticePlace.add(instead);
        }
    }

    @Override
    protected void counted(Long number) {
        super.counted(number);
        grid.expect(number);
        bulk.total(number);
    }

    @Override
    public boolean keyPressed(String key) {
        if (type() == null) {
            return false;
        }
        switch (key) {
            case "j" -> moveOn(1);
            case "k" -> moveOn(-1);
            case "space" -> grid.whenFocused(quick::show);
            case "escape" -> quick.close();
            case "e" -> grid.whenFocused(this::edit);
            default -> {
                return super.keyPressed(key);
            }
        }
        return true;
    }

    /** Goes to another row; the record beside the list follows. */
    private void moveOn(int step) {
        quick.focusRow();
        grid.moveFocus(step);
        if (quick.isOpen()) {
            grid.whenFocused(quick::show);
        }
    }

    private void edit(long id) {
        if (context().may(Right.UPDATE, type().name())) {
            QuickForm.edit(context(), type(), id, saved -> {
                context().inform(text("record.saved"));
                refresh();
            });
        }
    }
}

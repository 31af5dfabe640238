package org.sencrm.ui.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sencrm.api.access.Right;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.ui.field.AriaName;
import org.sencrm.ui.field.FieldPart;
import org.sencrm.ui.field.FieldText;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.host.HostServices;
import org.sencrm.ui.look.Icons;
import org.sencrm.ui.record.QuickForm;
import org.sencrm.ui.record.QuickView;

/** The records of a type as rows, at {@code /ui/<type>}. */
public final class ListView extends TypeView implements RecordGrid.Listener {

    private static final long serialVersionUID = 1L;

    private final Div noticePlace = new Div();
    private ListColumns possible;
    private transient List<Field> columns = List.of();
    /** What the columns were made of. */
    private transient List<String> arrangement = List.of();

    private final Paragraph keys = new Paragraph();
    private RecordGrid grid;
    private GroupedList grouped;
    private Select<Field> groupBy;
    private BulkBar bulk;
    private QuickView quick;
    private boolean narrow;
    /** Records changed while somebody typed into a cell. */
    private boolean behind;

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
                type(),
                services().access().hiddenFields(context().caller(), type().name()),
                FieldPart.leftOut(context(), type()));
        columns = List.of();
        bulk = new BulkBar(context(), type(), this::query, () -> {
            grid.deselectAll();
            grouped.deselectAll();
        });
        grid = new RecordGrid(context(), type(), this);
        grouped = new GroupedList(context(), type(), this);
        groupBy = groupBy();
        bar.add(
                groupBy,
                button("sort.button", "sort", this::chooseOrder),
                button("list.columns", "columns", this::chooseColumns));
        keys.setText(text("list.keys"));
        keys.addClassNames("faint", "hide-s", "list-keys");
        quick = new QuickView(context(), type());
        Div body = new Div(bulk, noticePlace, grid, grouped, keys, quick);
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

    private Select<Field> groupBy() {
        FieldText words = new FieldText(context());
        Select<Field> choice = new Select<>();
        choice.setItems(
                possible.possible().stream().filter(GroupedList::canGroup).toList());
        choice.setItemLabelGenerator(
                field -> field == null ? text("group.not") : text("group.by", words.label(type(), field)));
        choice.setEmptySelectionAllowed(true);
        choice.setEmptySelectionCaption(text("group.not"));
        choice.addClassNames("group-by", "hide-s");
        AriaName.give(choice, text("group.label"));
        choice.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go(state().groupedBy(
                                event.getValue() == null ? "" : event.getValue().name()));
            }
        });
        return choice;
    }

    /** The field by which the rows are grouped; empty where they are not, or the field is none for that. */
    private Optional<Field> grouping() {
        return possible.possible().stream()
                .filter(field -> field.name().equals(state().by()))
                .filter(GroupedList::canGroup)
                .findFirst();
    }

    private void chooseOrder() {
        List<Field> sortable =
                possible.possible().stream().filter(ListColumns::isSortable).toList();
        new SortDialog(context(), type(), sortable, state(), order -> go(state().sorted(order))).open();
    }

    private void chooseColumns() {
        new ColumnChooser(
                        context(), type(), columns, possible.offered(), ListColumns.widths(arrangement), this::arrange)
                .open();
    }

    private void adapt(boolean phone) {
        narrow = phone;
        if (type() != null && !columns.isEmpty()) {
            grid.configureColumns(columns, ListColumns.widths(arrangement), narrow);
            refresh();
        }
    }

    @Override
    protected void showRecords() {
        List<String> wanted = arrangement();
        List<Field> chosen = possible.chosen(wanted);
        if (!chosen.equals(columns) || !wanted.equals(arrangement)) {
            columns = chosen;
            arrangement = wanted;
            grid.configureColumns(columns, ListColumns.widths(arrangement), narrow);
        }
        groupBy.setValue(grouping().orElse(null));
        try {
            grouping().ifPresentOrElse(this::showGroups, this::showRows);
        } catch (Fault unreadable) {
            refuse(unreadable);
        }
    }

    private void showRows() {
        grid.loadFavourites();
        grid.showSort(state().sortFields());
        notice(grid.show(shownQuery()) ? null : nothing());
    }

    private void showGroups(Field by) {
        boolean any = !context()
                .records()
                .list(context().caller(), query().reading("id").limitedTo(1))
                .items()
                .isEmpty();
        notice(any ? null : nothing());
        if (any) {
            grouped.show(
                    new GroupedList.Rows(
                            shownQuery(), by, columns, ListColumns.widths(arrangement), state().sortFields(), narrow),
                    this::refuse);
        }
    }

    private void refuse(Throwable unreadable) {
        notice(NothingHere.because(context(), type(), context().explain(unreadable), () -> go(ListState.ALL)));
    }

    /** What the address or the view says; else what the person chose for this type before. */
    private List<String> arrangement() {
        boolean said = !state().columns().isEmpty() || !state().view().isEmpty();
        return said
                ? state().columns()
                : ListState.names(context().preferences().columns(type().name()));
    }

    /** Exactly what the rows show. */
    @Override
    protected Query shownQuery() {
        return query().reading(columns.stream().map(Field::name).toList());
    }

    @Override
    public void sorted(String order) {
        go(state().sorted(order));
    }

    @Override
    public void selected(Set<RecordData> chosen) {
        bulk.show(chosen);
    }

    @Override
    public void arranged(List<String> moved) {
        List<Field> now = possible.chosen(moved);
        // where the name was dragged away from the front, the columns are drawn anew
        boolean nameFirst = ColumnChoice.of(moved.get(0)).field().equals(type().labelField());
        arrangement = moved;
        columns = nameFirst ? now : List.of();
        arrange(moved);
    }

    /** Keeps the columns: in the address, for a view to be saved with them, and for the person where there is no view. */
    private void arrange(List<String> chosen) {
        if (state().view().isEmpty()) {
            context().preferences().keepColumns(type().name(), String.join(",", chosen));
        }
        follow(state().showing(chosen));
    }

    @Override
    public void changed(RecordData record) {
        refresh();
    }

    /** What a colleague changes is not read under the hands of a person who types into a cell. */
    @Override
    protected void recordsChanged() {
        behind = grid.isEdited() || grouped.isEdited();
        if (!behind) {
            refresh();
        }
    }

    @Override
    public void edited() {
        if (behind) {
            recordsChanged();
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
        grid.setVisible(instead == null && grouping().isEmpty());
        grouped.setVisible(instead == null && grouping().isPresent());
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
            case "x" -> grid.chooseFocused();
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
            grid.whenFocused(this::showWhileOpen);
        }
    }

    /** Somebody may have closed it since the row was asked for. */
    private void showWhileOpen(long id) {
        if (quick.isOpen()) {
            quick.show(id);
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

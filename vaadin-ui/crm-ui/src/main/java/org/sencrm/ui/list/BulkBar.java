package org.sencrm.ui.list;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Set;
import java.util.function.Supplier;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.people.AddToSet;

/** What can be done with the chosen rows; there while rows are chosen. */
final class BulkBar extends Div {

    private static final long serialVersionUID = 1L;

    private static final String OWNER = "owner";

    private final transient HostContext context;
    private final transient RecordType type;
    private final transient Supplier<Query> query;
    private final transient Runnable onClear;
    private final Span number = new Span();
    private final Button all = new Button();
    private transient Set<RecordData> picked = Set.of();
    private Long total;
    private boolean everything;

    /**
     * @param query what the list shows
     * @param onClear takes the choice of rows away
     */
    BulkBar(HostContext context, RecordType type, Supplier<Query> query, Runnable onClear) {
        this.context = context;
        this.type = type;
        this.query = query;
        this.onClear = onClear;
        addClassNames("row", "bulk-bar");
        getElement().setAttribute("role", "region").setAttribute("aria-label", context.text("bulk.label"));
        number.addClassName("strong");
        number.getElement().setAttribute("aria-live", "polite");
        all.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        all.addClickListener(event -> chooseAll());
        add(number, all);
        addChanges();
        Button clear = new Button(context.text("bulk.clear"), event -> onClear.run());
        clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        add(clear);
        setVisible(false);
    }

    void show(Set<RecordData> chosen) {
        picked = chosen;
        everything = false;
        setVisible(!chosen.isEmpty());
        refresh();
    }

    /** @param count of all records that the list shows; null while it is not known */
    void total(Long count) {
        total = count;
        refresh();
    }

    private void chooseAll() {
        everything = true;
        refresh();
    }

    private void refresh() {
        number.setText(
                everything && total != null && !ListCount.isExact(total)
                        ? context.text("bulk.chosenMany", ListCount.words(context, total))
                        : context.text("bulk.chosen", everything && total != null ? total : picked.size()));
        all.setVisible(!everything && total != null && total > picked.size());
        all.setText(total == null ? "" : context.text("bulk.all", ListCount.words(context, total)));
    }

    private void addChanges() {
        if (context.may(Right.UPDATE, type.name())) {
            add(new Button(context.text("bulk.owner"), event -> change(context.text("bulk.owner"), OWNER)));
            add(new Button(context.text("bulk.field"), event -> change(context.text("bulk.field"), null)));
        }
        if (AddToSet.offered(context)) {
            add(new Button(
                    context.text("bulk.set"),
                    event -> new AddToSet(context, type.name(), selection().named(), onClear).open()));
        }
        if (context.may(Right.DELETE, type.name())) {
            Button delete = new Button(context.text("form.delete"), event -> {
                work().delete(selection());
                onClear.run();
            });
            delete.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
            add(delete);
        }
    }

    private void change(String title, String field) {
        BulkEdit edit = new BulkEdit(context, type, title, patch -> {
            work().change(selection(), patch);
            onClear.run();
        });
        (field == null ? edit : edit.choosing(field)).open();
    }

    private BulkWork work() {
        return new BulkWork(context, type, getUI().orElseThrow());
    }

    private Selection selection() {
        return everything ? Selection.all(query.get()) : Selection.of(query.get(), picked);
    }
}

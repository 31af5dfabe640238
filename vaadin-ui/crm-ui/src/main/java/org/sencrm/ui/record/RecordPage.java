package org.sencrm.ui.record;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.sencrm.api.access.Right;
import org.sencrm.api.duplicate.Duplicates;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.field.Editors;
import org.sencrm.ui.field.FieldPart;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;

/** Everything about one record. Follows what others change while it is looked at. */
final class RecordPage extends Div implements Fact.RecordStore {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient RecordType type;
    private final transient List<FieldPart> parts;
    private final transient Consumer<String> onNamed;
    private final transient Runnable onGone;
    private transient RecordData record;
    private final RecordActions actions;
    private final RecordHeader header;
    private final Facts facts;
    private final RelatedLists related;
    private final Div overview = new Div();
    private final Div content = new Div();
    private TimelinePanel timeline;
    private DuplicateNotice notice;

    /**
     * @param onNamed told the name of the record, also when it changes
     * @param onGone told when the record is not there any more
     */
    RecordPage(HostContext context, RecordType type, RecordData record, Consumer<String> onNamed, Runnable onGone) {
        this.context = context;
        this.type = type;
        this.parts = FieldPart.of(context, type);
        this.record = record;
        this.onNamed = onNamed;
        this.onGone = onGone;
        boolean mayUpdate = context.services().access().mayUpdate(context.caller(), type.name(), record.id());
        actions = new RecordActions(context, type, record.id(), this::reload);
        header = new RecordHeader(
                context,
                type,
                FieldPart.fields(parts),
                reference(),
                actions,
                this::edit,
                mayMerge(mayUpdate) ? this::merge : null,
                mayUpdate && isShared() ? () -> ShareDialog.open(context, type, this.record) : null,
                this::delete);
        Editors editors = mayUpdate ? new Editors(context, QuickForm.target(context)) : null;
        facts = new Facts(context, type, parts, this, editors);
        related = new RelatedLists(context, reference(), record, mayUpdate);
        configureOverview();
        content.getElement().setAttribute("role", "tabpanel");
        add(header);
        if (mayMerge(mayUpdate)) {
            context.services().duplicates().ifPresent(this::watchDuplicates);
        }
        add(tabs(), content);
        show(record);
        context.whenChanged(this, type.name(), this::reload);
        context.whenModulesChanged(this, this::followModules);
    }

    private boolean mayMerge(boolean mayUpdate) {
        return mayUpdate
                && !type.administrative()
                && context.may(Right.DELETE, type.name())
                && context.services().duplicates().isPresent();
    }

    private boolean isShared() {
        return context.services()
                .shares()
                .filter(shares -> ShareDialog.offered(context, shares, reference()))
                .isPresent();
    }

    private void watchDuplicates(Duplicates duplicates) {
        notice = new DuplicateNotice(context, duplicates, type, record.id(), this::merge);
        add(notice);
    }

    private void merge() {
        context.services()
                .duplicates()
                .ifPresent(
                        duplicates -> new MergeDialog(context, duplicates, type, record.id(), this::countAgain).open());
    }

    /** After a merge, or after one was taken back. */
    private void countAgain() {
        reload();
        related.loadLists();
        if (notice != null) {
            notice.load();
        }
    }

    private void configureOverview() {
        timeline = new TimelinePanel(context, reference());
        Div middle = new Div();
        middle.addClassNames("stack", "record-middle");
        if (Activities.concern(context, type.name())) {
            middle.add(new NextStep(context, reference(), timeline::load));
            context.whenChanged(overview, Activities.TYPE, timeline::load);
        }
        middle.add(timeline);
        overview.addClassName("record-split");
        overview.add(facts, middle, related);
    }

    private Tabs tabs() {
        Tab first = new Tab(context.text("record.overview"));
        Tab second = new Tab(context.text("record.timeline"));
        Tab third = new Tab(context.text("record.history"));
        Tabs tabs = new Tabs(first, second, third);
        tabs.addSelectedChangeListener(event -> {
            Tab chosen = event.getSelectedTab();
            choose(
                    chosen,
                    chosen == first
                            ? overview
                            : chosen == second
                                    ? new TimelinePanel(context, reference())
                                    : new HistoryTable(context, type, record.id(), this::countAgain));
        });
        choose(first, overview);
        return tabs;
    }

    private void choose(Tab tab, Component shown) {
        content.removeAll();
        content.add(shown);
        content.getElement().setAttribute("aria-label", tab.getLabel());
    }

    private Reference reference() {
        return new Reference(type.name(), record.id(), name());
    }

    private String name() {
        return context.format(record.get(type.labelField()));
    }

    private void show(RecordData read) {
        record = read;
        header.show(record);
        facts.show();
        onNamed.accept(name());
    }

    private void reload() {
        try {
            RecordData read = context.records().get(context.caller(), type.name(), record.id());
            if (read.version() != record.version()) {
                show(read);
                actions.load();
                related.showPanels(read);
            }
        } catch (NotFound gone) {
            onGone.run();
        } catch (Fault away) {
            context.report(away);
        }
    }

    private void followModules() {
        actions.load();
        related.showPanels(record);
        related.loadLists();
    }

    /** Whether the type has other fields or another layout by now, and no value is being changed. */
    boolean isOutdated() {
        return !facts.isEditing()
                && context.types()
                        .find(type.name())
                        .filter(now -> !now.fields().equals(type.fields())
                                || !FieldPart.of(context, now).equals(parts))
                        .isPresent();
    }

    @Override
    public RecordData record() {
        return record;
    }

    @Override
    public void save(
            RecordData seen,
            Map<String, Object> patch,
            Consumer<RecordData> onSaved,
            Consumer<InvalidRecord> onRefused) {
        Consumer<RecordData> saved = fresh -> {
            show(fresh);
            actions.load();
            onSaved.accept(fresh);
        };
        new Saver(
                        context,
                        type.name(),
                        record.id(),
                        saved,
                        onRefused,
                        conflict -> new ConflictDialog(context, type, record.id(), patch, conflict, saved).open())
                .save(seen.version(), patch);
    }

    /** Opens the whole form beside the page. */
    void edit() {
        if (context.may(Right.UPDATE, type.name())) {
            QuickForm.edit(context, type, record.id(), saved -> {
                context.inform(context.text("record.saved"));
                reload();
            });
        }
    }

    private void delete() {
        try {
            context.records().delete(context.caller(), type.name(), record.id(), record.version());
            UI.getCurrent().navigate(Addresses.list(type.name()));
            Trash.tell(context, type, record);
        } catch (Fault refused) {
            context.report(refused, this::delete);
        }
    }
}

package org.sencrm.ui.record;

import com.vaadin.flow.component.html.Div;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.api.RecordPanel;
import org.sencrm.ui.file.FilesPanel;
import org.sencrm.ui.host.Contribution;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.view.BrokenNotice;

/** What else there is about a record: panels of modules, and records of every installed type that point to it. */
final class RelatedLists extends Div {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient Reference record;
    private final Div panels = new Div();
    private final Div lists = new Div();

    /** @param mayUpdate whether the person may change this very record */
    RelatedLists(HostContext context, Reference record, RecordData data, boolean mayUpdate) {
        this.context = context;
        this.record = record;
        addClassNames("stack", "record-aside");
        panels.addClassName("stack");
        lists.addClassName("stack");
        add(panels);
        context.services().files().ifPresent(files -> add(new FilesPanel(context, record, files, mayUpdate)));
        add(lists);
        showPanels(data);
        loadLists();
    }

    /** Draws the panels of the modules that are there now; in place of one that fails stands which module it is. */
    void showPanels(RecordData data) {
        panels.removeAll();
        for (Contribution<RecordPanel> panel : context.offers().panels(data)) {
            Div card = new Div(
                    BrokenNotice.insteadOf(context, () -> panel.content().create(context, data)));
            card.addClassNames("card", "pad");
            panels.add(card);
        }
        panels.setVisible(panels.getChildren().findAny().isPresent());
    }

    void loadLists() {
        Caller caller = context.caller();
        List<RecordType> readable = context.types().all().stream()
                .filter(type -> !Activities.TYPE.equals(type.name()) && context.may(Right.READ, type.name()))
                .toList();
        context.background(
                () -> Related.ways(readable, record).stream()
                        .map(way -> way.read(context.records(), caller))
                        .flatMap(Optional::stream)
                        .toList(),
                this::showLists);
    }

    private void showLists(List<Related> found) {
        lists.removeAll();
        Set<String> types = new HashSet<>();
        for (Related related : found) {
            // what is empty is offered once a type, by its first way
            boolean isFirst = types.add(related.type().name());
            if (related.count() > 0
                    || isFirst && context.may(Right.CREATE, related.type().name())) {
                lists.add(new RelatedList(context, record, related, this::loadLists));
            }
        }
    }
}

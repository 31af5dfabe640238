package org.sencrm.ui.record;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.duplicate.Candidate;
import org.sencrm.api.duplicate.Duplicates;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.host.HostContext;

/** Says at the top of a record that there may be another of it, to those who could make one of them. */
final class DuplicateNotice extends Div {

    private static final long serialVersionUID = 1L;

    /** Less sure than this is no reason to disturb. */
    private static final int SURE = 80;

    private final transient HostContext context;
    private final transient Duplicates duplicates;
    private final transient RecordType type;
    private final long id;
    private final transient Runnable onCompare;

    DuplicateNotice(HostContext context, Duplicates duplicates, RecordType type, long id, Runnable onCompare) {
        this.context = context;
        this.duplicates = duplicates;
        this.type = type;
        this.id = id;
        this.onCompare = onCompare;
        addClassNames("banner", "info", "row", "duplicate-notice");
        getElement().setAttribute("role", "status");
        load();
    }

    /** Looks again. */
    void load() {
        Caller caller = context.caller();
        context.background(
                () -> duplicates.ofRecord(caller, type.name(), id), this::show, failure -> context.explain(failure));
    }

    private void show(List<Candidate> found) {
        removeAll();
        setVisible(false);
        found.stream()
                .filter(candidate -> candidate.score() >= SURE)
                .findFirst()
                .ifPresent(candidate -> {
                    String name = context.format(candidate.record().get(type.labelField()));
                    Button compare = new Button(context.text("merge.compare"), event -> onCompare.run());
                    compare.addThemeVariants(ButtonVariant.LUMO_SMALL);
                    add(new Span(context.text("duplicate.like", name, candidate.score())), compare);
                    setVisible(true);
                });
    }
}

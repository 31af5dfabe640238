package org.sencrm.ui.transfer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.transfer.Imports;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.host.HostServices;
import org.sencrm.ui.look.Icons;
import org.sencrm.ui.view.View;

/**
 * Brings records in from a file. {@code import?type=…} leads through the steps; {@code import/<id>} shows an import that
 * was started, as long as one likes to come back to it.
 */
public final class ImportView extends View {

    private static final long serialVersionUID = 1L;

    private static final String ID = "id";
    private static final String TYPE = "type";

    private final H1 heading = new H1();
    private final Div steps = new Div();
    private final Div body = new Div();
    private transient Wizard wizard;

    public ImportView(HostServices services, HostContext context) {
        super(services, context);
        addClassName("transfer");
        add(heading, steps, body);
    }

    @Override
    protected boolean isThere(RouteParameters address) {
        return services().imports().isPresent();
    }

    @Override
    protected void show(RouteParameters address, Location place) {
        Optional<Long> run = address.get(ID).flatMap(ImportView::number);
        if (run.isPresent()) {
            showRun(run.get());
        } else {
            begin(place.getQueryParameters());
        }
    }

    /** Nothing of a module is kept here, so what was decided stays when the import service comes back. */
    @Override
    protected void comeBack() {}

    private void begin(QueryParameters query) {
        List<String> types = types();
        String asked = query.getParameters().getOrDefault(TYPE, List.of("")).get(0);
        wizard = new Wizard(context(), new ImportDraft(types.contains(asked) ? asked : null), new WizardWays());
        if (types.isEmpty()) {
            name(text("import.title"));
            replace(nothingAllowed());
        } else {
            showStep(Step.FILE);
        }
    }

    private void showRun(long id) {
        name(text("import.title"));
        steps.removeAll();
        steps.add(new StepsBar(context(), Step.IMPORT, step -> false, step -> {}));
        replace(new ImportRun(context(), id, this::nameAfter));
    }

    private void showStep(Step step) {
        name(title());
        steps.removeAll();
        steps.add(new StepsBar(context(), step, wizard.draft()::reaches, this::showStep));
        replace(
                switch (step) {
                    case FILE -> new FileStep(wizard, types());
                    case PREVIEW -> new PreviewStep(wizard);
                    case MATCH -> new MatchStep(wizard);
                    case CHECK, IMPORT -> new CheckStep(wizard);
                });
    }

    private void replace(Component content) {
        body.removeAll();
        body.add(content);
    }

    private String title() {
        ImportDraft draft = wizard.draft();
        return draft.preview() == null
                ? draft.type() == null ? text("import.title") : text("import.title.type", many(draft.type()))
                : text("import.title.file", many(draft.type()), draft.preview().fileName());
    }

    private void nameAfter(Imports.Status run) {
        name(text("import.title.file", many(run.type()), run.fileName()));
    }

    private void name(String title) {
        heading.setText(title);
        title(title);
    }

    /** The label of the type in the middle of a sentence. */
    private String many(String type) {
        String label = context().messages().many(context().locale(), type);
        return label.isEmpty()
                ? label
                : label.substring(0, 1).toLowerCase(context().locale()) + label.substring(1);
    }

    private List<String> types() {
        return context().types().all().stream()
                .map(RecordType::name)
                .filter(type -> context().may(Right.IMPORT, type))
                .toList();
    }

    private Component nothingAllowed() {
        Div place = new Div(
                Icons.icon("upload"),
                new H2(text("import.nothingAllowed")),
                new Paragraph(text("import.nothingAllowed.text")));
        place.addClassNames("card", "empty");
        return place;
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException other) {
            return Optional.empty();
        }
    }

    private final class WizardWays implements Wizard.Ways {

        @Override
        public void to(Step step) {
            showStep(step);
        }

        @Override
        public void toRun(long id) {
            UI.getCurrent().navigate(Addresses.importRun(id));
        }

        @Override
        public void chosen(String type) {
            name(title());
            Location place = new Location(
                    Addresses.IMPORT,
                    type == null ? QueryParameters.empty() : QueryParameters.simple(Map.of(TYPE, type)));
            UI.getCurrent().getPage().getHistory().replaceState(null, place);
        }
    }
}

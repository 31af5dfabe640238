package org.sencrm.ui.transfer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteParameters;
import java.util.List;
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
 * Brings records in from a file. {@code import?type=…} leads through the steps, each with an address of its own;
 * {@code import/<id>} shows an import that was started, as long as one likes to come back to it.
 */
public final class ImportView extends View {

    private static final long serialVersionUID = 1L;

    private static final String ID = "id";

    private final H1 heading = new H1();
    private final Div steps = new Div();
    private final Div body = new Div();
    private transient Wizard wizard;
    private transient ImportAddress now;

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
            open(ImportAddress.of(place.getQueryParameters()));
        }
    }

    /** Nothing of a module is kept here, so what was decided stays when the import service comes back. */
    @Override
    protected void comeBack() {}

    private void open(ImportAddress address) {
        now = address;
        List<String> types = types();
        String type = types.contains(address.type()) ? address.type() : null;
        if (types.isEmpty()) {
            name(text("import.title"));
            replace(nothingAllowed());
        } else if (type == null || address.file() == null) {
            wizard = new Wizard(context(), new ImportDraft(type), new WizardWays());
            showStep(Step.FILE);
        } else if (isAtHand(address)) {
            showStep(reachable(address.step()));
        } else {
            comeBackTo(address);
        }
    }

    /** Whether this page still has what was decided about the file of the address. */
    private boolean isAtHand(ImportAddress address) {
        return wizard != null
                && address.file().equals(wizard.draft().fileId())
                && address.type().equals(wizard.draft().type())
                && wizard.draft().preview() != null;
    }

    /** After a reload, or from a link: the file is read anew and what was decided about it is taken from where it was kept. */
    private void comeBackTo(ImportAddress address) {
        Unfinished.Kept kept = new Unfinished(services().settings(), context().caller())
                .find(address.file())
                .filter(known -> known.type().equals(address.type()))
                .orElse(null);
        ImportDraft draft = kept == null ? new ImportDraft(address.type()) : ImportDraft.of(kept);
        wizard = new Wizard(context(), draft, new WizardWays());
        FileStep file = new FileStep(wizard, types());
        name(title());
        showBar(Step.FILE);
        replace(file);
        if (kept == null) {
            draft.takeFile(address.file());
            file.read(address.step());
        } else {
            file.goOn(kept.decisions(), address.step());
        }
    }

    /** The step, or the last one before it that everything is decided for. */
    private Step reachable(Step asked) {
        Step step = asked == Step.IMPORT ? Step.CHECK : asked;
        while (!wizard.draft().reaches(step)) {
            step = Step.values()[step.ordinal() - 1];
        }
        return step;
    }

    private void showRun(long id) {
        name(text("import.title"));
        steps.removeAll();
        steps.add(new StepsBar(context(), Step.IMPORT, step -> false, step -> {}));
        replace(new ImportRun(context(), id, this::nameAfter));
    }

    private void showStep(Step step) {
        name(title());
        showBar(step);
        replace(
                switch (step) {
                    case FILE -> new FileStep(wizard, types());
                    case PREVIEW -> new PreviewStep(wizard);
                    case MATCH -> new MatchStep(wizard);
                    case CHECK, IMPORT -> new CheckStep(wizard);
                });
    }

    private void showBar(Step step) {
        steps.removeAll();
        steps.add(new StepsBar(context(), step, wizard.draft()::reaches, wizard::go));
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
            if (!isAttached()) {
                // the person went elsewhere while the file was read
                return;
            }
            Step next = reachable(step);
            ImportAddress address = addressOf(next);
            if (address.equals(now)) {
                showStep(next);
            } else {
                UI.getCurrent().navigate(Addresses.IMPORT, address.query());
            }
        }

        @Override
        public void toRun(long id) {
            UI.getCurrent().navigate(Addresses.importRun(id));
        }

        @Override
        public void chosen() {
            name(title());
            now = addressOf(Step.FILE);
            UI.getCurrent().getPage().getHistory().replaceState(null, now.location());
        }

        private ImportAddress addressOf(Step step) {
            return ImportAddress.of(wizard.draft().type(), wizard.draft().fileId(), step);
        }
    }
}

package org.sencrm.ui.modules;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.stream.Stream;
import org.sencrm.api.access.Caller;
import org.sencrm.api.module.ModuleRepository;
import org.sencrm.api.module.Modules;
import org.sencrm.ui.field.RowsTable;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;
import org.sencrm.ui.upload.Refusal;

/** The places where modules come from, and what each of them has. */
final class SourcesPanel extends Div {

    private static final long serialVersionUID = 1L;

    private static final int KILO = 1024;

    private final transient HostContext context;
    private final TextField place = new TextField();
    private final Button addButton = new Button();
    private final Refusal refusal;
    private final Div places = new Div();

    SourcesPanel(HostContext context) {
        this.context = context;
        refusal = new Refusal(context);
        addClassNames("stack", "sources");
        Paragraph about = new Paragraph(context.text("store.sources.about"));
        about.addClassName("muted");
        places.addClassName("stack");
        add(about, adder(), refusal, places);
        load();
    }

    private Div adder() {
        place.setLabel(context.text("store.sources.place"));
        place.setHelperText(context.text("store.sources.place.help"));
        place.addClassName("grow");
        addButton.setText(context.text("store.sources.add"));
        addButton.addClickListener(event -> addPlace(place.getValue()));
        addButton.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button check = new Button(context.text("store.sources.check"), Icons.icon("search"), event -> load());
        Div row = new Div(place, addButton, check);
        row.addClassNames("row", "source-adder");
        return row;
    }

    private void load() {
        Caller caller = context.caller();
        context.background(() -> modules().repositories(caller), this::show, refusal::say);
    }

    private Modules modules() {
        return ModulesView.modules(context);
    }

    private void show(List<ModuleRepository> repositories) {
        places.removeAll();
        repositories.forEach(repository -> places.add(card(repository)));
    }

    private Section card(ModuleRepository repository) {
        boolean own = repository.place().isEmpty();
        H2 name = new H2(own ? context.text("store.sources.own") : repository.place());
        name.addClassName("grow");
        Div head = new Div(name, state(repository));
        head.addClassName("row");
        if (!own) {
            Button remove = new Button(Icons.icon("trash"), event -> remove(repository.place()));
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
            String words = context.text("store.sources.remove", repository.place());
            remove.getElement().setAttribute("aria-label", words).setAttribute("title", words);
            head.add(remove);
        }
        Section card = new Section(head);
        card.getElement().setAttribute("aria-label", name.getText());
        card.addClassNames("card", "pad", "stack");
        if (repository.problem() != null) {
            Paragraph problem = new Paragraph(repository.problem());
            problem.addClassName("muted");
            card.add(problem);
        } else if (!repository.packages().isEmpty()) {
            card.add(table(repository));
        }
        return card;
    }

    private Span state(ModuleRepository repository) {
        boolean answers = repository.problem() == null;
        Span state = new Span(
                answers
                        ? context.text(
                                "store.sources.packages", repository.packages().size())
                        : context.text("store.sources.away"));
        state.addClassNames("pill", answers ? "good" : "bad");
        return state;
    }

    private RowsTable table(ModuleRepository repository) {
        List<String> columns = Stream.of("name", "id", "version", "vendor", "size")
                .map(column -> context.text("store.sources." + column))
                .toList();
        List<List<String>> rows = repository.packages().stream()
                .map(offered -> List.of(
                        offered.label(),
                        offered.id(),
                        offered.version(),
                        offered.vendor() == null ? "" : offered.vendor(),
                        context.text("store.sources.kilobytes", Math.max(1, offered.size() / KILO))))
                .toList();
        return new RowsTable(context.text("store.sources.packages", rows.size()), columns, rows);
    }

    private void addPlace(String wanted) {
        refusal.clear();
        if (wanted.isBlank()) {
            place.focus();
            return;
        }
        addButton.setEnabled(false);
        Caller caller = context.caller();
        context.background(
                () -> modules().addRepository(caller, wanted),
                added -> {
                    addButton.setEnabled(true);
                    place.clear();
                    context.inform(context.text("store.sources.added", added.place()));
                    load();
                },
                failure -> {
                    addButton.setEnabled(true);
                    refusal.say(failure);
                });
    }

    private void remove(String gone) {
        Caller caller = context.caller();
        context.background(
                () -> {
                    modules().removeRepository(caller, gone);
                    return gone;
                },
                removed -> {
                    context.informWithUndo(context.text("store.sources.removed", removed), () -> addPlace(removed));
                    load();
                },
                refusal::say);
    }
}

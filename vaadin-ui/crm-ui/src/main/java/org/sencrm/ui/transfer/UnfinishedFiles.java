package org.sencrm.ui.transfer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** Files that wait for their import, each a link to where its work goes on; not seen while there are none. */
final class UnfinishedFiles extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Wizard wizard;

    UnfinishedFiles(Wizard wizard) {
        this.wizard = wizard;
        addClassNames("card", "pad");
        show();
    }

    private void show() {
        removeAll();
        List<Unfinished.Kept> waiting = wizard.unfinished().all().stream()
                .filter(file -> wizard.context().types().find(file.type()).isPresent())
                .toList();
        UnorderedList list = new UnorderedList();
        list.addClassName("transfer-recent");
        waiting.forEach(file -> list.add(item(file)));
        add(new H2(wizard.text("import.unfinished")), list);
        setVisible(!waiting.isEmpty());
    }

    private ListItem item(Unfinished.Kept file) {
        Anchor name = new Anchor(
                ImportAddress.of(file.type(), file.fileId(), Step.MATCH).relative(), file.fileName());
        name.getElement().setAttribute("router-link", true);
        name.addClassName("link");
        Span type = new Span(wizard.context().messages().many(wizard.context().locale(), file.type()));
        type.addClassName("muted");
        Span space = new Span();
        space.addClassName("grow");
        Button discard = new Button(wizard.text("import.unfinished.discard"), event -> {
            wizard.unfinished().forget(file.fileId());
            show();
            wizard.context().informWithUndo(wizard.text("import.unfinished.discarded", file.fileName()), () -> {
                wizard.unfinished().keep(file);
                show();
            });
        });
        discard.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        discard.getElement().setAttribute("aria-label", wizard.text("import.unfinished.discard.file", file.fileName()));
        ListItem item = new ListItem(name, type, space, discard);
        item.addClassName("row");
        return item;
    }
}

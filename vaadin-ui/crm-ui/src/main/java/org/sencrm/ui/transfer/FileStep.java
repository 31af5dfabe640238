package org.sencrm.ui.transfer;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import org.sencrm.api.transfer.ImportOptions;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.upload.FileUpload;
import org.sencrm.ui.upload.Refusal;

/** First step: what kind of records, and the file. Below it the imports of before. */
final class FileStep extends Div {

    private static final long serialVersionUID = 1L;

    private static final FileUpload.Kind FILES =
            new FileUpload.Kind("import.upload.", 1, 100 << 20, List.of(".csv", ".xlsx", ".txt"));

    private final transient Wizard wizard;
    private final transient HostContext context;
    private final Refusal refusal;
    private final Div reading = new Div();
    private final FileUpload<String> upload;

    /** @param types names of the record types that the person may import, at least one */
    FileStep(Wizard wizard, List<String> types) {
        this.wizard = wizard;
        context = wizard.context();
        refusal = new Refusal(context);
        upload = new FileUpload<>(context, FILES, Wizard.imports(context)::upload, this::took, refusal::say);
        addClassName("stack");
        Paragraph limits = new Paragraph(wizard.text("import.upload.limits"));
        limits.addClassName("muted");
        Div card = new Div(typeChoice(types), upload, limits, reading, refusal);
        card.addClassNames("card", "pad", "stack", "transfer-file");
        reading.addClassName("muted");
        reading.getElement().setAttribute("role", "status");
        add(card, new UnfinishedFiles(wizard), new RecentImports(context));
        allowUpload();
    }

    private Select<String> typeChoice(List<String> types) {
        Select<String> choice = new Select<>();
        choice.setLabel(wizard.text("import.type"));
        choice.setItems(types);
        choice.setItemLabelGenerator(
                type -> type == null ? "" : context.messages().many(context.locale(), type));
        choice.setPlaceholder(wizard.text("import.type.choose"));
        choice.setValue(wizard.draft().type());
        choice.addValueChangeListener(event -> {
            wizard.draft().chooseType(event.getValue());
            wizard.addressType();
            allowUpload();
            if (wizard.draft().fileId() != null) {
                read(Step.PREVIEW);
            }
        });
        return choice;
    }

    private void allowUpload() {
        upload.setVisible(wizard.draft().type() != null);
    }

    private void took(String fileId) {
        wizard.draft().takeFile(fileId);
        read(Step.PREVIEW);
    }

    /** Opens a file of before where its work was left. */
    void goOn(ImportOptions decisions, Step step) {
        reading.setText(wizard.text("import.reading"));
        wizard.readAgain(decisions, () -> wizard.go(step), this::refused);
    }

    /** Reads the file of the draft and goes to the step, or as far towards it as is decided. */
    void read(Step next) {
        refusal.clear();
        reading.setText(wizard.text("import.reading"));
        wizard.read(() -> wizard.go(next), this::refused);
    }

    private void refused(Throwable failure) {
        reading.setText("");
        refusal.say(failure);
    }
}

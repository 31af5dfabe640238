package org.sencrm.ui.transfer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.sencrm.api.transfer.Imports;
import org.sencrm.ui.field.RowsTable;
import org.sencrm.ui.upload.Refusal;

/** Second step: the first rows as they were read, and the ways in which they could be read otherwise. */
final class PreviewStep extends Div {

    private static final long serialVersionUID = 1L;

    private static final List<String> ENCODINGS =
            List.of("UTF-8", "UTF-16LE", "UTF-16BE", "windows-1258", "windows-1252");
    private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");

    private final transient Wizard wizard;
    private final Div recognised = new Div();
    private final Div rows = new Div();
    private final Refusal refusal;
    private final StepButtons buttons;

    PreviewStep(Wizard wizard) {
        this.wizard = wizard;
        refusal = new Refusal(wizard.context());
        buttons = new StepButtons(
                wizard, Step.FILE, wizard.text(Step.MATCH.textKey()) + " →", () -> wizard.go(Step.MATCH));
        addClassName("stack");
        Imports.Preview preview = wizard.draft().preview();
        Div ways = new Div();
        ways.addClassNames("toolbar", "transfer-reading");
        if (preview.sheets() != null && !preview.sheets().isEmpty()) {
            String sheet = wizard.draft().sheet() == null
                    ? preview.sheets().get(0)
                    : wizard.draft().sheet();
            ways.add(choice("sheet", preview.sheets(), sheet, wizard.draft()::readSheet, name -> name));
        } else {
            ways.add(
                    choice("encoding", ENCODINGS, preview.encoding(), wizard.draft()::readAs, name -> name),
                    choice(
                            "delimiter",
                            DELIMITERS,
                            preview.delimiter(),
                            wizard.draft()::separateBy,
                            this::delimiterName));
        }
        Div card = new Div(rows);
        card.addClassNames("card", "transfer-rows");
        add(ways, refusal, recognised, card, buttons);
        showRows();
    }

    private Component choice(
            String name, List<String> usual, String found, Consumer<String> choose, UnaryOperator<String> words) {
        Set<String> items = new LinkedHashSet<>(usual);
        if (found != null) {
            items.add(found);
        }
        Select<String> choice = new Select<>();
        choice.setLabel(wizard.text("import.reading." + name));
        choice.setItems(items);
        choice.setItemLabelGenerator(words::apply);
        choice.setValue(found);
        choice.addValueChangeListener(event -> {
            choose.accept(event.getValue());
            readAgain();
        });
        return choice;
    }

    private String delimiterName(String delimiter) {
        return switch (delimiter) {
            case "," -> wizard.text("import.delimiter.comma");
            case ";" -> wizard.text("import.delimiter.semicolon");
            case "\t" -> wizard.text("import.delimiter.tab");
            case "|" -> wizard.text("import.delimiter.bar");
            default -> delimiter;
        };
    }

    private void readAgain() {
        refusal.clear();
        buttons.allow(false);
        wizard.read(this::showRows, refusal::say);
    }

    private void putProfileAside(boolean aside) {
        refusal.clear();
        buttons.allow(false);
        wizard.readAfresh(aside, this::showRows, refusal::say);
    }

    private void showRows() {
        Imports.Preview preview = wizard.draft().preview();
        recognised.removeAll();
        if (preview.profile() != null) {
            recognised.add(new ProfileLine(wizard, preview.profile(), this::putProfileAside));
        }
        rows.removeAll();
        if (preview.columns().isEmpty() || preview.rows().isEmpty()) {
            Paragraph nothing = new Paragraph(wizard.text("import.preview.empty"));
            nothing.addClassName("pad");
            rows.add(nothing);
        } else {
            rows.add(new RowsTable(
                    wizard.text("import.preview.caption", preview.fileName()), preview.columns(), preview.rows()));
        }
        buttons.allow(!preview.columns().isEmpty() && !preview.rows().isEmpty());
    }
}

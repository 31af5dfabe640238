package org.sencrm.ui.transfer;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.transfer.ImportOptions.Mode;

/** What happens with a row, by which field its record is found, and how dates and amounts are read. */
final class RowRules extends Div {

    private static final long serialVersionUID = 1L;

    private static final List<String> DATE_FORMATS =
            List.of("d/M/yyyy", "M/d/yyyy", "yyyy-M-d", "d-M-yyyy", "d.M.yyyy", "d/M/yy", "M/d/yy");
    /** A day whose number cannot be taken for that of a month. */
    private static final LocalDate EXAMPLE = LocalDate.of(2026, 11, 22);

    private static final String FIND_OUT = "";

    private final transient Wizard wizard;
    private final transient Targets targets;
    private final transient Runnable onChange;
    private final RadioButtonGroup<Mode> mode = new RadioButtonGroup<>();
    private final Select<String> key = new Select<>();
    private final Select<String> dateFormat = new Select<>();
    private final ComboBox<String> currency = new ComboBox<>();

    RowRules(Wizard wizard, Targets targets, Runnable onChange) {
        this.wizard = wizard;
        this.targets = targets;
        this.onChange = onChange;
        addClassNames("card", "pad", "stack");
        configureMode();
        configureKey();
        configureDates();
        configureCurrency();
        Div reading = new Div(dateFormat, currency);
        reading.addClassName("row");
        add(new H2(wizard.text("import.rules")), mode, key, reading);
    }

    /** Offers what fits the columns that are matched now. */
    void refresh() {
        ImportDraft draft = wizard.draft();
        mode.setValue(draft.mode());
        List<String> keys = targets.all().stream()
                .filter(target -> Targets.canBeKey(target)
                        || target.path().equals(draft.preview().key()))
                .map(Target::path)
                .filter(path -> draft.column(path).isPresent())
                .toList();
        key.setItems(keys);
        key.setValue(keys.contains(draft.key()) ? draft.key() : null);
        key.setVisible(draft.mode() != Mode.CREATE);
        dateFormat.setVisible(isMatched(Set.of(FieldKind.DATE, FieldKind.DATE_TIME)));
        currency.setVisible(isMatched(Set.of(FieldKind.MONEY)));
    }

    private void configureMode() {
        mode.setLabel(wizard.text("import.mode"));
        mode.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        mode.setItems(Mode.CREATE, Mode.UPSERT, Mode.UPDATE);
        mode.setItemLabelGenerator(
                item -> wizard.text("import.mode." + item.name().toLowerCase(Locale.ROOT)));
        mode.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                wizard.draft().choose(event.getValue());
                refresh();
                onChange.run();
            }
        });
    }

    private void configureKey() {
        key.setLabel(wizard.text("import.key"));
        key.setHelperText(wizard.text("import.key.help"));
        key.setItemLabelGenerator(path -> path == null ? "" : targets.label(path));
        key.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                wizard.draft().findBy(event.getValue());
                onChange.run();
            }
        });
    }

    private void configureDates() {
        Set<String> formats = new LinkedHashSet<>(List.of(FIND_OUT));
        String found = wizard.draft().dateFormat();
        if (found != null) {
            formats.add(found);
        }
        formats.addAll(DATE_FORMATS);
        dateFormat.setLabel(wizard.text("import.dates"));
        dateFormat.setItems(formats);
        dateFormat.setItemLabelGenerator(this::example);
        dateFormat.setValue(found == null ? FIND_OUT : found);
        dateFormat.addValueChangeListener(event -> {
            wizard.draft().readDatesAs(FIND_OUT.equals(event.getValue()) ? null : event.getValue());
            onChange.run();
        });
    }

    private void configureCurrency() {
        String company = wizard.context().services().settings().currency();
        Set<String> codes = new LinkedHashSet<>(List.of(company, "VND", "USD", "EUR"));
        Set<String> others = new TreeSet<>();
        Currency.getAvailableCurrencies().forEach(any -> others.add(any.getCurrencyCode()));
        codes.addAll(others);
        currency.setLabel(wizard.text("import.currency"));
        currency.setItems(codes);
        currency.setValue(
                wizard.draft().currency() == null ? company : wizard.draft().currency());
        currency.addValueChangeListener(event -> {
            wizard.draft().countIn(event.getValue());
            onChange.run();
        });
    }

    private boolean isMatched(Set<FieldKind> kinds) {
        return targets.all().stream()
                .anyMatch(target -> kinds.contains(target.field().kind())
                        && wizard.draft().column(target.path()).isPresent());
    }

    private String example(String pattern) {
        if (FIND_OUT.equals(pattern)) {
            return wizard.text("import.dates.findOut");
        }
        return wizard.text(
                "import.dates.like", EXAMPLE.format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT)), pattern);
    }
}

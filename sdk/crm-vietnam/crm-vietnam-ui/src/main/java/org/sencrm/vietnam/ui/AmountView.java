package org.sencrm.vietnam.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.RecordData;
import org.sencrm.ui.api.ScreenContext;
import org.sencrm.vietnam.money.AmountReader;
import org.sencrm.vietnam.money.AmountWords;

/** The content of {@link AmountPanel}. What is being entered is shown in figures before it is saved. */
final class AmountView extends Div {

    private static final long serialVersionUID = 1L;

    private final transient ScreenContext context;
    private final transient AmountWords words;
    private final long opportunity;
    private final Paragraph spoken = new Paragraph();
    private final TextField entry = new TextField();

    AmountView(ScreenContext context, AmountWords words, RecordData record, boolean mayEnter) {
        this.context = context;
        this.words = words;
        this.opportunity = record.id();
        addClassName("stack");
        spoken.getElement().setAttribute("lang", "vi");
        add(new H2(context.text("vietnam.amount")), spoken);
        if (mayEnter) {
            add(entryRow());
        }
        show(record.money(AmountPanel.AMOUNT));
        context.whenChanged(this, AmountPanel.TYPE, this::readAgain);
    }

    private Div entryRow() {
        entry.setLabel(context.text("vietnam.amount.enter"));
        entry.setPlaceholder(context.text("vietnam.amount.example"));
        entry.setValueChangeMode(ValueChangeMode.TIMEOUT);
        entry.addValueChangeListener(event -> preview(event.getValue()));
        entry.addKeyDownListener(Key.ENTER, event -> save());
        entry.addClassName("grow");
        entry.setMinWidth("0");
        Button save = new Button(context.text("vietnam.amount.save"), event -> save());
        Div row = new Div(entry, save);
        row.addClassNames("row", "tight");
        row.getStyle().set("align-items", "baseline");
        return row;
    }

    private void preview(String written) {
        entry.setInvalid(false);
        entry.setHelperText(AmountReader.read(written).map(this::figures).orElse(null));
    }

    private String figures(BigDecimal amount) {
        return context.format(new Money(amount, AmountPanel.CURRENCY));
    }

    private void save() {
        if (entry.isEmpty()) {
            return;
        }
        try {
            context.records()
                    .act(
                            context.caller(),
                            AmountPanel.TYPE,
                            opportunity,
                            "enterAmount",
                            Map.of(AmountPanel.AMOUNT, entry.getValue()));
            entry.clear();
            readAgain();
            context.inform(context.text("vietnam.amount.saved"));
        } catch (Fault refused) {
            entry.setErrorMessage(refused.getMessage());
            entry.setInvalid(true);
        }
    }

    private void readAgain() {
        try {
            show(context.records()
                    .get(context.caller(), AmountPanel.TYPE, opportunity)
                    .money(AmountPanel.AMOUNT));
        } catch (Fault gone) {
            setVisible(false);
        }
    }

    private void show(Money amount) {
        spoken.setText(inWords(amount).orElse(context.text("vietnam.amount.none")));
    }

    /** Empty for what is not in đồng, or not in whole ones. */
    private Optional<String> inWords(Money amount) {
        return Optional.ofNullable(amount)
                .filter(money -> AmountPanel.CURRENCY.equals(money.currency()))
                .map(money -> money.amount().stripTrailingZeros())
                .filter(whole -> whole.scale() <= 0)
                .map(words::write);
    }
}

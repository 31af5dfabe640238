package org.sencrm.ui.field;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.textfield.BigDecimalField;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.Money;
import org.sencrm.ui.host.HostContext;

/** An amount, with its currency as a button at the end of the input; the company's currency unless another is chosen. */
final class MoneyInput {

    private final HostContext context;
    private final BigDecimalField amount;
    private final Button button = new Button();
    private final String companyCurrency;
    private String currency;

    private MoneyInput(HostContext context, String label) {
        this.context = context;
        this.companyCurrency = context.services().settings().currency();
        amount = new BigDecimalField(label);
        amount.setSuffixComponent(button);
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
        configureMenu();
        choose(companyCurrency);
    }

    static Editor editor(HostContext context, Field field, String label) {
        MoneyInput input = new MoneyInput(context, label);
        Function<BigDecimal, Object> read = number -> new Money(number, input.currency);
        return new ValueEditor<>(field, input.amount, read, input::write);
    }

    private BigDecimal write(Object value) {
        Money money = (Money) value;
        choose(money.currency());
        return money.amount().stripTrailingZeros().scale() < 0
                ? money.amount().setScale(0)
                : money.amount().stripTrailingZeros();
    }

    private void configureMenu() {
        ContextMenu menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        Set<String> offered = new LinkedHashSet<>(Set.of());
        offered.add(companyCurrency);
        offered.add("VND");
        offered.add("USD");
        offered.add("EUR");
        offered.forEach(code -> menu.addItem(code, event -> choose(code)));
    }

    private void choose(String code) {
        currency = code;
        button.setText(code);
        button.getElement().setAttribute("aria-label", context.text("form.currency", code));
    }
}

package org.sencrm.ui.home;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.sencrm.api.access.Caller;
import org.sencrm.api.setting.Settings;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;

/** What an administrator sets up first. Each step can be skipped, and is gone when it is done. */
final class FirstSteps extends Section {

    private static final long serialVersionUID = 1L;
    private static final String USERS = "users";
    private static final String SKIPPED = "skipped";

    private final transient HostContext context;
    private final Div cards = new Div();

    /** @param isDone whether nothing is left to do, as far as the product can see; asked off the UI thread */
    private record Step(String name, String icon, String address, BooleanSupplier isDone) {}

    FirstSteps(HostContext context) {
        this.context = context;
        cards.addClassName("first-steps");
        H2 heading = new H2(context.text("steps.title"));
        addClassName("steps-left");
        add(heading, cards);
        setVisible(false);
        load();
    }

    private void load() {
        List<Step> steps = steps(context.caller());
        context.background(
                () -> steps.stream()
                        .filter(step -> !isSkipped(step) && !step.isDone().getAsBoolean())
                        .toList(),
                this::show);
    }

    private void show(List<Step> left) {
        cards.removeAll();
        left.forEach(step -> cards.add(card(step)));
        setVisible(!left.isEmpty());
    }

    private List<Step> steps(Caller caller) {
        Stock stock = new Stock(context.services(), caller);
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("company", "building", Addresses.SETTINGS, () -> isSet(Settings.COMPANY)));
        steps.add(new Step("currency", "money", Addresses.SETTINGS, () -> isSet(Settings.CURRENCY)));
        steps.add(new Step("people", "users", Addresses.list(USERS), () -> stock.hasMoreThan(1, USERS)));
        if (context.services().imports().isPresent()) {
            steps.add(new Step("data", "upload", Addresses.IMPORT, () -> stock.hasMoreThan(0, Stock.FIRST)));
        }
        if (context.services().modules().isPresent()) {
            steps.add(new Step("modules", "puzzle", Addresses.MODULES, () -> false));
        }
        return steps;
    }

    private Div card(Step step) {
        Paragraph text = new Paragraph(context.text("steps." + step.name() + ".text"));
        text.addClassNames("grow", "small");
        Button open =
                new Button(context.text("steps.open"), event -> UI.getCurrent().navigate(step.address()));
        Button skip = new Button(context.text("steps.skip"), event -> skip(step));
        skip.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div buttons = new Div(open, skip);
        buttons.addClassName("row");
        Div head = new Div(Icons.icon(step.icon()), new H3(context.text("steps." + step.name())));
        head.addClassName("row");
        Div card = new Div(head, text, buttons);
        card.addClassNames("card", "pad");
        return card;
    }

    private void skip(Step step) {
        context.services().settings().set(context.caller(), key(step), SKIPPED);
        load();
    }

    private boolean isSkipped(Step step) {
        return SKIPPED.equals(context.services().settings().get(key(step), ""));
    }

    private static String key(Step step) {
        return "ui.steps." + step.name();
    }

    private boolean isSet(String setting) {
        return !context.services().settings().get(setting, "").isBlank();
    }
}

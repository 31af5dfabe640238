package org.sencrm.ui.configuration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.configuration.Configuration;
import org.sencrm.api.configuration.Promotion;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.upload.FileUpload;
import org.sencrm.ui.upload.Refusal;

/** Takes a file of another installation: first what it would do, then done. */
final class PromoteSection extends Section {

    private static final long serialVersionUID = 1L;

    private static final FileUpload.Kind FILES =
            new FileUpload.Kind("changes.upload.", 1, 10_000_000, List.of(".json"));

    private final transient HostContext context;
    private final transient Configuration configuration;
    private final transient Runnable onChanged;
    private final Refusal refusal;
    private final Div plan = new Div();

    /** @param onChanged called after a file was promoted */
    PromoteSection(HostContext context, Configuration configuration, Runnable onChanged) {
        this.context = context;
        this.configuration = configuration;
        this.onChanged = onChanged;
        this.refusal = new Refusal(context);
        addClassNames("card", "pad", "stack");
        getElement().setAttribute("aria-label", context.text("changes.promote"));
        Paragraph about = new Paragraph(context.text("changes.promote.about"));
        about.addClassName("muted");
        FileUpload<Planned> upload = new FileUpload<>(context, FILES, this::read, this::show, refusal::say);
        upload.addStartedListener(event -> {
            refusal.clear();
            plan.removeAll();
        });
        plan.addClassName("stack");
        plan.getElement().setAttribute("role", "status");
        add(new H2(context.text("changes.promote")), about, upload, refusal, plan);
    }

    /** On the thread that reads the file. */
    private Planned read(Caller caller, String name, InputStream content) throws IOException {
        String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
        return new Planned(text, configuration.promote(caller, text, true));
    }

    private void show(Planned planned) {
        Promotion promotion = planned.promotion;
        long work = promotion.count(Promotion.State.ADDED) + promotion.count(Promotion.State.CHANGED);
        plan.removeAll();
        plan.add(new PromotionList(context, promotion));
        if (work > 0) {
            Paragraph itemByItem = new Paragraph(context.text("changes.apply.about"));
            itemByItem.addClassNames("muted", "small");
            Button apply = new Button(context.text("changes.apply"), event -> apply(planned.text));
            apply.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            apply.setDisableOnClick(true);
            Button leave = new Button(context.text("form.cancel"), event -> plan.removeAll());
            Div buttons = new Div(apply, leave);
            buttons.addClassName("row");
            plan.add(itemByItem, buttons);
        }
    }

    private void apply(String text) {
        Caller caller = context.caller();
        context.background(
                () -> configuration.promote(caller, text, false),
                promotion -> {
                    plan.removeAll();
                    plan.add(new PromotionList(context, promotion));
                    if (promotion.count(Promotion.State.REFUSED) > 0) {
                        plan.add(rest(text));
                    }
                    onChanged.run();
                },
                failure -> {
                    // some of it may be done: what is there is seen above, and the file can be planned again
                    plan.removeAll();
                    refusal.say(failure);
                    plan.add(rest(text));
                    onChanged.run();
                });
    }

    /** What was done stays; the file again brings what is missing, and nothing twice. */
    private Div rest(String text) {
        Paragraph about = new Paragraph(context.text("changes.rest"));
        Button again = new Button(context.text("changes.rest.plan"), event -> plan(text));
        again.setDisableOnClick(true);
        Div rest = new Div(about, again);
        rest.addClassName("stack");
        return rest;
    }

    private void plan(String text) {
        Caller caller = context.caller();
        refusal.clear();
        context.background(
                () -> new Planned(text, configuration.promote(caller, text, true)), this::show, refusal::say);
    }

    private record Planned(String text, Promotion promotion) {}
}

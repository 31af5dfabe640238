package org.sencrm.ui.administration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Function;
import org.sencrm.api.access.Caller;
import org.sencrm.api.demo.Demo;
import org.sencrm.api.job.Job;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.work.WorkProgress;

/** Loads the demonstration data, or removes it whole. */
final class DemoSection extends SettingsCard {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient Demo demo;
    private final Div content = new Div();

    DemoSection(HostContext context, Demo demo) {
        super(context.text("home.demo.title"));
        this.context = context;
        this.demo = demo;
        content.addClassName("stack");
        add(content);
        offer();
    }

    private void offer() {
        boolean loaded = demo.isLoaded();
        Paragraph text = new Paragraph(context.text(loaded ? "home.demo.loaded" : "home.demo.text"));
        text.addClassName("muted");
        Button button = new Button(context.text(loaded ? "home.demo.remove" : "home.demo.load"), event -> {
            if (loaded) {
                run(demo::remove, "home.demo.doneRemove");
            } else {
                run(demo::load, "home.demo.doneLoad");
            }
        });
        content.removeAll();
        content.add(text, button);
    }

    private void run(Function<Caller, Job> work, String doneKey) {
        WorkProgress progress = new WorkProgress(context, context.text("home.demo.starting"));
        content.removeAll();
        content.add(progress);
        Caller caller = context.caller();
        context.background(
                () -> work.apply(caller),
                job -> context.followJob(this, job.id(), now -> {
                    progress.show(now.done(), now.total());
                    if (now.state().isOver()) {
                        context.inform(now.message() == null ? context.text(doneKey) : now.message());
                        offer();
                    }
                }),
                failure -> {
                    context.report(failure);
                    offer();
                });
    }
}

package org.sencrm.ui.home;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.function.Function;
import org.sencrm.api.access.Caller;
import org.sencrm.api.demo.Demo;
import org.sencrm.api.job.Job;
import org.sencrm.ui.host.HostContext;

/**
 * Brings the demonstration data in, or takes it away whole. Offered while there is no data at all, and as long as there is
 * demonstration data.
 */
final class DemoCard extends Section {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;

    private enum State {
        EMPTY,
        LOADED,
        IN_USE
    }

    DemoCard(HostContext context) {
        this.context = context;
        addClassNames("card", "pad", "demo");
        setVisible(false);
        load();
    }

    private void load() {
        context.services().demo().ifPresent(this::load);
    }

    private void load(Demo demo) {
        Stock stock = new Stock(context.services(), context.caller());
        context.background(
                () -> demo.isLoaded() ? State.LOADED : stock.hasMoreThan(0, Stock.FIRST) ? State.IN_USE : State.EMPTY,
                state -> show(demo, state));
    }

    private void show(Demo demo, State state) {
        removeAll();
        setVisible(state != State.IN_USE);
        boolean loaded = state == State.LOADED;
        Span text = new Span(context.text(loaded ? "home.demo.loaded" : "home.demo.text"));
        text.addClassNames("muted", "grow");
        Button button = new Button(context.text(loaded ? "home.demo.remove" : "home.demo.load"), event -> {
            if (loaded) {
                run(demo::remove, "home.demo.doneRemove");
            } else {
                run(demo::load, "home.demo.doneLoad");
            }
        });
        Div row = new Div(new H2(context.text("home.demo.title")), text, button);
        row.addClassName("row");
        add(row);
    }

    private void run(Function<Caller, Job> work, String done) {
        removeAll();
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(true);
        Span number = new Span(context.text("home.demo.starting"));
        number.getElement().setAttribute("role", "status");
        add(number, bar);
        Caller caller = context.caller();
        context.background(
                () -> work.apply(caller),
                job -> context.followJob(this, job.id(), now -> {
                    if (!now.state().isOver()) {
                        showProgress(bar, number, now);
                    } else {
                        load();
                        context.inform(now.message() != null ? now.message() : context.text(done));
                    }
                }));
    }

    private void showProgress(ProgressBar bar, Span number, Job job) {
        if (job.total() > 0) {
            bar.setIndeterminate(false);
            bar.setValue(Math.min(1.0, (double) job.done() / job.total()));
            number.setText(context.text("home.demo.working", job.done(), job.total()));
        }
    }
}

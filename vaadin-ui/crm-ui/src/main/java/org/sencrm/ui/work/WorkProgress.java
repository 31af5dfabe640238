package org.sencrm.ui.work;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import org.sencrm.ui.host.HostContext;

/** How far long work is: a bar and a number, and a button to stop it where that is possible. */
public final class WorkProgress extends Div {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final ProgressBar bar = new ProgressBar();
    private final Span number = new Span();
    private final Div row = new Div(number);

    public WorkProgress(HostContext context, String title) {
        this.context = context;
        addClassName("stack");
        Span heading = new Span(title);
        heading.addClassName("strong");
        number.addClassNames("muted", "grow");
        bar.getElement().setAttribute("aria-label", title);
        bar.setIndeterminate(true);
        row.addClassName("row");
        add(heading, bar, row);
    }

    /** Offers to stop the work; can be used once. */
    public WorkProgress withCancel(Runnable onCancel) {
        Button cancel = new Button(context.text("work.cancel"), event -> onCancel.run());
        cancel.setDisableOnClick(true);
        row.add(cancel);
        return this;
    }

    /** @param total 0 while unknown */
    public void show(long done, long total) {
        bar.setIndeterminate(total == 0);
        if (total > 0) {
            bar.setValue(Math.min(1.0, (double) done / total));
            number.setText(context.text("work.progress", done, total));
        } else if (done > 0) {
            number.setText(context.text("work.progress.unknown", done));
        }
    }
}

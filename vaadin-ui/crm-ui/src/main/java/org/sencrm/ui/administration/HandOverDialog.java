package org.sencrm.ui.administration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Map;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.job.Job;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.field.Editor;
import org.sencrm.ui.field.Editors;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.work.TakenBack;
import org.sencrm.ui.work.WorkProgress;

/** Somebody leaves: asks who takes over everything of theirs, shows how it goes, and takes it back if asked. */
final class HandOverDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient RecordData user;
    private final transient Editor successor;
    private final Div body = new Div();
    private final Checkbox deactivate = new Checkbox();

    HandOverDialog(HostContext context, RecordData user) {
        this.context = context;
        this.user = user;
        setHeaderTitle(context.text("handOver.for", user.text("name")));
        setWidth("min(480px, 96vw)");
        body.addClassName("stack");
        add(body);
        RecordType users = context.types().get(user.type());
        successor =
                new Editors(context, null).of(users, users.field("owner").orElseThrow(), context.text("handOver.to"));
        deactivate.setLabel(context.text("handOver.deactivate", user.text("name")));
        deactivate.setValue(true);
        ask();
    }

    private void ask() {
        Paragraph about = new Paragraph(context.text("handOver.about"));
        about.addClassName("muted");
        body.add(about, successor.component(), deactivate);
        successor.focus();
        Button start = new Button(context.text("handOver.start"), event -> start());
        start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(context.text("work.cancel"), event -> close()), start);
    }

    private void start() {
        Reference to = (Reference) successor.value();
        if (to == null) {
            successor.refuse(context.text("handOver.missing"));
            return;
        }
        try {
            Object answer = context.records()
                    .act(
                            context.caller(),
                            user.type(),
                            user.id(),
                            "handOver",
                            Map.of("to", Long.toString(to.id()), "deactivate", deactivate.getValue()));
            follow(Long.parseLong((String) ((Map<?, ?>) answer).get("job")));
        } catch (Fault refused) {
            if (!context.asks(refused, this::start)) {
                successor.refuse(context.explain(refused));
            }
        }
    }

    private void follow(long job) {
        WorkProgress progress = new WorkProgress(context, context.text("handOver.running"));
        body.removeAll();
        body.add(progress);
        getFooter().removeAll();
        getFooter().add(new Button(context.text("handOver.close"), event -> close()));
        context.followJob(this, job, now -> {
            progress.show(now.done(), now.total());
            if (now.state().isOver()) {
                tell(now);
            }
        });
    }

    /** What went over, type by type, with the way back. */
    private void tell(Job job) {
        body.removeAll();
        Button undo = new Button(context.text("action.undo"), event -> undo(job.id()));
        getFooter().add(undo);
        if (job.state() != Job.State.DONE) {
            body.add(banner(job.message() == null ? context.text("handOver.stopped") : job.message()));
            return;
        }
        UnorderedList list = new UnorderedList();
        ((Map<?, ?>) job.result().get("types"))
                .forEach((type, count) -> list.add(
                        new ListItem(context.text("type." + type + ".plural") + ": " + context.format(count))));
        body.add(new Paragraph(context.text("handOver.done", number(job, "moved"))), list);
        if (number(job, "inTrash") > 0) {
            body.add(new Paragraph(context.text("handOver.inTrash", number(job, "inTrash"))));
        }
        if (job.result().get("problem") != null) {
            body.add(banner(context.text(
                    "bulk.failed", number(job, "failed"), job.result().get("problem"))));
        }
    }

    private static long number(Job job, String name) {
        return ((Number) job.result().get(name)).longValue();
    }

    private Div banner(String message) {
        Div banner = new Div();
        banner.setText(message);
        banner.addClassNames("banner", "bad");
        banner.getElement().setAttribute("role", "alert");
        return banner;
    }

    private void undo(long job) {
        close();
        TakenBack.start(context, job, true);
    }
}

package org.sencrm.ui.administration;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.mail.Mails;
import org.sencrm.api.mail.SentMail;
import org.sencrm.ui.field.RowsTable;
import org.sencrm.ui.host.HostContext;

/** Sends a test mail and tells what happened; below it, what became of the last mails. */
final class MailTrial extends Div {

    private static final long serialVersionUID = 1L;
    private static final int LAST = 20;

    private final transient HostContext context;
    private final transient Mails mails;
    private final EmailField to = new EmailField();
    private final Button send;
    private final Div answer = new Div();
    private final Div last = new Div();

    MailTrial(HostContext context, Mails mails) {
        this.context = context;
        this.mails = mails;
        addClassName("stack");
        to.setLabel(context.text("settings.mail.test.to"));
        to.setWidth("min(360px, 100%)");
        to.setValue(ownAddress());
        to.addKeyPressListener(Key.ENTER, event -> send());
        send = new Button(context.text("settings.mail.test.send"), event -> send());
        answer.addClassName("banner");
        answer.getElement().setAttribute("role", "status");
        answer.setVisible(false);
        last.addClassName("stack");
        Paragraph about = new Paragraph(context.text("settings.mail.test.about"));
        about.addClassName("muted");
        add(new H2(context.text("settings.mail.test")), about, to, send, answer, last);
        load();
    }

    private String ownAddress() {
        String own = context.services().access().profile(context.caller()).email();
        return own == null ? "" : own;
    }

    private void send() {
        if (to.isEmpty() || to.isInvalid()) {
            to.setInvalid(true);
            to.setErrorMessage(context.text("settings.badEmail"));
            to.focus();
            return;
        }
        Caller caller = context.caller();
        String recipient = to.getValue().strip();
        send.setEnabled(false);
        say(context.text("settings.mail.test.sending"), "");
        context.background(() -> mails.test(caller, recipient), this::tell, failure -> {
            send.setEnabled(true);
            say(context.explain(failure), "bad");
        });
    }

    private void tell(Mails.Trial trial) {
        send.setEnabled(true);
        say(trial.message(), trial.sent() ? "good" : "bad");
    }

    private void say(String message, String kind) {
        answer.setText(message);
        answer.setClassName("banner" + (kind.isEmpty() ? "" : " " + kind));
        answer.setVisible(true);
    }

    private void load() {
        Caller caller = context.caller();
        context.background(() -> mails.recent(caller, LAST), this::show);
    }

    private void show(List<SentMail> recent) {
        last.removeAll();
        if (recent.isEmpty()) {
            return;
        }
        List<String> columns = List.of("when", "recipient", "state", "problem").stream()
                .map(column -> context.text("settings.mail.last." + column))
                .toList();
        List<List<String>> rows = recent.stream().map(this::row).toList();
        String title = context.text("settings.mail.last");
        last.add(new H2(title), new RowsTable(title, columns, rows));
    }

    private List<String> row(SentMail mail) {
        return List.of(
                context.format(mail.changedAt()),
                mail.recipient(),
                context.text("settings.mail.state." + mail.state().code()),
                mail.problem() == null ? "" : mail.problem());
    }
}

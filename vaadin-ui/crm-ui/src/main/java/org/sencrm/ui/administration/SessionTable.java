package org.sencrm.ui.administration;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.stream.Stream;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.UserSessions;
import org.sencrm.ui.field.ButtonTable;
import org.sencrm.ui.host.HostContext;

/** Where somebody is signed in, each place with a button that ends it. */
final class SessionTable extends Div {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient Caller caller;
    private final long user;

    SessionTable(HostContext context, long user) {
        this.context = context;
        this.user = user;
        caller = context.caller();
        load();
    }

    private void load() {
        context.services()
                .userSessions()
                .ifPresent(sessions -> context.background(() -> sessions.list(caller, user), this::show));
    }

    private void show(List<UserSessions.Session> sessions) {
        removeAll();
        if (sessions.isEmpty()) {
            Paragraph none = new Paragraph(context.text("sessions.none"));
            none.addClassName("muted");
            add(none);
            return;
        }
        ButtonTable table = new ButtonTable(Stream.of("device", "address", "started", "used")
                .map(column -> context.text("sessions." + column))
                .toList());
        sessions.forEach(session -> add(table, session));
        add(table);
    }

    private void add(ButtonTable table, UserSessions.Session session) {
        String device = session.device().isEmpty() ? context.text("sessions.unknown") : session.device();
        table.row(
                List.of(
                        device,
                        session.address() == null ? context.text("sessions.unknown") : session.address(),
                        context.format(session.startedAt()),
                        context.format(session.usedAt())),
                session.id() == context.browser() ? new Text(context.text("sessions.here")) : end(session, device));
    }

    private Button end(UserSessions.Session session, String device) {
        Button end = new Button(context.text("sessions.end"), event -> end(session.id()));
        end.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_SMALL);
        end.getElement().setAttribute("aria-label", context.text("sessions.end.of", device));
        return end;
    }

    private void end(long session) {
        context.services()
                .userSessions()
                .ifPresent(sessions -> context.background(
                        () -> {
                            sessions.end(caller, session);
                            context.endSessions();
                            return session;
                        },
                        ended -> {
                            context.inform(context.text("sessions.ended"));
                            load();
                        }));
    }
}

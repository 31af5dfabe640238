package org.sencrm.ui.administration;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.UserSessions;
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
        addClassName("table-frame");
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
        HtmlContainer head = new HtmlContainer("tr");
        for (String column : List.of("device", "address", "started", "used")) {
            HtmlContainer cell = new HtmlContainer("th");
            cell.setText(context.text("sessions." + column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        head.add(new HtmlContainer("td"));
        HtmlContainer body = new HtmlContainer("tbody");
        sessions.forEach(session -> body.add(row(session)));
        add(new HtmlContainer("table", new HtmlContainer("thead", head), body));
    }

    private HtmlContainer row(UserSessions.Session session) {
        String device = session.device().isEmpty() ? context.text("sessions.unknown") : session.device();
        String address = session.address() == null ? context.text("sessions.unknown") : session.address();
        return new HtmlContainer(
                "tr",
                cell(device),
                cell(address),
                cell(context.format(session.startedAt())),
                cell(context.format(session.usedAt())),
                session.id() == context.browser() ? cell(context.text("sessions.here")) : end(session, device));
    }

    private HtmlContainer end(UserSessions.Session session, String device) {
        Button end = new Button(context.text("sessions.end"), event -> end(session.id()));
        end.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_SMALL);
        end.getElement().setAttribute("aria-label", context.text("sessions.end.of", device));
        return new HtmlContainer("td", end);
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

    private static HtmlContainer cell(String text) {
        HtmlContainer cell = new HtmlContainer("td");
        cell.setText(text);
        return cell;
    }
}

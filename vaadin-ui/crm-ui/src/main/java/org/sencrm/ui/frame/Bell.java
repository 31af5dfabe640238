package org.sencrm.ui.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.talk.Notification;
import org.sencrm.api.talk.Notifications;
import org.sencrm.ui.field.RelativeTime;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;

/** What the person was told: how much of it is new, by push, and the newest behind a click. */
final class Bell extends Button {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 20;
    private static final int MOST_COUNTED = 99;
    private static final int LONGEST_TEXT = 120;

    private final transient HostContext context;
    private final transient Notifications notifications;
    private final DropMenu menu;
    private final Span count = new Span();

    Bell(HostContext context, Notifications notifications) {
        this.context = context;
        this.notifications = notifications;
        menu = new DropMenu(this);
        addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        addClassName("bell");
        count.addClassName("count");
        Div sign = new Div(Icons.icon("bell"), count);
        sign.addClassName("sign");
        setIcon(sign);
        menu.addClassName("bell-menu");
        context.whenNotified(this, this::load);
        show(new Told(List.of(), 0));
        load();
    }

    private record Told(List<Notification> newest, int unread) {}

    private void load() {
        Caller caller = context.caller();
        context.background(() -> new Told(notifications.list(caller, SHOWN), notifications.unread(caller)), this::show);
    }

    private void show(Told told) {
        String number = told.unread() > MOST_COUNTED ? MOST_COUNTED + "+" : Integer.toString(told.unread());
        count.setText(number);
        count.setVisible(told.unread() > 0);
        String name = told.unread() == 0 ? context.text("bell.none") : context.text("bell.some", told.unread());
        getElement().setAttribute("aria-label", name).setAttribute("title", name);
        menu.removeAll();
        if (told.newest().isEmpty()) {
            menu.addItem(context.text("bell.empty")).setEnabled(false);
            return;
        }
        if (told.unread() > 0) {
            menu.addItem(context.text("bell.readAll"), event -> notifications.readAll(context.caller()));
        }
        told.newest().forEach(each -> menu.addItem(line(each), event -> open(each)));
    }

    private void open(Notification told) {
        notifications.read(context.caller(), List.of(told.id()));
        if (concernsSignIn(told.kind())) {
            UI.getCurrent().navigate(Addresses.SETTINGS);
        } else {
            context.open(told.record());
        }
    }

    private Div line(Notification told) {
        Span what = new Span(context.text(
                key(told.kind()), context.format(told.by()), told.record().label()));
        what.addClassName(told.isRead() ? "muted" : "strong");
        Span when = new Span(new RelativeTime(context).past(told.at()));
        when.addClassNames("faint", "small");
        Div line = new Div(new Div(what));
        if (told.text() != null) {
            Div text = new Div();
            text.setText(
                    told.text().length() <= LONGEST_TEXT
                            ? told.text()
                            : told.text().substring(0, LONGEST_TEXT) + "…");
            text.addClassName("muted");
            line.add(text);
        }
        line.add(when);
        line.addClassName("bell-line");
        return line;
    }

    private static boolean concernsSignIn(Notification.Kind kind) {
        return switch (kind) {
            case FACTORS_CHANGED, FACTOR_NEEDED, FACTOR_COPIED, FACTOR_ENDING -> true;
            default -> false;
        };
    }

    private static String key(Notification.Kind kind) {
        return switch (kind) {
            case MENTIONED -> "bell.mentioned";
            case COMMENTED -> "bell.commented";
            case ASSIGNED -> "bell.assigned";
            case CHANGED -> "bell.changed";
            case SHARED -> "bell.shared";
            case FACTORS_CHANGED -> "bell.factorsChanged";
            case FACTOR_NEEDED -> "bell.factorNeeded";
            case FACTOR_COPIED -> "bell.factorCopied";
            case FACTOR_RESET_ASKED -> "bell.factorResetAsked";
            case FACTOR_ENDING -> "bell.factorEnding";
            case RETENTION_RAN -> "bell.retentionRan";
        };
    }
}

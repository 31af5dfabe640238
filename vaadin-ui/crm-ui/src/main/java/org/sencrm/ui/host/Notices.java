package org.sencrm.ui.host;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import org.sencrm.ui.look.Icons;

/** Short notices at the lower edge. They take no focus and are read out by screen readers. */
final class Notices {

    private static final int READ_MILLIS = 5_000;
    private static final int UNDO_MILLIS = 10_000;
    private static final int FAILURE_MILLIS = 12_000;

    private Notices() {}

    static void inform(HostContext context, String message) {
        open(context, message, READ_MILLIS, "notice");
    }

    static void informWithUndo(HostContext context, String message, Runnable undo) {
        Notification notification = open(context, message, UNDO_MILLIS, "notice");
        Button button = new Button(context.text("action.undo"), event -> {
            notification.close();
            undo.run();
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        row(notification).addComponentAtIndex(1, button);
    }

    static void fail(HostContext context, String message) {
        open(context, message, FAILURE_MILLIS, "notice bad");
    }

    private static Notification open(HostContext context, String message, int millis, String theme) {
        Notification notification = new Notification();
        notification.setPosition(Notification.Position.BOTTOM_START);
        notification.setDuration(millis);
        notification.getElement().setAttribute("theme", theme);
        Button close = new Button(Icons.icon("close"), event -> notification.close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
        close.getElement().setAttribute("aria-label", context.text("action.close"));
        Div row = new Div(new Span(message), close);
        row.addClassName("notice-row");
        notification.add(row);
        notification.open();
        return notification;
    }

    private static Div row(Notification notification) {
        return (Div) notification.getChildren().findFirst().orElseThrow();
    }
}

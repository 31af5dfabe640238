package org.sencrm.ui.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.shared.Registration;
import java.util.function.Consumer;

/** Tells a component whether the browser is as narrow as a phone, and when that changes. */
public final class NarrowPage {

    private static final int PHONE_PIXELS = 720;

    private Boolean narrow;

    private NarrowPage() {}

    /** Runs the work with the answer at once when it is known, and again when it changes, while attached. */
    public static void follow(Component component, Consumer<Boolean> work) {
        component.addAttachListener(event -> {
            NarrowPage state = new NarrowPage();
            Page page = event.getUI().getPage();
            page.retrieveExtendedClientDetails(details -> state.set(details.getWindowInnerWidth(), work));
            Registration resizing = page.addBrowserWindowResizeListener(resize -> state.set(resize.getWidth(), work));
            component.addDetachListener(detach -> {
                resizing.remove();
                detach.unregisterListener();
            });
        });
    }

    private void set(int pixels, Consumer<Boolean> work) {
        boolean now = pixels <= PHONE_PIXELS;
        if (narrow == null || narrow != now) {
            narrow = now;
            work.accept(now);
        }
    }
}

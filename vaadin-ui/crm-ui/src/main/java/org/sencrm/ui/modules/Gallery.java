package org.sencrm.ui.modules;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.StreamResource;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.module.Modules;
import org.sencrm.ui.host.HostContext;

/** The screenshots of a module, small; a click or Enter shows one large, and the arrow keys the ones beside it. */
final class Gallery extends Div {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient List<StreamResource> pictures = new ArrayList<>();

    Gallery(HostContext context, String module, List<String> names) {
        this.context = context;
        addClassName("gallery");
        getElement().setAttribute("role", "group").setAttribute("aria-label", context.text("store.screenshots"));
        Caller caller = context.caller();
        context.background(
                () -> names.stream()
                        .map(name -> ModulesView.modules(context).picture(caller, module, name))
                        .toList(),
                this::show);
    }

    private void show(List<Modules.Picture> found) {
        for (Modules.Picture picture : found) {
            StreamResource resource =
                    new StreamResource("screenshot", () -> new ByteArrayInputStream(picture.content()));
            resource.setContentType(picture.mediaType());
            resource.setHeader("X-Content-Type-Options", "nosniff");
            pictures.add(resource);
        }
        for (int i = 0; i < pictures.size(); i++) {
            add(small(i));
        }
    }

    private String named(int index) {
        return context.text("store.screenshot", index + 1, pictures.size());
    }

    private NativeButton small(int index) {
        NativeButton button = new NativeButton();
        button.add(new Image(pictures.get(index), ""));
        button.getElement().setAttribute("aria-label", named(index));
        button.addClickListener(event -> new Large(index).open());
        return button;
    }

    /** One of them, as large as there is room. */
    private final class Large extends Dialog {

        private static final long serialVersionUID = 1L;

        private final Image image = new Image();
        private final Span number = new Span();
        private int index;

        Large(int first) {
            index = first;
            addClassName("gallery-large");
            setWidth("min(1320px, 96vw)");
            number.getElement().setAttribute("aria-live", "polite");
            number.addClassName("grow");
            Button before = new Button(context.text("store.screenshot.before"), event -> step(-1));
            Button next = new Button(context.text("store.screenshot.next"), event -> step(1));
            before.setVisible(pictures.size() > 1);
            next.setVisible(pictures.size() > 1);
            Button close = new Button(context.text("action.close"), event -> close());
            Shortcuts.addShortcutListener(this, () -> step(-1), Key.ARROW_LEFT).listenOn(this);
            Shortcuts.addShortcutListener(this, () -> step(1), Key.ARROW_RIGHT).listenOn(this);
            getFooter().add(number, before, next, close);
            add(image);
            step(0);
        }

        private void step(int by) {
            index = Math.floorMod(index + by, pictures.size());
            image.setSrc(pictures.get(index));
            image.setAlt(named(index));
            number.setText(named(index));
            setHeaderTitle(named(index));
        }
    }
}

package org.sencrm.ui.modules;

import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import java.util.Base64;
import org.sencrm.api.access.Caller;
import org.sencrm.api.module.Modules;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;

/**
 * The sign of a module. One that its package brings is put into the page as an image: a program that a drawing may hold
 * does not run there, and there is no address under which it would.
 */
final class ModuleIcon extends Span {

    private static final long serialVersionUID = 1L;

    ModuleIcon(HostContext context, Modules.Module module) {
        addClassNames("ico", "g", "module-icon");
        getElement().setAttribute("aria-hidden", "true");
        add(Icons.icon("puzzle"));
        if (module.icon() != null) {
            Caller caller = context.caller();
            context.background(
                    () -> ModulesView.modules(context).picture(caller, module.id(), module.icon()),
                    this::show,
                    failure -> {
                        // the general sign stays
                    });
        }
    }

    private void show(Modules.Picture picture) {
        String data =
                "data:" + picture.mediaType() + ";base64," + Base64.getEncoder().encodeToString(picture.content());
        removeAll();
        add(new Image(data, ""));
    }
}

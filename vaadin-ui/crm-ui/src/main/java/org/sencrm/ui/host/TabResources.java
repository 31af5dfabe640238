package org.sencrm.ui.host;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.module.ModuleId;
import org.sencrm.ui.api.ModuleResources;

/** Loads the files of modules into one browser tab. */
final class TabResources implements ModuleResources {

    private final UI ui;
    private final HostContext context;

    TabResources(UI ui, HostContext context) {
        this.ui = ui;
        this.context = context;
    }

    @Override
    public String address(Class<?> owner, String path) {
        return Optional.ofNullable(FrameworkUtil.getBundle(owner))
                .flatMap(bundle -> context.services().bundles().address(bundle, path))
                .orElseThrow(() -> new NotFound(context.text("web.missing", path, moduleName(owner))));
    }

    @Override
    public void load(Component user, String path) {
        String message = context.text("web.broken", moduleName(user.getClass()));
        try {
            ui.getPage()
                    .executeJs("return import($0).then(() => true)", address(user.getClass(), path))
                    .then(Boolean.class, loaded -> {}, failure -> context.report(new Unavailable(message)));
        } catch (NotFound missing) {
            context.report(missing);
        }
    }

    private String moduleName(Class<?> owner) {
        Bundle bundle = FrameworkUtil.getBundle(owner);
        return bundle == null ? "" : context.moduleName(ModuleId.of(bundle.getHeaders("")));
    }
}

package org.sencrm.ui.host;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.module.ModuleId;
import org.sencrm.ui.api.ModuleResources;

/** Loads the files of modules into one browser tab. */
final class TabResources implements ModuleResources {

    /**
     * A property that was set before the browser knew the element hides the one of the same name that its class defines; set
     * again it goes where it belongs.
     */
    private static final String LOAD = """
            return import($0).then(() => {
              for (const name of Object.keys(this)) {
                if (name in Object.getPrototypeOf(this)) {
                  const value = this[name];
                  delete this[name];
                  this[name] = value;
                }
              }
              return true;
            });""";

    private final HostContext context;

    TabResources(HostContext context) {
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
            user.getElement()
                    .executeJs(LOAD, address(user.getClass(), path))
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

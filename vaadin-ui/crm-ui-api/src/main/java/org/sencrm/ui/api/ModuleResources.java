package org.sencrm.ui.api;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Files of a module that browsers load: what lies in {@code OSGI-INF/web/} of one of its bundles, such as ES modules,
 * style sheets and pictures. They are served to people who are signed in, those in {@code public/} to everybody, for as long as the bundle runs, under an address
 * that changes with their content, so that browsers keep them. Types served: js, mjs, css, json, svg, png, jpg, gif, webp,
 * woff2. Belongs to one browser tab; used on that tab's UI thread.
 *
 * <pre>{@code
 * new Image(ModuleResources.of(UI.getCurrent()).address(getClass(), "map/pin.svg"), "");
 * }</pre>
 */
@ProviderType
public interface ModuleResources {

    /** Those that the components of this tab may use. */
    static ModuleResources of(UI ui) {
        return ComponentUtil.getData(ui, ModuleResources.class);
    }

    /**
     * The address of a file, with the path of the server.
     *
     * @param owner a class of the bundle in which the file lies; not kept
     * @param path below {@code OSGI-INF/web/}, e.g. {@code map/map.js}
     * @throws org.sencrm.api.fault.NotFound where there is no such file, or of no type that is served
     */
    String address(Class<?> owner, String path);

    /**
     * Loads an ES module into the page, each file once. Where there is no such file, or the browser cannot load it, the person
     * is told so with the name of the module, and the rest of the page goes on.
     *
     * @param user the component that needs it; its class tells the bundle
     * @param path as for {@link #address}
     */
    void load(Component user, String path);
}

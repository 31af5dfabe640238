package org.sencrm.ui.api;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;

/**
 * A custom element that a module brings in its own bundle, without a build of the product's front end. The ES module that
 * defines the element lies in {@code OSGI-INF/web/} of the bundle and is loaded when the component is attached for the first
 * time in a browser tab. State goes by properties and attributes of {@link #getElement()}, news by its events.
 *
 * <p>An ES module imports its neighbours by relative paths and brings its own libraries; the product's style roles
 * ({@code --ink}, {@code --primary} …) can be used in its styles. A page cannot forget an element that it once
 * knew: after an update of the module, tabs that are open keep the old definition until they are loaded anew, so a module
 * asks before it defines.
 *
 * <pre>{@code
 * // OSGI-INF/web/acme-clock.js
 * class AcmeClock extends HTMLElement { set zone(name) { … } }
 * customElements.get('acme-clock') || customElements.define('acme-clock', AcmeClock);
 *
 * final class Clock extends WebComponent {
 *     Clock(String zone) {
 *         super("acme-clock", "acme-clock.js");
 *         getElement().setProperty("zone", zone);
 *     }
 * }
 * }</pre>
 */
public abstract class WebComponent extends Component {

    private static final long serialVersionUID = 1L;

    private final String resource;

    /**
     * @param tag name of the custom element, with the module's word in front
     * @param resource the ES module that defines it, below {@code OSGI-INF/web/} of the bundle of this class
     */
    protected WebComponent(String tag, String resource) {
        super(new Element(tag));
        this.resource = resource;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        ModuleResources.of(event.getUI()).load(this, resource);
    }
}

package org.sencrm.ui.host;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.internal.ReflectionCache;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.demo.Demo;
import org.sencrm.api.module.Modules;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.transfer.Exports;
import org.sencrm.api.transfer.Imports;
import org.sencrm.ui.api.HomeTile;
import org.sencrm.ui.api.RecordPanel;
import org.sencrm.ui.api.Screen;

/**
 * Lets open pages follow the modules: told when a screen, tile, panel or optional service comes or goes, and when the
 * record types change, which they do shortly after the persistence unit of their module comes or goes.
 */
@Component(service = ModuleFeed.class)
public class ModuleFeed {

    private static final String TOPIC = "modules";
    private static final String PERSISTENCE_UNIT = "javax.persistence.EntityManagerFactory";
    /** The types of a unit are there when its metamodel has been read, which takes a moment. */
    private static final List<Long> LOOK_AGAIN_MILLIS = List.of(300L, 700L, 1_500L, 3_000L, 6_000L);
    /** By then the open pages have let go of what a removed module brought. */
    private static final long FORGET_MILLIS = 3_000;

    private final Watches watches = new Watches("sen-ui-modules", 200);
    private final RecordTypes types;
    private final BundleContext bundle;
    private final ServiceListener listener = this::serviceChanged;
    private volatile int knownTypes;

    @Activate
    public ModuleFeed(@Reference RecordTypes types, BundleContext bundle) throws InvalidSyntaxException {
        this.types = types;
        this.bundle = bundle;
        knownTypes = fingerprint();
        Stream<String> services = Stream.of(
                        RecordTypes.class,
                        Screen.class,
                        HomeTile.class,
                        RecordPanel.class,
                        Modules.class,
                        Imports.class,
                        Exports.class,
                        Demo.class)
                .map(Class::getName);
        String filter = Stream.concat(services, Stream.of(PERSISTENCE_UNIT))
                .map(service -> "(" + Constants.OBJECTCLASS + "=" + service + ")")
                .collect(Collectors.joining("", "(|", ")"));
        bundle.addServiceListener(listener, filter);
    }

    void whileAttached(UI ui, com.vaadin.flow.component.Component component, Runnable work) {
        watches.add(ui, component, TOPIC, work);
    }

    private void serviceChanged(ServiceEvent event) {
        wake();
        LOOK_AGAIN_MILLIS.forEach(pause -> watches.after(pause, this::wakeIfTypesChanged));
        if (event.getType() == ServiceEvent.UNREGISTERING) {
            // Flow keeps metadata of component classes in static caches, and with it the class loader of the module
            watches.after(FORGET_MILLIS, ReflectionCache::clearAll);
        }
    }

    private void wakeIfTypesChanged() {
        int now = fingerprint();
        if (now != knownTypes) {
            knownTypes = now;
            wake();
        }
    }

    private void wake() {
        watches.wake(topic -> true);
    }

    /** Another number for other types; a type that came back after an update is another one. */
    private int fingerprint() {
        return types.all().stream()
                .map(type -> type.name() + System.identityHashCode(type))
                .toList()
                .hashCode();
    }

    @Deactivate
    void close() {
        bundle.removeServiceListener(listener);
        watches.close();
    }
}

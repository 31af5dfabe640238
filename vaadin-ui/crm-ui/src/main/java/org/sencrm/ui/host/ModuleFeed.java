package org.sencrm.ui.host;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.internal.ReflectionCache;
import java.util.List;
import java.util.Set;
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
import org.sencrm.api.demo.Demo;
import org.sencrm.api.module.Modules;
import org.sencrm.api.record.RecordChange;
import org.sencrm.api.record.RecordListener;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.transfer.Exports;
import org.sencrm.api.transfer.Imports;
import org.sencrm.ui.api.HomeTile;
import org.sencrm.ui.api.RecordPanel;
import org.sencrm.ui.api.Screen;

/**
 * Lets open pages follow the modules: told when a screen, tile, panel or optional service comes or goes, when the
 * property {@link RecordTypes#VERSION} says that record types came, went or got other fields, and when roles change, for
 * which modules can be switched off.
 */
@Component(service = {ModuleFeed.class, RecordListener.class})
public class ModuleFeed implements RecordListener {

    private static final String TOPIC = "modules";
    private static final Set<String> ROLES = Set.of("roles", "users");
    /** By then the open pages have let go of what a removed module brought. */
    private static final long FORGET_MILLIS = 3_000;

    private final Watches watches = new Watches("sen-ui-modules", 200);
    private final BundleContext bundle;
    private final ServiceListener listener = this::serviceChanged;

    @Activate
    public ModuleFeed(BundleContext bundle) throws InvalidSyntaxException {
        this.bundle = bundle;
        String filter = Stream.of(
                        RecordTypes.class,
                        Screen.class,
                        HomeTile.class,
                        RecordPanel.class,
                        Modules.class,
                        Imports.class,
                        Exports.class,
                        Demo.class)
                .map(service -> "(" + Constants.OBJECTCLASS + "=" + service.getName() + ")")
                .collect(Collectors.joining("", "(|", ")"));
        bundle.addServiceListener(listener, filter);
    }

    void whileAttached(UI ui, com.vaadin.flow.component.Component component, Runnable work) {
        watches.add(ui, component, TOPIC, work);
    }

    @Override
    public void changed(List<RecordChange> changes) {
        if (changes.stream().map(RecordChange::type).anyMatch(ROLES::contains)) {
            watches.wake(topic -> true);
        }
    }

    private void serviceChanged(ServiceEvent event) {
        watches.wake(topic -> true);
        if (event.getType() != ServiceEvent.REGISTERED) {
            // a module may have gone: Flow keeps metadata of component classes in static caches, and with it the
            // class loader of the module
            watches.after(FORGET_MILLIS, ReflectionCache::clearAll);
        }
    }

    @Deactivate
    void close() {
        bundle.removeServiceListener(listener);
        watches.close();
    }
}

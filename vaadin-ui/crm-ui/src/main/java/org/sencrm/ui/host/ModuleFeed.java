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
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.demo.Demo;
import org.sencrm.api.module.Modules;
import org.sencrm.api.record.RecordChange;
import org.sencrm.api.record.RecordListener;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.transfer.Exports;
import org.sencrm.api.transfer.Imports;
import org.sencrm.ui.bundle.ModuleBundles;

/**
 * Lets open pages follow the modules: told when a contribution, a file of a module or an optional service comes or goes, when
 * the property {@link RecordTypes#VERSION} says that record types came, went or got other fields, and when roles change, for
 * which modules can be switched off.
 */
@Component(service = {ModuleFeed.class, RecordListener.class})
public class ModuleFeed implements RecordListener {

    private static final String TOPIC = "modules";
    /** What pages follow besides contributions. */
    private static final List<Class<?>> SERVICES =
            List.of(RecordTypes.class, Modules.class, Imports.class, Exports.class, Demo.class);

    private static final Set<String> ROLES = Set.of("roles", "users");

    /** By then the open pages have let go of what a removed module brought. */
    private static final long FORGET_MILLIS = 3_000;

    private final Watches watches = new Watches("sen-ui-modules", 200);
    private final BundleContext bundle;
    private final ModuleBundles files;
    private final ServiceListener listener = this::serviceChanged;
    private final Runnable filesListener = this::tellAll;

    @Activate
    public ModuleFeed(BundleContext bundle, @Reference ModuleBundles files) throws InvalidSyntaxException {
        this.bundle = bundle;
        this.files = files;
        String filter = Stream.concat(Contributions.KINDS.stream(), SERVICES.stream())
                .map(service -> "(" + Constants.OBJECTCLASS + "=" + service.getName() + ")")
                .collect(Collectors.joining("", "(|", ")"));
        bundle.addServiceListener(listener, filter);
        files.whenChanged(filesListener);
    }

    void whileAttached(UI ui, com.vaadin.flow.component.Component component, Runnable work) {
        watches.add(ui, component, TOPIC, work);
    }

    @Override
    public void changed(List<RecordChange> changes) {
        if (changes.stream().map(RecordChange::type).anyMatch(ROLES::contains)) {
            tellAll();
        }
    }

    private void tellAll() {
        watches.wake(topic -> true);
    }

    private void serviceChanged(ServiceEvent event) {
        tellAll();
        if (event.getType() != ServiceEvent.REGISTERED) {
            // a module may have gone: Flow keeps metadata of component classes in static caches, and with it the
            // class loader of the module
            watches.after(FORGET_MILLIS, ReflectionCache::clearAll);
        }
    }

    @Deactivate
    void close() {
        bundle.removeServiceListener(listener);
        files.forget(filesListener);
        watches.close();
    }
}

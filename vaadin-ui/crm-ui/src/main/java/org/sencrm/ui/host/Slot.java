package org.sencrm.ui.host;

import com.vaadin.flow.component.UI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.sencrm.api.guard.Guard;
import org.sencrm.api.module.ModuleId;

/** What modules contribute of one kind, each behind the guard of its module. Thread safe. */
final class Slot<T> implements ServiceTrackerCustomizer<T, Contribution<T>> {

    private final Class<T> kind;
    private final BundleContext bundle;
    private final Guard guard;
    private final ServiceTracker<T, Contribution<T>> tracker;

    Slot(Class<T> kind, BundleContext bundle, Guard guard) {
        this.kind = kind;
        this.bundle = bundle;
        this.guard = guard;
        this.tracker = new ServiceTracker<>(bundle, kind, this);
    }

    void open() {
        tracker.open();
    }

    void close() {
        tracker.close();
    }

    /** In the order in which they came. */
    List<Contribution<T>> contents() {
        return tracker.getTracked().values().stream()
                .sorted(Comparator.comparingLong(Contribution::id))
                .toList();
    }

    /** A module that fails to make its service has none. */
    @Override
    public Contribution<T> addingService(ServiceReference<T> service) {
        T content = bundle.getService(service);
        return content == null
                ? null
                : new Contribution<>(
                        (Long) service.getProperty(Constants.SERVICE_ID),
                        ModuleId.of(service.getBundle().getHeaders("")),
                        guard.around(kind, content, Slot::language));
    }

    @Override
    public void modifiedService(ServiceReference<T> service, Contribution<T> contribution) {
        // its properties say nothing about it
    }

    @Override
    public void removedService(ServiceReference<T> service, Contribution<T> contribution) {
        bundle.ungetService(service);
    }

    private static Locale language() {
        UI tab = UI.getCurrent();
        return tab == null ? Locale.ENGLISH : tab.getLocale();
    }
}

package org.sencrm.ui.host;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.guard.Guard;
import org.sencrm.ui.api.Command;
import org.sencrm.ui.api.FactorInput;
import org.sencrm.ui.api.HomeTile;
import org.sencrm.ui.api.RecordPanel;
import org.sencrm.ui.api.Screen;
import org.sencrm.ui.api.SettingsPage;
import org.sencrm.ui.api.StandardView;

/**
 * What the modules contribute to the screens as services, as it is now. Views do not ask here but in {@link Offers}, which
 * knows who may see what. Thread safe.
 */
@Component(service = Contributions.class)
public class Contributions {

    /** Every kind of service that a module can put into the screens. */
    static final List<Class<?>> KINDS = List.of(
            Screen.class,
            HomeTile.class,
            RecordPanel.class,
            StandardView.class,
            Command.class,
            SettingsPage.class,
            FactorInput.class);

    private final Map<Class<?>, Slot<?>> slots = new LinkedHashMap<>();

    @Activate
    public Contributions(BundleContext bundle, @Reference Guard guard) {
        KINDS.forEach(kind -> slots.put(kind, new Slot<>(kind, bundle, guard)));
    }

    @Activate
    void open() {
        slots.values().forEach(Slot::open);
    }

    @Deactivate
    void close() {
        slots.values().forEach(Slot::close);
    }

    /** All of one kind, in the order in which they came. */
    @SuppressWarnings("unchecked")
    <T> List<Contribution<T>> of(Class<T> kind) {
        return ((Slot<T>) slots.get(kind)).contents();
    }
}

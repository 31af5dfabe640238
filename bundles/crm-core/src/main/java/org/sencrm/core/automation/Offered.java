package org.sencrm.core.automation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sencrm.api.automation.AutomationAction;
import org.sencrm.api.automation.AutomationTrigger;
import org.sencrm.api.guard.Guard;
import org.sencrm.core.extension.Contribution;
import org.sencrm.core.extension.Contributions;

/** The triggers and actions that are there now. Services are fetched when they are needed and not before. Thread safe. */
@Component(service = Offered.class)
public final class Offered {

    private final BundleContext context;
    private final Guard guard;
    private final Contributions<AutomationAction> actions = new Contributions<>();
    private final List<Trigger> triggers = new CopyOnWriteArrayList<>();

    @Activate
    public Offered(BundleContext context, @Reference Guard guard) {
        this.context = context;
        this.guard = guard;
    }

    /** Outside of a container: contributions are added by hand. */
    Offered() {
        this.context = null;
        this.guard = null;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindAction(ServiceReference<AutomationAction> action) {
        actions.add(Contribution.of(
                context, action, found -> guard.around(AutomationAction.class, found, () -> Locale.ENGLISH)));
    }

    void unbindAction(ServiceReference<AutomationAction> action) {
        actions.remove(action);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindTrigger(ServiceReference<AutomationTrigger> trigger) {
        addTrigger(
                trigger,
                String.valueOf(trigger.getProperty(AutomationTrigger.CODE)),
                texts(trigger.getProperty(AutomationTrigger.TYPE)));
    }

    void unbindTrigger(ServiceReference<AutomationTrigger> trigger) {
        triggers.removeIf(known -> known.key.equals(trigger));
    }

    private static List<String> texts(Object property) {
        if (property instanceof String[] several) {
            return List.of(several);
        }
        return property == null ? List.of() : List.of(property.toString());
    }

    void addTrigger(Object key, String code, List<String> types) {
        triggers.add(new Trigger(key, code, types));
    }

    void addAction(AutomationAction action, Map<String, Object> properties) {
        actions.add(Contribution.of(action, properties));
    }

    Optional<AutomationAction> action(String code) {
        return actions.first(AutomationAction.CODE, code);
    }

    /** In no order. */
    List<String> actionCodes() {
        return actions.values(AutomationAction.CODE);
    }

    /** Record types that the action suits; empty for all. */
    List<String> actionTypes(String code) {
        return actions.values(AutomationAction.CODE, code, AutomationAction.TYPE);
    }

    /** The product's own first. */
    List<String> triggerCodes() {
        List<String> codes = new ArrayList<>(List.of(AutomationEvents.CREATED, AutomationEvents.CHANGED));
        triggers.stream().map(Trigger::code).distinct().forEach(codes::add);
        return codes;
    }

    /** Record types that the trigger concerns; empty for all. */
    List<String> triggerTypes(String code) {
        return triggers.stream()
                .filter(trigger -> trigger.code.equals(code))
                .flatMap(trigger -> trigger.types.stream())
                .distinct()
                .toList();
    }

    private record Trigger(Object key, String code, List<String> types) {}
}

package org.sencrm.core.extension;

import java.util.Locale;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sencrm.api.guard.Guard;
import org.sencrm.api.record.ChoiceSource;
import org.sencrm.api.record.RecordAction;
import org.sencrm.api.record.RecordHook;
import org.sencrm.api.record.RecordListener;
import org.sencrm.api.search.SearchIndex;
import org.sencrm.api.talk.NotificationListener;

/** Everything that modules contribute to the engine. */
@Component(service = Extensions.class)
public final class Extensions {

    private final BundleContext context;
    private final Guard guard;
    private final Contributions<RecordHook> hooks = new Contributions<>();
    private final Contributions<RecordAction> actions = new Contributions<>();
    private final Contributions<RecordListener> listeners = new Contributions<>();
    private final Contributions<ChoiceSource> choices = new Contributions<>();
    private final Contributions<SearchIndex> indexes = new Contributions<>();
    private final Contributions<NotificationListener> notificationListeners = new Contributions<>();

    @Activate
    public Extensions(BundleContext context, @Reference Guard guard) {
        this.context = context;
        this.guard = guard;
    }

    /** Outside of a container: contributions are added by hand. */
    public Extensions() {
        this(null, null);
    }

    public Contributions<RecordHook> hooks() {
        return hooks;
    }

    public Contributions<RecordAction> actions() {
        return actions;
    }

    public Contributions<RecordListener> listeners() {
        return listeners;
    }

    public Contributions<ChoiceSource> choices() {
        return choices;
    }

    /** The full-text index; none while the module that has it is away. */
    public Contributions<SearchIndex> indexes() {
        return indexes;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindHook(ServiceReference<RecordHook> hook) {
        hooks.add(guarded(RecordHook.class, hook));
    }

    void unbindHook(ServiceReference<RecordHook> hook) {
        hooks.remove(hook);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindAction(ServiceReference<RecordAction> action) {
        actions.add(guarded(RecordAction.class, action));
    }

    void unbindAction(ServiceReference<RecordAction> action) {
        actions.remove(action);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindListener(ServiceReference<RecordListener> listener) {
        listeners.add(guarded(RecordListener.class, listener));
    }

    void unbindListener(ServiceReference<RecordListener> listener) {
        listeners.remove(listener);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindChoices(ServiceReference<ChoiceSource> source) {
        choices.add(guarded(ChoiceSource.class, source));
    }

    void unbindChoices(ServiceReference<ChoiceSource> source) {
        choices.remove(source);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindIndex(ServiceReference<SearchIndex> index) {
        indexes.add(Contribution.of(context, index, found -> found));
    }

    void unbindIndex(ServiceReference<SearchIndex> index) {
        indexes.remove(index);
    }

    public Contributions<NotificationListener> notificationListeners() {
        return notificationListeners;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindNotificationListener(ServiceReference<NotificationListener> listener) {
        notificationListeners.add(guarded(NotificationListener.class, listener));
    }

    void unbindNotificationListener(ServiceReference<NotificationListener> listener) {
        notificationListeners.remove(listener);
    }

    /** The module that a contribution comes from; empty for the core's own. */
    public Optional<String> moduleOf(Object contribution) {
        return guard == null ? Optional.empty() : guard.moduleOf(contribution);
    }

    private <T> Contribution<T> guarded(Class<T> contract, ServiceReference<T> reference) {
        return Contribution.of(context, reference, found -> guard.around(contract, found, () -> Locale.ENGLISH));
    }
}

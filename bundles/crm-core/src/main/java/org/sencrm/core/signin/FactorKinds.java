package org.sencrm.core.signin;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.guard.Guard;
import org.sencrm.api.signin.Factor;
import org.sencrm.api.signin.FactorKind;
import org.sencrm.api.signin.FactorListener;
import org.sencrm.core.extension.Contribution;
import org.sencrm.core.extension.Contributions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The kinds of second factors that are there now, and who wants to know of factors; each behind the guard of its module. */
@Component(service = FactorKinds.class)
public final class FactorKinds {

    private static final Logger LOG = LoggerFactory.getLogger(FactorKinds.class);

    private final BundleContext context;
    private final Guard guard;
    private final Executor news;
    private final Runnable onClose;
    private final Contributions<FactorKind> kinds = new Contributions<>();
    private final Contributions<FactorListener> listeners = new Contributions<>();

    @Activate
    public FactorKinds(BundleContext context, @Reference Guard guard) {
        this.context = context;
        this.guard = guard;
        // a thread of its own: where a commit is just over, nobody can write, and no sign-in waits for those who listen
        ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
            Thread daemon = new Thread(task, "sen-factor-news");
            daemon.setDaemon(true);
            return daemon;
        });
        this.news = thread;
        this.onClose = thread::shutdown;
    }

    /** Outside of a container: contributions are added by hand, and told at once. */
    FactorKinds() {
        this.context = null;
        this.guard = null;
        this.news = Runnable::run;
        this.onClose = () -> {};
    }

    @Deactivate
    void close() {
        onClose.run();
    }

    Contributions<FactorKind> contributed() {
        return kinds;
    }

    Contributions<FactorListener> listeners() {
        return listeners;
    }

    Optional<FactorKind> find(String kind) {
        return kinds.first(FactorKind.KIND, kind);
    }

    /** The words of all kinds that are there. */
    List<String> words() {
        return kinds.values(FactorKind.KIND);
    }

    /** The words of those usable kinds that stand for themselves, or of those that stand in for others. */
    List<String> words(boolean backup) {
        return words().stream()
                .filter(word -> find(word)
                        .filter(kind -> kind.isBackup() == backup && kind.isAvailable())
                        .isPresent())
                .toList();
    }

    void tell(FactorListener.Event event, Factor factor, Caller by) {
        tell(factor.user(), listener -> listener.changed(event, factor, by));
    }

    void tellNeeded(long user, Instant until) {
        tell(user, listener -> listener.needed(user, until));
    }

    void tellResetAsked(long user, Set<Long> administrators, Caller by) {
        tell(user, listener -> listener.resetAsked(user, administrators, by));
    }

    void tellCopied(Factor factor) {
        tell(factor.user(), listener -> listener.copied(factor));
    }

    private void tell(long user, Consumer<FactorListener> message) {
        news.execute(() -> {
            for (FactorListener listener : listeners.all()) {
                try {
                    message.accept(listener);
                } catch (Unavailable toldByTheGuard) {
                    LOG.debug("A listener is away", toldByTheGuard);
                } catch (RuntimeException | LinkageError e) {
                    LOG.error("What became of the second factors of user {} could not be passed on", user, e);
                }
            }
        });
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindKind(ServiceReference<FactorKind> kind) {
        kinds.add(Contribution.of(context, kind, found -> guard.around(FactorKind.class, found, () -> Locale.ENGLISH)));
    }

    void unbindKind(ServiceReference<FactorKind> kind) {
        kinds.remove(kind);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindListener(ServiceReference<FactorListener> listener) {
        listeners.add(Contribution.of(
                context, listener, found -> guard.around(FactorListener.class, found, () -> Locale.ENGLISH)));
    }

    void unbindListener(ServiceReference<FactorListener> listener) {
        listeners.remove(listener);
    }
}

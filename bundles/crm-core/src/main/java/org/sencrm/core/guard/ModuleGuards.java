package org.sencrm.core.guard;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.guard.Guard;
import org.sencrm.api.guard.ModuleAlarm;
import org.sencrm.api.guard.ModuleHealth;
import org.sencrm.api.module.ModuleId;
import org.sencrm.api.record.Draft;
import org.sencrm.api.text.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The guards of all modules, by the name of the module. */
@Component(service = Guard.class)
public final class ModuleGuards implements Guard {

    private static final Logger LOG = LoggerFactory.getLogger(ModuleGuards.class);

    private final Messages messages;
    private final Clock clock;
    private final Function<Class<?>, Optional<String>> owner;
    private final RunningCalls running;
    private final Map<String, ModuleGuard> guards = new ConcurrentHashMap<>();
    private final List<ModuleAlarm> alarms = new CopyOnWriteArrayList<>();

    @Activate
    public ModuleGuards(@Reference Messages messages) {
        this(messages, Clock.systemUTC(), RunningCalls.LIMIT, ModuleGuards::moduleOf);
    }

    /** @param owner the module that a class belongs to; empty for the product itself */
    ModuleGuards(Messages messages, Clock clock, Duration limit, Function<Class<?>, Optional<String>> owner) {
        this.messages = messages;
        this.clock = clock;
        this.owner = owner;
        this.running = new RunningCalls(limit, this::alarm);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindAlarm(ModuleAlarm alarm) {
        alarms.add(alarm);
    }

    void unbindAlarm(ModuleAlarm alarm) {
        alarms.remove(alarm);
    }

    @Deactivate
    void close() {
        running.close();
    }

    @Override
    public <T> T around(Class<T> contract, T service, Supplier<Locale> language) {
        return guarded(contract, service, language, ModuleGuard::call);
    }

    @Override
    public <T> T unhurried(Class<T> contract, T service, Supplier<Locale> language) {
        return guarded(contract, service, language, ModuleGuard::callUnhurried);
    }

    private <T> T guarded(Class<T> contract, T service, Supplier<Locale> language, Manner manner) {
        return owner.apply(service.getClass())
                .map(module -> guarded(contract, service, language, module, manner))
                .orElse(service);
    }

    @Override
    public Optional<String> moduleOf(Object service) {
        boolean known =
                Proxy.isProxyClass(service.getClass()) && Proxy.getInvocationHandler(service) instanceof Guarded;
        return known
                ? Optional.of(((Guarded) Proxy.getInvocationHandler(service)).module)
                : owner.apply(service.getClass());
    }

    @Override
    public List<ModuleHealth> health() {
        return guards.values().stream()
                .map(ModuleGuard::health)
                .sorted(Comparator.comparing(ModuleHealth::module))
                .toList();
    }

    private <T> T guarded(Class<T> contract, T service, Supplier<Locale> language, String module, Manner manner) {
        Guarded inside = new Guarded(module, (self, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return ofObject(service, method, arguments);
            }
            return call(module, contract, service, method, arguments, language, manner);
        });
        return contract.cast(Proxy.newProxyInstance(contract.getClassLoader(), new Class<?>[] {contract}, inside));
    }

    private Object call(
            String module,
            Class<?> contract,
            Object service,
            Method method,
            Object[] arguments,
            Supplier<Locale> language,
            Manner manner) {
        ModuleGuard guard = guards.computeIfAbsent(module, this::guard);
        Supplier<String> what = () ->
                service.getClass().getSimpleName() + " (" + contract.getSimpleName() + "." + method.getName() + ")";
        try {
            return manner.call(guard, what, () -> invoke(service, method, arguments));
        } catch (ModuleGuard.Paused e) {
            throw unavailable("guard.paused", module, locale(arguments, language));
        } catch (ModuleGuard.Failed e) {
            throw unavailable(e.isLate() ? "guard.late" : "guard.failed", module, locale(arguments, language));
        }
    }

    private ModuleGuard guard(String module) {
        return new ModuleGuard(module, running, what -> tell(module, alarm -> alarm.failing(module, what)), clock);
    }

    private static Object invoke(Object service, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(service, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Two proxies of one service are the same service; nothing of the module is asked. */
    private static Object ofObject(Object service, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" ->
                Proxy.isProxyClass(arguments[0].getClass())
                        && arguments[0].hashCode() == System.identityHashCode(service);
            case "hashCode" -> System.identityHashCode(service);
            default -> "guarded " + service.getClass().getName();
        };
    }

    private Unavailable unavailable(String key, String module, Locale locale) {
        String name = "module." + module;
        String label = messages.has(locale, name) ? messages.text(locale, name) : module;
        return new Unavailable(messages.text(locale, key, label, RunningCalls.LIMIT.toSeconds()));
    }

    private static Locale locale(Object[] arguments, Supplier<Locale> language) {
        if (arguments != null) {
            for (Object argument : arguments) {
                if (argument instanceof Caller caller) {
                    return caller.locale();
                }
                if (argument instanceof Draft draft) {
                    return draft.caller().locale();
                }
                if (argument instanceof Locale locale) {
                    return locale;
                }
            }
        }
        return language.get();
    }

    private void alarm(RunningCall call) {
        LOG.error("Module {} does not come back from {}", call.guard().module(), call.what());
        String module = call.guard().module();
        tell(module, alarm -> alarm.hung(module, call.what()));
    }

    private void tell(String module, Consumer<ModuleAlarm> news) {
        for (ModuleAlarm alarm : alarms) {
            try {
                news.accept(alarm);
            } catch (RuntimeException e) {
                LOG.error("The alarm for module {} was not taken", module, e);
            }
        }
    }

    private static Optional<String> moduleOf(Class<?> contributed) {
        Bundle bundle = FrameworkUtil.getBundle(contributed);
        if (bundle == null || bundle.getSymbolicName().equals(ownName())) {
            return Optional.empty();
        }
        return Optional.of(ModuleId.of(bundle.getHeaders("")));
    }

    /** What stands in front of a service of a module, and knows of which one. */
    private record Guarded(String module, InvocationHandler calls) implements InvocationHandler {

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            return calls.invoke(proxy, method, arguments);
        }
    }

    private static String ownName() {
        Bundle own = FrameworkUtil.getBundle(ModuleGuards.class);
        return own == null ? "" : own.getSymbolicName();
    }

    /** With limits or without. */
    private interface Manner {
        Object call(ModuleGuard guard, Supplier<String> what, ModuleGuard.Work work)
                throws ModuleGuard.Paused, ModuleGuard.Failed;
    }
}

package org.sencrm.ui.host;

import com.vaadin.flow.component.UI;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.guard.Guard;

/**
 * What modules put into one kind of slot, each behind the guard of its module, as far as the modules are there for the
 * person at this browser tab. Thread safe.
 */
final class Slot<T> {

    private final Class<T> contract;
    private final Guard guard;
    private final ToIntFunction<T> order;
    private final Predicate<String> there;
    private final Map<T, T> guarded = new IdentityHashMap<>();

    /**
     * @param there whether the module with this id is there for the person who is shown the content
     * @param order place among the others, small first
     */
    Slot(Class<T> contract, Guard guard, Predicate<String> there, ToIntFunction<T> order) {
        this.contract = contract;
        this.guard = guard;
        this.there = there;
        this.order = order;
    }

    synchronized void add(T content) {
        guarded.put(content, guard.around(contract, content, Slot::language));
    }

    synchronized void remove(T content) {
        guarded.remove(content);
    }

    List<T> inOrder() {
        return inOrder(content -> true);
    }

    /** A module that fails to tell its place costs its own content and nobody else's. */
    List<T> inOrder(Predicate<T> wanted) {
        return all().stream()
                .flatMap(content -> placed(content, wanted))
                .sorted(Comparator.comparingInt(Placed::order))
                .map(Placed::content)
                .toList();
    }

    private synchronized List<T> all() {
        return List.copyOf(guarded.values());
    }

    private Stream<Placed<T>> placed(T content, Predicate<T> wanted) {
        try {
            boolean shown = guard.moduleOf(content).map(there::test).orElse(true) && wanted.test(content);
            return shown ? Stream.of(new Placed<>(order.applyAsInt(content), content)) : Stream.empty();
        } catch (Unavailable broken) {
            return Stream.empty();
        }
    }

    private static Locale language() {
        UI tab = UI.getCurrent();
        return tab == null ? Locale.ENGLISH : tab.getLocale();
    }

    private record Placed<T>(int order, T content) {}
}

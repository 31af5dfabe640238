package org.sencrm.core.extension;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The contributions of one kind that are there now, highest {@code service.ranking} first, then oldest first. Thread safe. */
public final class Contributions<T> {

    private final CopyOnWriteArrayList<Contribution<T>> members = new CopyOnWriteArrayList<>();

    public synchronized void add(Contribution<T> contribution) {
        members.add(contribution);
        members.sort(Comparator.comparing(Contribution<T>::ranking).reversed());
    }

    /** @param reference the service reference, or the service where it was added as such */
    public void remove(Object reference) {
        members.stream().filter(member -> member.isFor(reference)).findFirst().ifPresent(member -> {
            members.remove(member);
            member.release();
        });
    }

    public List<T> all() {
        return members.stream()
                .map(Contribution::service)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Those whose property has one of the values. */
    public List<T> having(String property, String... values) {
        return matching(property, values)
                .map(Contribution::service)
                .filter(Objects::nonNull)
                .toList();
    }

    public Optional<T> first(String property, String value) {
        return having(property, value).stream().findFirst();
    }

    /** Those whose two properties have these values, the best first. */
    public Optional<T> first(String property, String value, String secondProperty, String secondValue) {
        return matching(property, value)
                .filter(member -> member.has(secondProperty, List.of(secondValue)))
                .map(Contribution::service)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** All values of a property. */
    public List<String> values(String property) {
        return members.stream()
                .flatMap(member -> member.values(property).stream())
                .distinct()
                .toList();
    }

    /** Values of another property of those whose property has the value. */
    public List<String> values(String property, String value, String wanted) {
        return matching(property, value)
                .flatMap(member -> member.values(wanted).stream())
                .distinct()
                .toList();
    }

    /** Values of another property of those whose two properties have these values. */
    public List<String> values(
            String property, String value, String secondProperty, String secondValue, String wanted) {
        return matching(property, value)
                .filter(member -> member.has(secondProperty, List.of(secondValue)))
                .flatMap(member -> member.values(wanted).stream())
                .distinct()
                .toList();
    }

    private Stream<Contribution<T>> matching(String property, String... values) {
        return members.stream().filter(member -> member.has(property, List.of(values)));
    }
}

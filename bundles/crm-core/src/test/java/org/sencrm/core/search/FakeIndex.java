package org.sencrm.core.search;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.sencrm.api.search.Folding;
import org.sencrm.api.search.SearchIndex;

/** An index in memory that is durable at once, and that can be lost. */
final class FakeIndex implements SearchIndex {

    final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private volatile long position;
    volatile int taken;

    List<Entry> of(String type) {
        return entries.values().stream()
                .filter(entry -> entry.type().equals(type))
                .toList();
    }

    void lose() {
        entries.clear();
        position = 0;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public synchronized void update(List<Entry> updates, long reached) {
        updates.forEach(entry -> {
            taken++;
            if (entry.label() == null) {
                entries.remove(key(entry.type(), entry.id()));
            } else {
                entries.put(key(entry.type(), entry.id()), entry);
            }
        });
        position = reached;
    }

    @Override
    public void clear(String type) {
        entries.values().removeIf(entry -> entry.type().equals(type));
    }

    @Override
    public long[] matching(String type, String text, int limit) {
        return found(List.of(type), text).mapToLong(Entry::id).limit(limit).toArray();
    }

    @Override
    public List<Found> find(List<String> types, String text, int limit) {
        return found(types, text)
                .map(entry -> new Found(entry.type(), entry.id()))
                .limit(limit)
                .toList();
    }

    private Stream<Entry> found(List<String> types, String text) {
        return entries.values().stream()
                .filter(entry -> types.contains(entry.type()))
                .filter(entry -> {
                    List<String> words =
                            Arrays.asList(Folding.fold(entry.text()).split(" "));
                    return Arrays.stream(Folding.fold(text).split(" "))
                            .allMatch(wanted -> words.stream().anyMatch(word -> word.startsWith(wanted)));
                });
    }

    private static String key(String type, long id) {
        return type + id;
    }
}

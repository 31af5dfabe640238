package org.sencrm.core.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.record.RecordChange;
import org.sencrm.api.search.SearchIndex;
import org.sencrm.core.change.ChangeFeed;
import org.sencrm.core.change.ChangeLog;
import org.sencrm.core.change.Follower;
import org.sencrm.core.extension.Extensions;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Ids;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.TypeObserver;
import org.sencrm.core.type.TypeRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the full-text index as the database is: takes in every committed change, and catches up where an index or a type
 * appears. All of this happens on the thread of the {@link ChangeFeed}, so an old state never overwrites a newer one.
 */
@Component(service = SearchFeed.class)
public final class SearchFeed implements Follower, TypeObserver {

    private static final Logger LOG = LoggerFactory.getLogger(SearchFeed.class);
    /** Longer than any transaction: a change may be committed after others with greater ids. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private final Database database;
    private final TypeRegistry types;
    private final ChangeFeed feed;
    private final Extensions extensions;
    private final ChangeLog log = new ChangeLog();
    private final IndexedTypes indexed = new IndexedTypes();
    private final Queue<StoredType> arrivals = new ConcurrentLinkedQueue<>();
    private final Set<StoredType> complete = ConcurrentHashMap.newKeySet();
    /** Types of whose records the index holds words that they do not have any more. */
    private final Set<String> rebuild = ConcurrentHashMap.newKeySet();

    // the following belong to the thread of the feed
    private final Deque<CatchUp> open = new ArrayDeque<>();
    private final Map<String, Long> unconfirmed = new HashMap<>();
    private volatile SearchIndex index;
    private long start;
    private long seen;
    private long passed;

    @Activate
    public SearchFeed(
            @Reference Database database,
            @Reference TypeRegistry types,
            @Reference ChangeFeed feed,
            @Reference Extensions extensions) {
        this.database = database;
        this.types = types;
        this.feed = feed;
        this.extensions = extensions;
        types.observe(this);
        feed.attach(this);
    }

    @Deactivate
    void close() {
        feed.detach(this);
        types.ignore(this);
    }

    /** At most so many ids of records that match; null where there is no index, or it does not know everything yet. */
    public long[] matching(StoredType type, String text, int limit) {
        SearchIndex present = index;
        return present != null && complete.contains(type) && feed.isCurrent()
                ? present.matching(type.name(), text, limit)
                : null;
    }

    /** The index; null where there is none, or it does not know all of these types yet. */
    SearchIndex indexOf(List<StoredType> wanted) {
        return complete.containsAll(wanted) ? index : null;
    }

    @Override
    public void appeared(StoredType type) {
        arrivals.add(type);
    }

    @Override
    public void gone(StoredType type) {
        complete.remove(type);
    }

    /** An added field is empty, so the index knows of it what there is; one that went leaves its words behind. */
    @Override
    public void replaced(StoredType before, StoredType now) {
        Set<String> searched = names(now);
        if (!searched.containsAll(names(before))) {
            rebuild.add(now.name());
        } else if (complete.contains(before)) {
            complete.add(now);
        }
        complete.remove(before);
        arrivals.add(now);
    }

    private static Set<String> names(StoredType type) {
        return type.searchable().stream().map(StoredField::name).collect(Collectors.toSet());
    }

    @Override
    public void changed(List<RecordChange> changes) {
        SearchIndex present = index;
        if (present == null) {
            return;
        }
        Map<String, Set<Long>> byType = new LinkedHashMap<>();
        for (RecordChange change : changes) {
            byType.computeIfAbsent(change.type(), type -> new LinkedHashSet<>()).add(change.id());
            seen = Math.max(seen, change.changeId());
        }
        try {
            List<SearchIndex.Entry> entries = database.read(connection -> read(connection, byType));
            update(present, entries);
        } catch (RuntimeException e) {
            LOG.warn("The search index missed changes and will catch up", e);
            forgetIndex();
        }
    }

    private List<SearchIndex.Entry> read(Connection connection, Map<String, Set<Long>> byType) throws SQLException {
        List<SearchIndex.Entry> entries = new ArrayList<>();
        for (Map.Entry<String, Set<Long>> group : byType.entrySet()) {
            if (types.stored(group.getKey()).isPresent()) {
                IndexReader reader =
                        new IndexReader(types.stored(group.getKey()).get());
                entries.addAll(reader.read(connection, group.getValue()));
            }
        }
        return entries;
    }

    @Override
    public boolean work() {
        SearchIndex present = extensions.indexes().all().stream().findFirst().orElse(null);
        try {
            if (present != index) {
                take(present);
            }
            if (present == null) {
                arrivals.clear();
                return false;
            }
            for (StoredType type = arrivals.poll(); type != null; type = arrivals.poll()) {
                plan(present, type);
            }
            if (!open.isEmpty()) {
                slice(present);
            }
            confirm(present);
            return !open.isEmpty();
        } catch (RuntimeException e) {
            LOG.warn("The search index could not be brought up to date; it is tried again", e);
            forgetIndex();
            return false;
        }
    }

    /** The next look at the services begins anew, from what is durable. */
    private void forgetIndex() {
        index = null;
        complete.clear();
    }

    private void take(SearchIndex present) {
        complete.clear();
        open.clear();
        arrivals.clear();
        unconfirmed.clear();
        if (present != null) {
            database.write(connection -> {
                seen = log.newest(connection);
                start = present.position() <= seen ? present.position() : 0;
                passed = start;
                if (start == 0) {
                    indexed.forgetAll(connection);
                } else {
                    indexed.settle(connection, start);
                }
                return null;
            });
            types.stored().forEach(type -> plan(present, type));
        }
        index = present;
    }

    private void plan(SearchIndex present, StoredType type) {
        boolean planned = open.stream().anyMatch(task -> task.type() == type);
        boolean here = types.stored(type.name()).filter(known -> known == type).isPresent();
        if (planned || !here || complete.contains(type)) {
            return;
        }
        if (rebuild.remove(type.name())) {
            database.write(connection -> {
                indexed.forget(connection, type.name());
                return null;
            });
        }
        Long position = database.read(connection -> indexed.position(connection, type.name()));
        if (position == null) {
            present.clear(type.name());
            open.add(CatchUp.ofAll(type, log));
        } else {
            open.add(CatchUp.since(type, log, Ids.earlier(Math.min(start, position), OVERLAP)));
        }
    }

    private void slice(SearchIndex present) {
        CatchUp task = open.peek();
        if (types.stored(task.type().name())
                .filter(known -> known == task.type())
                .isEmpty()) {
            open.remove();
            return;
        }
        update(present, database.read(task::next));
        if (task.isFinished()) {
            open.remove();
            complete.add(task.type());
            update(present, List.of());
            unconfirmed.put(task.type().name(), seen);
            LOG.info("Records of type {} are in the search index", task.type());
        }
    }

    /** While a type is behind, the index must not believe that it is further than it was. */
    private void update(SearchIndex present, List<SearchIndex.Entry> entries) {
        passed = open.isEmpty() ? seen : passed;
        present.update(entries, passed);
    }

    /** A type counts as indexed only once the index says that it is durably as far as that. */
    private void confirm(SearchIndex present) {
        if (unconfirmed.isEmpty() || !open.isEmpty()) {
            return;
        }
        long durable = present.position();
        List<String> durably = unconfirmed.entrySet().stream()
                .filter(entry -> entry.getValue() <= durable)
                .map(Map.Entry::getKey)
                .toList();
        if (!durably.isEmpty()) {
            database.write(connection -> {
                for (String type : durably) {
                    indexed.follow(connection, type);
                }
                return null;
            });
            unconfirmed.keySet().removeAll(durably);
        }
    }
}

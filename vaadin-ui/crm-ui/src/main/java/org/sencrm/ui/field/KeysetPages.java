package org.sencrm.ui.field;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sencrm.api.record.Page;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;

/**
 * Answers "rows 100 to 150" from a list that can only be read page after page: the cursor of each page seen is kept, so
 * that going back costs one read and going on never counts rows. Not thread safe.
 */
public final class KeysetPages {

    private static final int KEPT_PAGES = 6;

    private final Function<Query, Page> source;
    private final Query query;
    private final int size;
    /** The cursor with which each page begins; null for the first. */
    private final List<String> cursors = new ArrayList<>();

    private final Map<Integer, Page> recent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Page> eldest) {
            return size() > KEPT_PAGES;
        }
    };

    private boolean ended;

    /** @param query what to list; its limit is the size of a page, its cursor does not matter */
    public KeysetPages(Function<Query, Page> source, Query query) {
        this.source = source;
        this.query = query;
        this.size = query.limit();
        cursors.add(null);
    }

    /** The rows from the offset on, at most so many; fewer at the end of the list. */
    public List<RecordData> rows(int offset, int limit) {
        List<RecordData> rows = new ArrayList<>(limit);
        int number = offset / size;
        int skip = offset % size;
        while (rows.size() < limit && reach(number)) {
            List<RecordData> items = page(number).items();
            for (int i = skip; i < items.size() && rows.size() < limit; i++) {
                rows.add(items.get(i));
            }
            skip = 0;
            number++;
        }
        return rows;
    }

    /** The record among the pages that were read last; null where it is on none of them. */
    public RecordData find(long id) {
        return recent.values().stream()
                .flatMap(page -> page.items().stream())
                .filter(record -> record.id() == id)
                .findFirst()
                .orElse(null);
    }

    public boolean isEmpty() {
        return page(0).items().isEmpty();
    }

    /** Walks forward until the cursor of the page is known; false where the list ends before it. */
    private boolean reach(int number) {
        while (cursors.size() <= number && !ended) {
            page(cursors.size() - 1);
        }
        return cursors.size() > number;
    }

    private Page page(int number) {
        Page page = recent.get(number);
        if (page == null) {
            page = source.apply(query.after(cursors.get(number)));
            recent.put(number, page);
            if (number == cursors.size() - 1) {
                remember(page.next());
            }
        }
        return page;
    }

    private void remember(String next) {
        if (next == null) {
            ended = true;
        } else {
            cursors.add(next);
        }
    }
}

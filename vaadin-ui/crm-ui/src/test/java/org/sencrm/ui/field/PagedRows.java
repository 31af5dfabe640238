package org.sencrm.ui.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.sencrm.api.record.Page;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;

/** A list of so many records that can only be read page after page; remembers what was asked. */
public final class PagedRows implements Function<Query, Page> {

    private final long size;
    private final List<Query> asked = new ArrayList<>();

    public PagedRows(long size) {
        this.size = size;
    }

    public List<Query> asked() {
        return asked;
    }

    @Override
    public Page apply(Query query) {
        asked.add(query);
        long begin = query.cursor() == null ? 0 : Long.parseLong(query.cursor());
        long end = Math.min(size, begin + query.limit());
        List<RecordData> items = LongStream.range(begin, end)
                .mapToObj(id -> new RecordData(query.type(), id, 1, Map.of("name", "Record " + id)))
                .toList();
        return new Page(items, end < size ? Long.toString(end) : null);
    }
}

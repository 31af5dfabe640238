package org.sencrm.ui.list;

import com.vaadin.flow.data.provider.AbstractBackEndDataProvider;
import com.vaadin.flow.data.provider.Query;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sencrm.api.record.Page;
import org.sencrm.api.record.RecordData;
import org.sencrm.ui.field.KeysetPages;

/** Fills a grid page by page as it is scrolled. Records are the same where their ids are. */
final class KeysetProvider extends AbstractBackEndDataProvider<RecordData, Void> {

    private static final long serialVersionUID = 1L;

    private final transient Function<org.sencrm.api.record.Query, Page> source;
    private transient KeysetPages pages;

    /** @param source reads a page; its faults reach the caller of {@link #show} and of the grid's reads */
    KeysetProvider(Function<org.sencrm.api.record.Query, Page> source) {
        this.source = source;
    }

    /**
     * Begins a new list, reading its first page now.
     *
     * @return whether there is anything in it
     */
    boolean show(org.sencrm.api.record.Query query) {
        KeysetPages fresh = new KeysetPages(source, query);
        boolean any = !fresh.isEmpty();
        pages = fresh;
        refreshAll();
        return any;
    }

    /** One of the rows that were shown not long ago; null where it is not among them. */
    RecordData find(long id) {
        return pages == null ? null : pages.find(id);
    }

    @Override
    protected Stream<RecordData> fetchFromBackEnd(Query<RecordData, Void> query) {
        int offset = query.getOffset();
        int limit = query.getLimit();
        return pages == null ? Stream.empty() : pages.rows(offset, limit).stream();
    }

    @Override
    protected int sizeInBackEnd(Query<RecordData, Void> query) {
        throw new UnsupportedOperationException("the size of a list is never asked for to scroll in it");
    }

    @Override
    public Object getId(RecordData item) {
        return item.id();
    }
}

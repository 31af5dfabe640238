package org.sencrm.ui.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;

class KeysetPagesTest {

    private static final Query QUERY = Query.of("deals").limitedTo(50);

    private static List<Long> ids(KeysetPages pages, int offset, int limit) {
        return pages.rows(offset, limit).stream().map(RecordData::id).toList();
    }

    private static List<Long> range(long begin, long end) {
        return LongStream.range(begin, end).boxed().toList();
    }

    @Test
    void scrollingOnReadsEachPageOnce() {
        PagedRows source = new PagedRows(500);
        KeysetPages pages = new KeysetPages(source, QUERY);
        assertEquals(range(0, 50), ids(pages, 0, 50));
        assertEquals(range(50, 100), ids(pages, 50, 50));
        assertEquals(range(100, 150), ids(pages, 100, 50));
        assertEquals(3, source.asked().size());
        assertTrue(source.asked().stream().allMatch(query -> query.limit() == 50));
    }

    @Test
    void rowsMayBeginAndEndInTheMiddleOfAPage() {
        KeysetPages pages = new KeysetPages(new PagedRows(500), QUERY);
        assertEquals(range(30, 130), ids(pages, 30, 100));
    }

    @Test
    void goingFarBackNeedsOneReadBecauseTheCursorIsKnown() {
        PagedRows source = new PagedRows(2_000);
        KeysetPages pages = new KeysetPages(source, QUERY);
        ids(pages, 0, 1_000);
        int before = source.asked().size();
        assertEquals(range(100, 150), ids(pages, 100, 50));
        assertEquals(before + 1, source.asked().size());
    }

    @Test
    void theEndOfTheListIsFewerRows() {
        KeysetPages pages = new KeysetPages(new PagedRows(70), QUERY);
        assertEquals(range(50, 70), ids(pages, 50, 50));
        assertEquals(List.of(), ids(pages, 200, 50));
    }

    @Test
    void aListThatEndsWithAFullPageEndsThere() {
        PagedRows source = new PagedRows(100);
        KeysetPages pages = new KeysetPages(source, QUERY);
        assertEquals(range(50, 100), ids(pages, 50, 50));
        assertEquals(List.of(), ids(pages, 100, 50));
        assertEquals(2, source.asked().size());
    }

    @Test
    void anEmptyListIsSeenFromItsFirstPage() {
        assertTrue(new KeysetPages(new PagedRows(0), QUERY).isEmpty());
        assertFalse(new KeysetPages(new PagedRows(1), QUERY).isEmpty());
    }
}

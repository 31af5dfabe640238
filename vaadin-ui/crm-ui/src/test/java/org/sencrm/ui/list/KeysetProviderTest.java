package org.sencrm.ui.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.vaadin.flow.data.provider.Query;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sencrm.api.record.RecordData;
import org.sencrm.ui.field.PagedRows;

class KeysetProviderTest {

    private static final org.sencrm.api.record.Query ALL =
            org.sencrm.api.record.Query.of("deals").limitedTo(50).reading("name");

    private final PagedRows source = new PagedRows(120);
    private final KeysetProvider provider = new KeysetProvider(source);

    @Test
    void theFirstPageIsReadOnceForTheQuestionAndTheGridTogether() {
        assertTrue(provider.show(ALL));
        assertEquals(50, fetch(0, 50).size());
        assertEquals(1, source.asked().size());
        assertEquals(List.of("name"), source.asked().get(0).fields());
    }

    @Test
    void theLastRowsAreFewer() {
        provider.show(ALL);
        assertEquals(20, fetch(100, 50).size());
    }

    @Test
    void anotherQuestionBeginsFromTheTop() {
        provider.show(ALL);
        fetch(50, 50);
        provider.show(ALL.matching("dang"));
        assertEquals(0, fetch(0, 50).get(0).id());
        assertEquals("dang", source.asked().get(source.asked().size() - 1).text());
    }

    @Test
    void anEmptyListSaysSo() {
        assertFalse(new KeysetProvider(new PagedRows(0)).show(ALL));
    }

    @Test
    void nobodyCountsToScroll() {
        assertThrows(UnsupportedOperationException.class, () -> provider.size(new Query<>()));
    }

    @Test
    void aRecordStaysTheSameRowWhenItsValuesChange() {
        RecordData before = new RecordData("deals", 7, 1, Map.of("name", "A"));
        RecordData after = new RecordData("deals", 7, 2, Map.of("name", "B"));
        assertEquals(provider.getId(before), provider.getId(after));
    }

    private List<RecordData> fetch(int offset, int limit) {
        return provider.fetch(new Query<>(offset, limit, List.of(), null, null)).toList();
    }
}

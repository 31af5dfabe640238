package org.sencrm.ui.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.SummaryQuery;
import org.sencrm.ui.field.TypeSamples;

class GroupedListTest {

    private final Field factors = TypeSamples.field("factors", FieldKind.CHOICES);
    private final Field amount = TypeSamples.field("amount", FieldKind.MONEY);
    private final RecordType deals = TypeSamples.type("deals", null, factors, amount);

    @Test
    void listsOfChoicesAreGroupsAndTextsAreNot() {
        assertTrue(GroupedList.canGroup(factors));
        assertTrue(GroupedList.canGroup(TypeSamples.field("stage", FieldKind.CHOICE)));
        assertFalse(GroupedList.canGroup(TypeSamples.field("name", FieldKind.TEXT)));
    }

    @Test
    void noMoreGroupsAreAskedForThanAreShown() {
        Query shown = Query.of("deals").where("stage==Lost").matching("sen");
        GroupedList.Rows rows =
                new GroupedList.Rows(shown, factors, List.of(factors, amount), Map.of(), List.of(), false);
        assertEquals(
                new SummaryQuery("deals", "factors", List.of("count", "sum:amount"), "stage==Lost", "sen", 100),
                rows.totals(deals));
        assertEquals("(stage==Lost);(factors==\"price\")", rows.of("price").filter());
    }
}

package org.sencrm.ui.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.vaadin.flow.router.Location;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.field.TypeSamples;

class ListStateTest {

    private final RecordType type = TypeSamples.deals();

    @Test
    void theAddressBringsTheSameListBack() {
        ListState state = new ListState(
                "name==\"*Đăng & con*\"",
                "-amount,name",
                "hải",
                "42",
                List.of("name", "amount:180"),
                "stage",
                "2026-11");
        Location place = new Location("deals", state.parameters());
        assertEquals(state, ListState.of(new Location(place.getPathWithQueryParameters())));
    }

    @Test
    void anEmptyStateLeavesTheAddressAlone() {
        assertEquals("deals", new Location("deals", ListState.ALL.parameters()).getPathWithQueryParameters());
    }

    @Test
    void theQuestionHasFilterWordsAndOrder() {
        Query query = ListState.ALL
                .filtered("stage==Won")
                .matching("gtx")
                .sorted("-amount")
                .query("deals");
        assertEquals(List.of("stage==Won", "gtx", "-amount"), List.of(query.filter(), query.text(), query.sort()));
    }

    @Test
    void searchAndFilterNarrowAListButOrderDoesNot() {
        assertTrue(ListState.ALL.matching("a").isNarrowed());
        assertTrue(ListState.ALL.filtered("stage==Won").isNarrowed());
        assertFalse(ListState.ALL.sorted("name").isNarrowed());
    }

    @Test
    void theNameIsAlwaysTheFirstColumn() {
        ListColumns columns = new ListColumns(type, Set.of(), Set.of());
        assertEquals(List.of("name", "amount", "stage"), names(columns.chosen(List.of("amount", "stage"))));
        assertEquals("name", names(columns.chosen(List.of())).get(0));
    }

    @Test
    void aColumnIsChosenWithAWidthOrWithout() {
        ListColumns columns = new ListColumns(type, Set.of(), Set.of());
        List<String> choices = List.of("name:240", "amount", "stage:96");
        assertEquals(List.of("name", "amount", "stage"), names(columns.chosen(choices)));
        assertEquals(Map.of("name", 240, "stage", 96), ListColumns.widths(choices));
    }

    @Test
    void aWidthThatNoScreenHasIsBroughtIntoBounds() {
        assertEquals(ColumnChoice.NARROWEST, ColumnChoice.of("name:1").width());
        assertEquals(ColumnChoice.WIDEST, ColumnChoice.of("name:99999").width());
        assertEquals(new ColumnChoice("name", 0), ColumnChoice.of("name:wide"));
        assertEquals("name:100", new ColumnChoice("name", 100).written());
        assertEquals("name", new ColumnChoice("name", 0).written());
    }

    @Test
    void whatTheLayoutLeavesOutIsNotOfferedAndShownOnlyWhereAViewNamesIt() {
        ListColumns columns = new ListColumns(type, Set.of(), Set.of("amount"));
        assertFalse(names(columns.offered()).contains("amount"));
        assertFalse(names(columns.chosen(List.of())).contains("amount"));
        assertEquals(List.of("name", "amount"), names(columns.chosen(List.of("amount"))));
    }

    @Test
    void hiddenUnknownAndStructuredFieldsAreNoColumns() {
        ListColumns columns = new ListColumns(type, Set.of("amount"), Set.of());
        assertEquals(List.of("name", "stage"), names(columns.chosen(List.of("amount", "stage", "gone", "secret"))));
        assertFalse(names(columns.chosen(List.of())).contains("amount"));
    }

    private static List<String> names(List<Field> fields) {
        return fields.stream().map(Field::name).toList();
    }
}

package org.sencrm.ui.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.transfer.ImportOptions;
import org.sencrm.api.transfer.ImportOptions.Mode;
import org.sencrm.api.transfer.Imports;

class HabitsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final List<String> COLUMNS = List.of("id", "product", "closed");
    private static final ImportOptions DECISIONS = new ImportOptions(
            Map.of("externalId", "id", "product", "product"),
            "externalId",
            Mode.UPSERT,
            Map.of("product", Map.of("GTXPro", "GTX Pro")),
            "M/d/yyyy",
            "USD",
            null,
            null,
            null,
            false);

    private final Habits habits = new Habits(new OwnSettings(), UnfinishedTest.caller(7));

    @BeforeEach
    void importOnce() {
        habits.remember("opportunities", COLUMNS, DAY, DECISIONS);
    }

    @Test
    void theNextFileWithTheSameColumnsIsReadTheSameWay() {
        assertEquals(
                Optional.of(new Habits.Habit(DAY, DECISIONS)),
                habits.find("opportunities", List.of("closed", "id", "product")));
    }

    @Test
    void otherColumnsOrAnotherTypeHaveNoHabit() {
        assertEquals(Optional.empty(), habits.find("opportunities", List.of("id", "product")));
        assertEquals(Optional.empty(), habits.find("leads", COLUMNS));
    }

    @Test
    void aFileThatShowsItsOwnWayOfWritingDatesIsReadByThat() {
        ImportDraft draft = draft("d/M/yyyy");

        assertEquals("d/M/yyyy", draft.options().dateFormat());
        assertEquals(DECISIONS.map(), draft.options().map());
        assertEquals(DECISIONS.value(), draft.options().value());
        assertEquals(Optional.of(DAY), draft.reusedFrom());
    }

    @Test
    void aFileWhoseDatesMayBeReadInTwoWaysIsReadAsTheLastOne() {
        assertEquals("M/d/yyyy", draft(null).options().dateFormat());
    }

    @Test
    void startingAnewGoesBackToTheGuess() {
        ImportDraft draft = draft(null);
        draft.found(draft.preview());

        assertEquals(Optional.empty(), draft.reusedFrom());
        assertNotEquals(DECISIONS.map(), draft.options().map());
    }

    private ImportDraft draft(String dateFormat) {
        ImportDraft draft = new ImportDraft("opportunities");
        draft.takeFile("file");
        draft.found(new Imports.Preview(
                "pipeline.csv",
                "UTF-8",
                ",",
                List.of(),
                COLUMNS,
                List.of(List.of("1", "GTXPro", "1/2/2026")),
                Map.of("name", "id"),
                null,
                dateFormat));
        draft.reuse(habits.find("opportunities", COLUMNS).orElseThrow());
        return draft;
    }
}

package org.sencrm.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Change;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.RecordChange;

class StagesTest {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final FakeRecords records = FakeRecords.withPipelines();
    private final Stages stages = new Stages(records);
    private final StageChoices choices = new StageChoices(stages, new TestMessages());

    @Test
    void choicesFollowPipelineAndPosition() {
        List<String> codes =
                choices.choices(Locale.ENGLISH).stream().map(Choice::code).toList();

        assertEquals(List.of("Prospecting", "Engaging", "Won", "Lost", "Offer", "Signed"), codes);
    }

    @Test
    void shippedStagesAreTranslatedAndOthersKeepTheirName() {
        List<String> labels =
                choices.choices(VIETNAMESE).stream().map(Choice::label).toList();

        assertEquals(List.of("Tìm khách hàng", "Tiếp cận", "Thành công", "Thất bại", "Offer", "Signed"), labels);
    }

    @Test
    void theToneTellsTheOutcome() {
        List<String> tones =
                choices.choices(Locale.ENGLISH).stream().map(Choice::tone).toList();

        assertEquals(List.of("info", "info", "good", "bad", "info", "good"), tones);
    }

    @Test
    void choicesComeFromMemoryUntilAStageChanges() {
        choices.choices(Locale.ENGLISH);
        int readsBefore = records.lists();
        choices.choices(VIETNAMESE);
        assertEquals(readsBefore, records.lists());

        FakeRecords.stage(records, records.pipeline("Projects"), "Paid", 100, 3, "won");
        stages.changed(List.of(change("stages")));

        assertEquals(7, choices.choices(Locale.ENGLISH).size());
    }

    @Test
    void aStageMadeAMomentAgoIsFound() {
        stages.all();
        FakeRecords.stage(records, records.pipeline("Projects"), "Paid", 100, 3, "won");

        assertTrue(stages.find("Paid").isPresent());
    }

    @Test
    void changesOfOtherRecordsCostNothing() {
        stages.all();
        int readsBefore = records.lists();
        stages.changed(List.of(change("opportunities")));

        stages.all();

        assertEquals(readsBefore, records.lists());
    }

    @Test
    void thereAreNoChoicesBeforeTheTypesAreThere() {
        assertEquals(
                List.of(), new StageChoices(new Stages(new FakeRecords()), new TestMessages()).choices(Locale.ENGLISH));
    }

    private static RecordChange change(String type) {
        return new RecordChange(1, type, 1, 1, Change.Kind.UPDATED, Caller.system(), Set.of("name"));
    }
}

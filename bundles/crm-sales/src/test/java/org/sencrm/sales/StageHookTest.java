package org.sencrm.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sencrm.testkit.TestDraft;

class StageHookTest {

    private final FakeRecords records = FakeRecords.withPipelines();
    private final StageHook hook = new StageHook(new Stages(records), records);

    @Test
    void aNewStageComesLastInItsPipeline() {
        TestDraft draft =
                TestDraft.ofNew("stages").with("code", "Demo").with("pipeline", records.pipeline("Standard sales"));

        hook.beforeSave(draft);

        assertEquals(BigDecimal.valueOf(5), draft.get("position"));
        assertEquals("open", draft.get("outcome"));
        assertTrue(draft.refusals().isEmpty());
    }

    @Test
    void aStageThatWinsIsCertain() {
        TestDraft draft = TestDraft.ofNew("stages").with("code", "Paid").with("outcome", "won");

        hook.beforeSave(draft);

        assertEquals(BigDecimal.valueOf(100), draft.get("probability"));
    }

    @Test
    void aCodeIsAWordWithoutAccents() {
        TestDraft draft = TestDraft.ofNew("stages").with("code", "Báo giá");

        hook.beforeSave(draft);

        assertEquals("stages.code.format", draft.refusals().get("code"));
    }

    @Test
    void aStageWithOpportunitiesKeepsItsCodeAndStays() {
        records.add("opportunities", Map.of("stage", "Engaging"));
        TestDraft used = TestDraft.of("stages", Map.of("code", "Engaging"));
        TestDraft empty = TestDraft.of("stages", Map.of("code", "Won"));

        hook.beforeDelete(used);
        hook.beforeDelete(empty);
        assertEquals("stages.used", used.refusals().get(null));
        assertTrue(empty.refusals().isEmpty());

        TestDraft renamed = TestDraft.of("stages", Map.of("code", "Engaging")).with("code", "Talking");
        hook.beforeSave(renamed);
        assertEquals("stages.used", renamed.refusals().get("code"));
    }

    @Test
    void aPipelineInUseStays() {
        PipelineHook pipelines = new PipelineHook(records);
        long id = TestDraft.ofNew("pipelines").id();
        TestDraft empty = TestDraft.of("pipelines", Map.of());
        pipelines.beforeDelete(empty);
        assertTrue(empty.refusals().isEmpty());

        records.add("opportunities", Map.of("pipeline", org.sencrm.api.record.Reference.to("pipelines", id)));
        TestDraft used = TestDraft.of("pipelines", Map.of());
        pipelines.beforeDelete(used);
        assertEquals("pipelines.used", used.refusals().get(null));
    }
}

package org.sencrm.sales.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sencrm.api.record.Reference;

class PipelineFilterTest {

    private static final PipelineFilter ALL = new PipelineFilter(null, null, null, Period.ALL);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Stage WON = new Stage("Won", "Thắng", Stage.Outcome.WON, BigDecimal.valueOf(100));

    @Test
    void nothingChosenMeansAllOpportunities() {
        assertEquals("", ALL.all());
        assertEquals("", ALL.closed(TODAY));
    }

    @Test
    void eachChoiceNarrowsTheFilter() {
        PipelineFilter filter =
                new PipelineFilter(null, Reference.to("users", 7), Reference.to("teams", 8), Period.QUARTER);

        assertEquals(
                "owner==\"7\";team==\"8\";stage=in=(\"Won\");closedOn=ge=\"2026-10-01\"",
                filter.closedIn(List.of(WON), TODAY));
    }

    @Test
    void newOnesAreThoseEngagedOrElseCreatedSinceTheMonthBeganWhereTheyWork() {
        assertEquals(
                "(engagedOn=ge=\"2026-11-01\",(engagedOn=isnull=true;createdAt=ge=\"2026-10-31T17:00:00Z\"))",
                ALL.created(TODAY, ZONE));
    }

    @Test
    void opportunitiesWithoutAStageAreFoundToo() {
        assertEquals("(id==0,stage=isnull=true)", ALL.inStages(List.of(Stage.outside(null, "No stage"))));
    }

    @Test
    void periodsBeginOnTheirFirstDay() {
        assertEquals(LocalDate.of(2026, 11, 1), Period.MONTH.start(TODAY));
        assertEquals(LocalDate.of(2026, 10, 1), Period.QUARTER.start(TODAY));
        assertEquals(LocalDate.of(2026, 1, 1), Period.YEAR.start(TODAY));
    }
}

package org.sencrm.sales.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.Summary;
import org.sencrm.ui.api.Amounts;

class PipelineFiguresTest {

    @Test
    void weightedValueIsTheAmountOfEachOpenStageTimesItsProbability() {
        PipelineFigures figures = new PipelineFigures(List.of(
                stage("Offer", Stage.Outcome.OPEN, 40, 1, usd("100")),
                stage("Contract", Stage.Outcome.OPEN, 50, 1, usd("200"))));

        assertEquals(
                List.of(new Money(new BigDecimal("140.0000"), "USD")),
                figures.weighted().all());
    }

    @Test
    void whatIsWonOrLostDoesNotCountAsWeighted() {
        PipelineFigures figures = new PipelineFigures(List.of(
                stage("Offer", Stage.Outcome.OPEN, 10, 1, usd("100")),
                stage("Won", Stage.Outcome.WON, 100, 1, usd("5000")),
                stage("Lost", Stage.Outcome.LOST, 0, 1, usd("9000"))));

        assertEquals(
                List.of(new Money(new BigDecimal("10.0000"), "USD")),
                figures.weighted().all());
    }

    @Test
    void currenciesAreNeverAddedUp() {
        PipelineFigures figures = new PipelineFigures(List.of(
                stage("Offer", Stage.Outcome.OPEN, 50, 1, usd("100")),
                stage("Contract", Stage.Outcome.OPEN, 50, 1, Amounts.of(new Money(new BigDecimal("3000000"), "VND")))));

        assertEquals(
                List.of(new Money(new BigDecimal("50.0000"), "USD"), new Money(new BigDecimal("1500000.0000"), "VND")),
                figures.weighted().all());
        assertEquals(PipelineFigures.Measure.COUNT, figures.measure());
    }

    @Test
    void sumsThatAreAllInAForeignCurrencyAreReadAsTheyAre() {
        Money foreign = new Money(new BigDecimal("700"), "EUR");
        Summary.Totals totals = new Summary.Totals(2, Map.of(), Map.of("sum:amount", List.of(foreign)));

        PipelineFigures figures = new PipelineFigures(List.of(new StageFigures(
                new Stage("Offer", "Offer", Stage.Outcome.OPEN, BigDecimal.TEN),
                totals.count(),
                Amounts.of(totals, "sum:amount"))));

        assertEquals(PipelineFigures.Measure.VALUE, figures.measure());
        assertEquals(List.of(foreign), figures.amounts(Stage.Outcome.OPEN).all());
    }

    @Test
    void theLeaderHoldsTheLargestShareOfOpenValue() {
        PipelineFigures figures = new PipelineFigures(List.of(
                stage("Prospecting", Stage.Outcome.OPEN, 10, 90, usd("27")),
                stage("Engaging", Stage.Outcome.OPEN, 40, 10, usd("73")),
                stage("Won", Stage.Outcome.WON, 100, 10, usd("1000"))));

        PipelineFigures.Leader leader = figures.leader().orElseThrow();

        assertEquals("Engaging", leader.stage().code());
        assertEquals(73, leader.percent());
    }

    @Test
    void withoutAnyOpenValueTheNumberOfOpportunitiesLeads() {
        PipelineFigures figures = new PipelineFigures(List.of(
                stage("Prospecting", Stage.Outcome.OPEN, 10, 500, Amounts.NONE),
                stage("Engaging", Stage.Outcome.OPEN, 40, 1589, Amounts.NONE),
                stage("Won", Stage.Outcome.WON, 100, 4238, usd("10005534"))));

        PipelineFigures.Leader leader = figures.leader().orElseThrow();

        assertEquals(PipelineFigures.Measure.COUNT, figures.measure());
        assertEquals("Engaging", leader.stage().code());
        assertEquals(76, leader.percent());
    }

    @Test
    void nothingOpenHasNoLeader() {
        PipelineFigures figures = new PipelineFigures(List.of(stage("Won", Stage.Outcome.WON, 100, 3, usd("10"))));

        assertTrue(figures.leader().isEmpty());
        assertTrue(figures.weighted().all().isEmpty());
    }

    static StageFigures stage(String code, Stage.Outcome outcome, int probability, long count, Amounts amounts) {
        return new StageFigures(new Stage(code, code, outcome, BigDecimal.valueOf(probability)), count, amounts);
    }

    static Amounts usd(String amount) {
        return Amounts.of(new Money(new BigDecimal(amount), "USD"));
    }
}

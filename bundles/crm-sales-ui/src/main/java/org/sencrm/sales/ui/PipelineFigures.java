package org.sencrm.sales.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sencrm.api.record.Money;
import org.sencrm.ui.api.Amounts;

/**
 * How the opportunities are spread over the stages of a pipeline.
 *
 * @param stages in the order of the pipeline
 */
record PipelineFigures(List<StageFigures> stages) {

    /** What the bars of a chart are as long as. */
    enum Measure {
        VALUE,
        COUNT
    }

    /**
     * The stage that holds most of what is open.
     *
     * @param percent share of all that is open, 0 to 100
     */
    record Leader(Stage stage, int percent) {}

    PipelineFigures {
        stages = List.copyOf(stages);
    }

    long count(Stage.Outcome outcome) {
        return with(outcome).mapToLong(StageFigures::count).sum();
    }

    Amounts amounts(Stage.Outcome outcome) {
        return sum(with(outcome).map(StageFigures::amounts));
    }

    /** What the open opportunities are worth: the amount of each stage times its probability. */
    Amounts weighted() {
        return sum(with(Stage.Outcome.OPEN).map(StageFigures::weighted));
    }

    /** Value where what is open is of one currency, so that the bars can be compared; the number otherwise. */
    Measure measure() {
        return amounts(Stage.Outcome.OPEN).only().isPresent()
                        && sum(stages.stream().map(StageFigures::amounts))
                                .only()
                                .isPresent()
                ? Measure.VALUE
                : Measure.COUNT;
    }

    /** As long as this is the bar of a stage. */
    BigDecimal length(StageFigures figures) {
        return measure() == Measure.COUNT
                ? BigDecimal.valueOf(figures.count())
                : figures.amounts().only().map(Money::amount).orElse(BigDecimal.ZERO);
    }

    /** Empty where nothing is open. */
    Optional<Leader> leader() {
        Function<StageFigures, BigDecimal> length = this::length;
        BigDecimal total = with(Stage.Outcome.OPEN).map(length).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.signum() <= 0) {
            return Optional.empty();
        }
        return with(Stage.Outcome.OPEN)
                .max(Comparator.comparing(length))
                .map(first -> new Leader(first.stage(), percent(length.apply(first), total)));
    }

    private Stream<StageFigures> with(Stage.Outcome outcome) {
        return stages.stream().filter(figures -> figures.stage().outcome() == outcome);
    }

    private static Amounts sum(Stream<Amounts> amounts) {
        return amounts.reduce(Amounts.NONE, Amounts::plus);
    }

    private static int percent(BigDecimal part, BigDecimal whole) {
        return part.multiply(BigDecimal.valueOf(100))
                .divide(whole, 0, RoundingMode.HALF_UP)
                .intValue();
    }
}

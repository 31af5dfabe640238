package org.sencrm.core.record;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.Summary;

/** Adds up one group of a summary, or all of them. Amounts are kept apart by currency. */
final class Tally {

    static final String NO_CURRENCY = "";
    private static final int SCALE = 4;

    private final Map<String, Map<String, Part>> parts = new LinkedHashMap<>();
    /** By measure, what its foreign amounts come to in the company's currency; empty where one of them has no rate. */
    private final Map<String, Optional<BigDecimal>> converted = new HashMap<>();

    private long count;

    void count(long more) {
        count += more;
    }

    long count() {
        return count;
    }

    /** @param currency null where the measure is no amount */
    void add(Measure measure, String currency, BigDecimal value, long numberOfValues) {
        if (value != null) {
            parts.computeIfAbsent(measure.name(), name -> new TreeMap<>())
                    .merge(
                            currency == null ? NO_CURRENCY : currency,
                            new Part(value, numberOfValues),
                            (one, other) -> one.with(other, measure.function()));
        }
    }

    /** @param value of some foreign amounts in the company's currency; null where there is no rate */
    void convert(Measure measure, BigDecimal value) {
        merge(measure.name(), Optional.ofNullable(value));
    }

    private void merge(String measure, Optional<BigDecimal> value) {
        converted.merge(measure, value, (one, other) -> one.flatMap(some -> other.map(some::add)));
    }

    void add(Tally other, List<Measure> measures) {
        count += other.count;
        for (Measure measure : measures) {
            other.parts
                    .getOrDefault(measure.name(), Map.of())
                    .forEach((currency, part) -> add(measure, currency, part.value, part.number));
        }
        other.converted.forEach(this::merge);
    }

    /** The currency in which each measure is given: the only one that there is, else the company's. */
    Map<String, String> homes(List<Measure> measures, String company) {
        Map<String, String> homes = new HashMap<>();
        measures.stream().filter(Measure::isMoney).forEach(measure -> {
            Set<String> found = parts.getOrDefault(measure.name(), Map.of()).keySet();
            homes.put(measure.name(), found.size() == 1 ? found.iterator().next() : company);
        });
        return homes;
    }

    /**
     * @param homes by measure, the currency in which it is given; all others go into {@code foreign}
     * @param company currency into which sums are converted
     * @param mixed names of the measures that are converted, as the answer has foreign amounts
     */
    Summary.Totals totals(List<Measure> measures, Map<String, String> homes, String company, Set<String> mixed) {
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, List<Money>> foreign = new LinkedHashMap<>();
        for (Measure measure : measures) {
            Map<String, Part> found = parts.getOrDefault(measure.name(), Map.of());
            if (measure.function() == Measure.Function.COUNT) {
                values.put(measure.name(), BigDecimal.valueOf(count));
            } else if (measure.isMoney()) {
                String home = homes.get(measure.name());
                Part own = found.isEmpty() ? nothing(measure) : found.get(home);
                values.put(measure.name(), own == null ? null : new Money(own.result(measure.function()), home));
                List<Money> others = new ArrayList<>();
                found.forEach((currency, part) -> {
                    if (!currency.equals(home)) {
                        others.add(new Money(part.result(measure.function()), currency));
                    }
                });
                if (!others.isEmpty()) {
                    foreign.put(measure.name(), List.copyOf(others));
                }
            } else {
                Part only = found.isEmpty() ? nothing(measure) : found.get(NO_CURRENCY);
                values.put(measure.name(), only == null ? null : only.result(measure.function()));
            }
        }
        return new Summary.Totals(count, values, foreign, converted(company, mixed));
    }

    private Map<String, Money> converted(String company, Set<String> mixed) {
        Map<String, Money> sums = new LinkedHashMap<>();
        for (String measure : mixed) {
            Map<String, Part> found = parts.getOrDefault(measure, Map.of());
            Part own = found.get(company);
            if (!found.isEmpty()) {
                converted
                        .getOrDefault(measure, Optional.of(BigDecimal.ZERO))
                        .map(foreign -> own == null ? foreign : foreign.add(own.value))
                        .ifPresent(sum -> sums.put(measure, new Money(plain(sum.setScale(SCALE, HALF_UP)), company)));
            }
        }
        return sums;
    }

    /** All currencies in which there are amounts. */
    Set<String> currencies(Measure measure) {
        return parts.getOrDefault(measure.name(), Map.of()).keySet();
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The sum over nothing is zero; the smallest, largest or average of nothing does not exist. */
    private static Part nothing(Measure measure) {
        return measure.function() == Measure.Function.SUM ? new Part(BigDecimal.ZERO, 0) : null;
    }

    private record Part(BigDecimal value, long number) {

        Part with(Part other, Measure.Function function) {
            BigDecimal both = switch (function) {
                case MIN -> value.min(other.value);
                case MAX -> value.max(other.value);
                default -> value.add(other.value);
            };
            return new Part(both, number + other.number);
        }

        BigDecimal result(Measure.Function function) {
            return plain(
                    function == Measure.Function.AVG
                            ? value.divide(BigDecimal.valueOf(number), MathContext.DECIMAL64)
                                    .setScale(SCALE, HALF_UP)
                            : value);
        }
    }
}

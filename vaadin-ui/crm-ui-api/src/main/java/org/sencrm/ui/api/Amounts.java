package org.sencrm.ui.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.Summary;

/** Sums of money that are never added across currencies. Immutable. */
public final class Amounts {

    public static final Amounts NONE = new Amounts(Map.of(), null);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Map<String, BigDecimal> byCurrency;
    private final Money converted;

    private Amounts(Map<String, BigDecimal> byCurrency, Money converted) {
        this.byCurrency = byCurrency;
        this.converted = converted;
    }

    /** What a measure of a summary says, in all currencies, and converted where the summary is. */
    public static Amounts of(Summary.Totals totals, String measure) {
        Amounts amounts = NONE;
        if (totals.measures().get(measure) instanceof Money money) {
            amounts = amounts.plus(money);
        }
        for (Money money : totals.foreign().getOrDefault(measure, List.of())) {
            amounts = amounts.plus(money);
        }
        return new Amounts(amounts.byCurrency, totals.converted().get(measure));
    }

    /** @param money null for none */
    public static Amounts of(Money money) {
        return money == null ? NONE : NONE.plus(money);
    }

    public Amounts plus(Amounts other) {
        Amounts sum = this;
        for (Money money : other.all()) {
            sum = sum.plus(money);
        }
        return sum;
    }

    public Amounts minus(Amounts other) {
        Amounts difference = this;
        for (Money money : other.all()) {
            difference = difference.plus(new Money(money.amount().negate(), money.currency()));
        }
        return difference;
    }

    /** The share of each sum, rounded to the four decimals in which money is kept. */
    public Amounts share(BigDecimal percent) {
        Map<String, BigDecimal> shares = new TreeMap<>();
        byCurrency.forEach((currency, amount) ->
                shares.put(currency, amount.multiply(percent).divide(HUNDRED, 4, RoundingMode.HALF_UP)));
        return new Amounts(shares, null);
    }

    /** The sums that are not zero, by currency code. */
    public List<Money> all() {
        return byCurrency.entrySet().stream()
                .filter(entry -> entry.getValue().signum() != 0)
                .map(entry -> new Money(entry.getValue(), entry.getKey()))
                .toList();
    }

    /** Whether {@link #text} says what they come to in one currency, so that a screen tells at which rates. */
    public boolean isConverted() {
        return converted != null
                && all().stream().anyMatch(money -> !money.currency().equals(converted.currency()));
    }

    /** The sum where there is exactly one. */
    public Optional<Money> only() {
        List<Money> all = all();
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    /**
     * As people read it; empty where there is nothing. What was converted stands behind, after a sign that says so. Sums
     * and shares of amounts are not converted.
     */
    public String text(Function<Object, String> format) {
        String exact = all().stream().map(format).collect(Collectors.joining(" · "));
        return isConverted() ? exact + " (≈ " + format.apply(converted) + ")" : exact;
    }

    private Amounts plus(Money money) {
        Map<String, BigDecimal> sums = new TreeMap<>(byCurrency);
        sums.merge(money.currency(), money.amount(), BigDecimal::add);
        return new Amounts(sums, null);
    }
}

package org.sencrm.vietnam.money;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an amount of đồng as people write it: {@code 1.234.567 ₫}, {@code 1,5 tỷ}, {@code 250tr}, {@code 2 tỷ 350 triệu}, {@code
 * 3tr5}, {@code 500k}. A dot stands before thousands and a comma before decimals, unless that makes no sense.
 */
public final class AmountReader {

    private static final Map<String, Integer> UNITS = Map.ofEntries(
            Map.entry("ty", 9),
            Map.entry("ti", 9),
            Map.entry("trieu", 6),
            Map.entry("tr", 6),
            Map.entry("nghin", 3),
            Map.entry("ngan", 3),
            Map.entry("k", 3));
    private static final Pattern CURRENCY = Pattern.compile("^vnd|(vnd|dong|₫|(?<![a-z])d)$");
    private static final Pattern PART = Pattern.compile("\\s*([0-9][0-9.,]*)\\s*([a-z]*)");
    private static final Pattern THOUSANDS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{3})+(,[0-9]+)?");
    private static final Pattern ENGLISH_THOUSANDS = Pattern.compile("[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?");
    private static final Pattern DECIMALS = Pattern.compile("[0-9]+([.,][0-9]+)?");
    /** Longer ones are no amounts of money. */
    private static final int LONGEST = 60;

    private AmountReader() {}

    /** The amount in whole đồng; empty for what is none. */
    public static Optional<BigDecimal> read(String written) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = CURRENCY.matcher(fold(written)).replaceAll("").strip();
        return total(plain).map(BigDecimal::stripTrailingZeros).filter(sum -> sum.scale() <= 0);
    }

    private static String fold(String written) {
        return Normalizer.normalize(written.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd')
                .strip();
    }

    /** The sum of parts whose units fall; digits behind a unit without one of their own are its decimals. */
    private static Optional<BigDecimal> total(String plain) {
        Matcher part = PART.matcher(plain);
        BigDecimal sum = BigDecimal.ZERO;
        Integer last = null;
        int end = 0;
        while (end < plain.length()) {
            if (!part.find(end) || part.start() != end) {
                return Optional.empty();
            }
            String unit = part.group(2);
            boolean bare = unit.isEmpty();
            Integer power = bare ? Integer.valueOf(0) : UNITS.get(unit);
            if (power == null || (last != null && power >= last)) {
                return Optional.empty();
            }
            Optional<BigDecimal> value =
                    bare && last != null ? decimals(part.group(1), last) : number(part.group(1), power);
            if (value.isEmpty() || (bare && part.end() < plain.length())) {
                return Optional.empty();
            }
            sum = sum.add(value.get());
            last = power;
            end = part.end();
        }
        return last == null ? Optional.empty() : Optional.of(sum);
    }

    /** As in 3tr5 and 1 tỷ 250. */
    private static Optional<BigDecimal> decimals(String digits, int power) {
        return digits.matches("[0-9]{1,3}")
                ? Optional.of(new BigDecimal("0." + digits).scaleByPowerOfTen(power))
                : Optional.empty();
    }

    private static Optional<BigDecimal> number(String written, int power) {
        String plain;
        if (THOUSANDS.matcher(written).matches()) {
            plain = written.replace(".", "").replace(',', '.');
        } else if (ENGLISH_THOUSANDS.matcher(written).matches()
                && (power == 0 || written.indexOf(',') != written.lastIndexOf(','))) {
            plain = written.replace(",", "");
        } else if (DECIMALS.matcher(written).matches()) {
            plain = written.replace(',', '.');
        } else {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(plain).scaleByPowerOfTen(power));
    }
}

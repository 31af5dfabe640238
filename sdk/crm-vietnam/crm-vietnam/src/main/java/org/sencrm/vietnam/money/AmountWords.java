package org.sencrm.vietnam.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sencrm.api.setting.Settings;

/**
 * Writes an amount of đồng in words, as contracts and invoices ask for: {@code Một trăm hai mươi lăm triệu đồng chẵn}. The words
 * are Vietnamese whatever language somebody reads the screens in. Immutable; thread safe.
 */
public final class AmountWords {

    /** Setting: {@code linh} or {@code le}, as the firm says 105. */
    public static final String ZERO_TENS = "vietnam.zeroTens";

    private static final String[] DIGITS = {"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"};
    private static final String[] GROUPS = {"", " nghìn", " triệu"};
    private static final BigInteger BILLION = BigInteger.valueOf(1_000_000_000);
    private static final BigInteger THOUSAND = BigInteger.valueOf(1_000);

    private final String zeroTens;

    /** @param zeroTens the word for empty tens, as in 105: {@code linh} in the north, {@code lẻ} in the south */
    public AmountWords(String zeroTens) {
        this.zeroTens = zeroTens;
    }

    /** As this firm speaks. */
    public static AmountWords of(Settings settings) {
        return new AmountWords("le".equals(settings.get(ZERO_TENS, "linh")) ? "lẻ" : "linh");
    }

    /**
     * @param amount whole đồng; {@link ArithmeticException} for a part of one
     * @return with a capital first letter; {@code chẵn} is added to whole thousands, after which nothing can be written in
     */
    public String write(BigDecimal amount) {
        BigInteger whole = amount.toBigIntegerExact();
        boolean even = whole.signum() != 0 && whole.mod(THOUSAND).signum() == 0;
        String words = (whole.signum() < 0 ? "âm " : "") + number(whole.abs()) + " đồng" + (even ? " chẵn" : "");
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** From a billion on the same words begin anew: nghìn tỷ, triệu tỷ, tỷ tỷ. */
    private String number(BigInteger whole) {
        BigInteger[] parts = whole.divideAndRemainder(BILLION);
        if (parts[0].signum() == 0) {
            return belowBillion(parts[1].intValue(), false);
        }
        String upper = number(parts[0]) + " tỷ";
        return parts[1].signum() == 0 ? upper : upper + " " + belowBillion(parts[1].intValue(), true);
    }

    /** @param follows whether something is said before it, so that an empty hundred is spoken */
    private String belowBillion(int number, boolean follows) {
        if (number == 0) {
            return DIGITS[0];
        }
        List<String> words = new ArrayList<>();
        int rest = number;
        for (int place = 2; place >= 0; place--) {
            int unit = (int) Math.pow(1000, place);
            int group = rest / unit;
            rest %= unit;
            if (group > 0) {
                words.add(group(group, follows || !words.isEmpty()) + GROUPS[place]);
            }
        }
        return String.join(" ", words);
    }

    private String group(int group, boolean follows) {
        int tens = group % 100;
        if (group < 100 && !follows) {
            return tens(tens);
        }
        String hundreds = DIGITS[group / 100] + " trăm";
        if (tens == 0) {
            return hundreds;
        }
        return hundreds + " " + (tens < 10 ? zeroTens + " " + DIGITS[tens] : tens(tens));
    }

    private static String tens(int number) {
        int tens = number / 10;
        int units = number % 10;
        if (tens == 0) {
            return DIGITS[units];
        }
        String word = tens == 1 ? "mười" : DIGITS[tens] + " mươi";
        return units == 0 ? word : word + " " + units(units, tens);
    }

    /** One is mốt and four is tư behind twenty and more, five is lăm behind any ten. */
    private static String units(int units, int tens) {
        if (units == 5) {
            return "lăm";
        }
        if (tens > 1 && (units == 1 || units == 4)) {
            return units == 1 ? "mốt" : "tư";
        }
        return DIGITS[units];
    }
}

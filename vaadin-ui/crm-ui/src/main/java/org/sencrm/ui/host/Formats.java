package org.sencrm.ui.host;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.Currency;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.Reference;
import org.sencrm.api.text.Messages;

/**
 * How values are written for one person: {@code 1.234.567 ₫}, in English {@code ₫1,234,567}; {@code 22/11/2026},
 * {@code 14:05}. Empty for null throughout.
 */
public final class Formats {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final int MOST_DECIMALS = 4;

    private final Locale locale;
    private final ZoneId zone;
    private final Messages messages;

    public Formats(Locale locale, ZoneId zone, Messages messages) {
        this.locale = locale;
        this.zone = zone;
        this.messages = messages;
    }

    /** A value of any Java type that a field may have. */
    public String any(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Money money) {
            return money(money);
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof LocalDate day) {
            return day(day);
        }
        if (value instanceof Instant instant) {
            return dayTime(instant);
        }
        if (value instanceof Boolean yes) {
            return messages.text(locale, yes ? "value.yes" : "value.no");
        }
        if (value instanceof Reference reference) {
            return reference.label() == null ? messages.text(locale, "value.gone") : reference.label();
        }
        if (value instanceof Duration duration) {
            return duration(duration);
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(this::any).collect(Collectors.joining(", "));
        }
        return value.toString();
    }

    public String number(Number value) {
        if (value == null) {
            return "";
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(MOST_DECIMALS);
        return format.format(value);
    }

    /** {@code 12,5 %}: a share as {@link org.sencrm.api.record.FieldKind#PERCENT} has it. */
    public String percent(BigDecimal value) {
        return value == null ? "" : number(value) + " %";
    }

    public String money(Money value) {
        if (value == null) {
            return "";
        }
        Currency currency = Currency.getInstance(value.currency());
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        boolean whole = value.amount().stripTrailingZeros().scale() <= 0;
        format.setMinimumFractionDigits(whole ? 0 : digits);
        format.setMaximumFractionDigits(Math.max(digits, MOST_DECIMALS));
        format.setRoundingMode(RoundingMode.HALF_UP);
        String symbol = symbol(currency);
        if (!locale.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            return format.format(value.amount()) + " " + symbol;
        }
        String sign = value.amount().signum() < 0 ? "-" : "";
        // a code in letters keeps its distance
        String gap = Character.isLetter(symbol.charAt(0)) ? " " : "";
        return sign + symbol + gap + format.format(value.amount().abs());
    }

    public String day(LocalDate value) {
        return value == null ? "" : DAY.format(value);
    }

    public String time(Instant value) {
        return value == null ? "" : TIME.format(value.atZone(zone));
    }

    public String dayTime(Instant value) {
        return value == null ? "" : day(value.atZone(zone).toLocalDate()) + " " + time(value);
    }

    /** The day, or only the time where the instant is today. */
    public String near(Instant value) {
        if (value == null) {
            return "";
        }
        LocalDate day = value.atZone(zone).toLocalDate();
        return day.equals(today()) ? time(value) : day(day);
    }

    /** {@code Chủ nhật, 22/11/2026}. */
    public String longDay(LocalDate value) {
        DayOfWeek weekday = value.getDayOfWeek();
        return weekday.getDisplayName(TextStyle.FULL_STANDALONE, locale) + ", " + day(value);
    }

    public LocalDate today() {
        return LocalDate.now(zone);
    }

    public ZoneId zone() {
        return zone;
    }

    private String duration(Duration value) {
        long minutes = value.toMinutes();
        return messages.text(locale, "value.duration", minutes / 60, minutes % 60);
    }

    private static String symbol(Currency currency) {
        return switch (currency.getCurrencyCode()) {
            case "VND" -> "₫";
            case "USD" -> "$";
            case "EUR" -> "€";
            default -> currency.getCurrencyCode();
        };
    }
}

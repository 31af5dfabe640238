package org.sencrm.transfer.value;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.search.Folding;

/** Turns the text of a cell into a value of its field; for all kinds but references, which need the records themselves. */
public final class CellReader {

    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "co", "dung", "x", "on");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "khong", "sai", "off");
    private static final Pattern CLOCK = Pattern.compile("([0-9]{1,6}):([0-9]{2})(?::([0-9]{2}))?");
    private static final Pattern BETWEEN_CHOICES = Pattern.compile("[;,\n|]");
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final Field field;
    private final ColumnStyle style;
    private final ZoneId zone;
    private final String currency;
    private final ChoiceWords choices;

    private CellReader(Field field, ColumnStyle style, ZoneId zone, String currency, ChoiceWords choices) {
        this.field = field;
        this.style = style;
        this.zone = zone;
        this.currency = currency;
        this.choices = choices;
    }

    /**
     * @param zone in which times without one are meant
     * @param currency of amounts that name none
     */
    public static CellReader of(
            RecordTypes types,
            String type,
            Field field,
            ColumnStyle style,
            Locale speaker,
            ZoneId zone,
            String currency) {
        return new CellReader(field, style, zone, currency, ChoiceWords.of(types, type, field, speaker));
    }

    /**
     * @param text not blank
     * @param exact whether it is a number that a workbook holds as such
     * @throws BadValue where the text does not fit the kind
     */
    public Object read(String text, boolean exact) throws BadValue {
        return switch (field.kind()) {
            case TEXT, EMAIL, PHONE, URL, PERSON_NAME -> text.strip();
            case LONG_TEXT, RICH_TEXT, ADDRESS -> text;
            case NUMBER -> number(text, exact);
            case PERCENT -> number(text.endsWith("%") ? text.substring(0, text.length() - 1) : text, exact);
            case MONEY -> money(text, exact, null);
            case DATE -> style.dates().day(text);
            case DATE_TIME -> style.dates().instant(text, zone);
            case DURATION -> duration(text.strip());
            case BOOLEAN -> yesOrNo(text);
            case CHOICE -> choices.code(text);
            case CHOICES -> severalChoices(text);
            case STRUCTURE -> structure(text);
            case REFERENCE, REFERENCES -> throw new IllegalStateException(field.name());
        };
    }

    /** An amount whose currency stands in a column of its own. */
    public Money money(String text, boolean exact, String currencyCode) throws BadValue {
        Amount amount = exact ? new Amount(text, null) : Amount.split(text);
        String named = currencyCode == null || currencyCode.isBlank() ? amount.currency() : currencyCode.strip();
        return new Money(number(amount.number(), exact), named == null ? currency : known(named));
    }

    /** Labels of the field's options, to suggest one. */
    public List<String> options() {
        return choices.labels();
    }

    private BigDecimal number(String text, boolean exact) throws BadValue {
        return exact ? new BigDecimal(text) : style.mark().parse(text);
    }

    private static String known(String code) throws BadValue {
        try {
            return Currency.getInstance(code.toUpperCase(Locale.ROOT)).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw new BadValue("format");
        }
    }

    private static Duration duration(String text) throws BadValue {
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            String seconds = clock.group(3);
            return Duration.ofHours(Long.parseLong(clock.group(1)))
                    .plusMinutes(Long.parseLong(clock.group(2)))
                    .plusSeconds(seconds == null ? 0 : Long.parseLong(seconds));
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw new BadValue("format");
        }
    }

    private static Boolean yesOrNo(String text) throws BadValue {
        String word = Folding.fold(text);
        if (YES.contains(word)) {
            return Boolean.TRUE;
        }
        if (NO.contains(word)) {
            return Boolean.FALSE;
        }
        throw new BadValue("format");
    }

    private List<String> severalChoices(String text) throws BadValue {
        List<String> codes = new ArrayList<>();
        for (String part : BETWEEN_CHOICES.split(text)) {
            if (!part.isBlank()) {
                String code = choices.code(part);
                if (!codes.contains(code)) {
                    codes.add(code);
                }
            }
        }
        return codes;
    }

    private static Object structure(String text) throws BadValue {
        try {
            return JSON.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            throw new BadValue("format");
        }
    }
}

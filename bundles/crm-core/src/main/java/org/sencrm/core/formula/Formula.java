package org.sencrm.core.formula;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.parser.ParseException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.Reference;

/**
 * An expression over the fields of one record. An amount counts as its number, a length of time as hours, a choice as its
 * code. Whatever goes wrong while it is calculated makes the result missing. Immutable and thread safe.
 */
public final class Formula {

    private static final ExpressionConfiguration CONFIGURATION = Vocabulary.configuration();
    private static final int LONGEST = 1_000;
    private static final int LONGEST_SHOWN = 40;
    private static final int LONGEST_TEXT = 255;
    private static final int DECIMALS = 6;
    private static final int MOST_DIGITS = 40;
    private static final BigDecimal SECONDS_OF_HOUR = BigDecimal.valueOf(3_600);

    private final Expression expression;
    private final Set<String> sources;

    private Formula(Expression expression, Set<String> sources) {
        this.expression = expression;
        this.sources = sources;
    }

    /** Reads an expression; what its names mean is asked by {@link #check}. */
    public static Formula of(String text) throws FormulaProblem {
        if (text.length() > LONGEST) {
            throw new FormulaProblem("fault.formula.tooLong", LONGEST);
        }
        Expression expression = new Expression(text, CONFIGURATION);
        Set<String> names = new LinkedHashSet<>();
        try {
            Examination.measure(expression.getAbstractSyntaxTree(), names);
        } catch (ParseException e) {
            throw new FormulaProblem("fault.formula.syntax", shown(e), e.getStartPosition());
        }
        return new Formula(expression, Set.copyOf(names));
    }

    private static String shown(ParseException e) {
        String part = Objects.requireNonNullElse(e.getTokenString(), "");
        return part.length() <= LONGEST_SHOWN ? part : part.substring(0, LONGEST_SHOWN) + "…";
    }

    /** Names of the fields in it. */
    public Set<String> sources() {
        return sources;
    }

    /** What it comes to; the problem where it names what is not there, or puts together what does not go together. */
    public Sort check(Function<String, Optional<Field>> fields) throws FormulaProblem {
        try {
            return new Examination(fields).sort(expression.getAbstractSyntaxTree());
        } catch (ParseException e) {
            throw new IllegalStateException("it was read before", e);
        }
    }

    /** Whether a condition holds for a record with these values; one that cannot be told does not. */
    public boolean holds(Map<String, Object> values) {
        EvaluationValue result = evaluate(values);
        return result != null && Arithmetic.isTrue(result);
    }

    /**
     * The result for a record with these values, as a value of the kind; null for none.
     *
     * @param currency of an amount, where no amount among the sources has one
     */
    public Object calculate(Map<String, Object> values, FieldKind kind, Supplier<String> currency) {
        EvaluationValue result = evaluate(values);
        if (result == null || result.isNullValue()) {
            return null;
        }
        return switch (kind) {
            case NUMBER, PERCENT -> rounded(result.getNumberValue());
            case MONEY -> amount(rounded(result.getNumberValue()), values, currency);
            case DATE -> result.getDateTimeValue().atZone(ZoneOffset.UTC).toLocalDate();
            case BOOLEAN -> result.getBooleanValue();
            default -> cut(result.getStringValue());
        };
    }

    private EvaluationValue evaluate(Map<String, Object> values) {
        try {
            Expression run = expression.copy();
            for (String source : sources) {
                run.with(source, plain(values.get(source)));
            }
            return run.evaluate();
        } catch (EvaluationException | ParseException | ArithmeticException | ClassCastException e) {
            return null;
        }
    }

    private static EvaluationValue plain(Object value) {
        if (value instanceof BigDecimal number) {
            return EvaluationValue.numberValue(number);
        } else if (value instanceof Money money) {
            return EvaluationValue.numberValue(money.amount());
        } else if (value instanceof Duration length) {
            return EvaluationValue.numberValue(
                    BigDecimal.valueOf(length.toSeconds()).divide(SECONDS_OF_HOUR, Vocabulary.PRECISION));
        } else if (value instanceof LocalDate day) {
            return EvaluationValue.dateTimeValue(
                    day.atStartOfDay(ZoneOffset.UTC).toInstant());
        } else if (value instanceof Instant moment) {
            return EvaluationValue.dateTimeValue(moment);
        } else if (value instanceof Boolean yes) {
            return EvaluationValue.booleanValue(yes);
        } else if (value instanceof Collection<?> members) {
            return EvaluationValue.stringValue(
                    members.stream().map(Formula::text).collect(Collectors.joining(",")));
        }
        return value == null ? EvaluationValue.nullValue() : EvaluationValue.stringValue(text(value));
    }

    private static String text(Object value) {
        return value instanceof Reference reference ? Long.toString(reference.id()) : value.toString();
    }

    /** Null for a number that no field could hold. */
    private static BigDecimal rounded(BigDecimal number) {
        return number == null || number.precision() - (long) number.scale() > MOST_DIGITS || number.scale() > 1_000
                ? null
                : number.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
    }

    /** In the currency of the amounts that it was made of; null where these differ, as nobody said how to convert them. */
    private Object amount(BigDecimal number, Map<String, Object> values, Supplier<String> currency) {
        Set<String> currencies = sources.stream()
                .map(values::get)
                .filter(Money.class::isInstance)
                .map(value -> ((Money) value).currency())
                .collect(Collectors.toSet());
        if (number == null || currencies.size() > 1) {
            return null;
        }
        return new Money(
                number,
                currencies.isEmpty() ? currency.get() : currencies.iterator().next());
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        boolean insideOne = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1));
        return text.substring(0, insideOne ? LONGEST_TEXT - 1 : LONGEST_TEXT);
    }
}

package org.sencrm.core.formula;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.data.EvaluationValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.IntPredicate;

/** What operators do. A value that is missing makes the result missing; to be compared with nothing is not to be so. */
final class Arithmetic {

    private static final List<Sort> WITH_DAYS = List.of(Sort.DATE, Sort.MOMENT);
    private static final BigDecimal SECONDS_OF_DAY = BigDecimal.valueOf(86_400);
    private static final BigDecimal MOST_DAYS = BigDecimal.valueOf(4_000_000);

    private Arithmetic() {}

    /** Numbers; days after a day; or one text behind the other. */
    static Sort sum(List<Sort> operands) {
        Sort left = operands.get(0);
        Sort right = operands.get(1);
        if (WITH_DAYS.contains(left)) {
            return right.suits(Sort.NUMBER) ? left : null;
        }
        return Signature.all(Sort.NUMBER, Sort.NUMBER).of(operands) != null
                ? Sort.NUMBER
                : Signature.all(Sort.TEXT, Sort.TEXT).of(operands);
    }

    /** Numbers; days before a day; or the days from one day to another. */
    static Sort difference(List<Sort> operands) {
        Sort left = operands.get(0);
        Sort right = operands.get(1);
        if (WITH_DAYS.contains(left)) {
            return left == right ? Sort.NUMBER : right.suits(Sort.NUMBER) ? left : null;
        }
        return Signature.all(Sort.NUMBER, Sort.NUMBER).of(operands);
    }

    static Sort comparison(List<Sort> operands) {
        Sort common = Sort.common(operands);
        return common != null && common.isOrdered() ? Sort.BOOLEAN : null;
    }

    static Sort equality(List<Sort> operands) {
        Sort common = Sort.common(operands);
        return common == null || common == Sort.LIST ? null : Sort.BOOLEAN;
    }

    static EvaluationValue plus(Expression expression, EvaluationValue... operands) {
        if (isMissing(operands)) {
            return EvaluationValue.nullValue();
        } else if (operands[0].isDateTimeValue()) {
            return later(operands[0], operands[1].getNumberValue());
        } else if (operands[0].isNumberValue()) {
            return number(operands[0].getNumberValue().add(operands[1].getNumberValue(), Vocabulary.PRECISION));
        }
        return Texts.joined(operands);
    }

    static EvaluationValue minus(Expression expression, EvaluationValue... operands) {
        if (isMissing(operands)) {
            return EvaluationValue.nullValue();
        } else if (operands[0].isDateTimeValue()) {
            return operands[1].isDateTimeValue()
                    ? days(operands[1], operands[0])
                    : later(operands[0], operands[1].getNumberValue().negate());
        }
        return number(operands[0].getNumberValue().subtract(operands[1].getNumberValue(), Vocabulary.PRECISION));
    }

    static EvaluationValue times(Expression expression, EvaluationValue... operands) {
        return isMissing(operands)
                ? EvaluationValue.nullValue()
                : number(operands[0].getNumberValue().multiply(operands[1].getNumberValue(), Vocabulary.PRECISION));
    }

    /** Nothing where the divisor is zero. */
    static EvaluationValue by(Expression expression, EvaluationValue... operands) {
        return isMissing(operands) || operands[1].getNumberValue().signum() == 0
                ? EvaluationValue.nullValue()
                : number(operands[0].getNumberValue().divide(operands[1].getNumberValue(), Vocabulary.PRECISION));
    }

    static EvaluationValue negative(Expression expression, EvaluationValue... operands) {
        return isMissing(operands)
                ? EvaluationValue.nullValue()
                : number(operands[0].getNumberValue().negate());
    }

    static EvaluationValue not(Expression expression, EvaluationValue... operands) {
        return truth(!isTrue(operands[0]));
    }

    static Step comparing(IntPredicate outcome) {
        return (expression, operands) ->
                truth(!isMissing(operands) && outcome.test(operands[0].compareTo(operands[1])));
    }

    static EvaluationValue same(Expression expression, EvaluationValue... operands) {
        return truth(areSame(operands[0], operands[1]));
    }

    static EvaluationValue different(Expression expression, EvaluationValue... operands) {
        return truth(!areSame(operands[0], operands[1]));
    }

    private static boolean areSame(EvaluationValue one, EvaluationValue other) {
        return one.isNullValue() || other.isNullValue()
                ? one.isNullValue() && other.isNullValue()
                : one.getDataType() == other.getDataType() && one.compareTo(other) == 0;
    }

    /** From one point in time to another, with parts of a day. */
    static EvaluationValue days(EvaluationValue from, EvaluationValue to) {
        long seconds =
                Duration.between(from.getDateTimeValue(), to.getDateTimeValue()).toSeconds();
        return number(BigDecimal.valueOf(seconds).divide(SECONDS_OF_DAY, Vocabulary.PRECISION));
    }

    private static EvaluationValue later(EvaluationValue time, BigDecimal days) {
        if (days.abs().compareTo(MOST_DAYS) > 0) {
            return EvaluationValue.nullValue();
        }
        long seconds =
                days.multiply(SECONDS_OF_DAY).setScale(0, RoundingMode.HALF_UP).longValueExact();
        return EvaluationValue.dateTimeValue(time.getDateTimeValue().plus(seconds, ChronoUnit.SECONDS));
    }

    static boolean isMissing(EvaluationValue... values) {
        for (EvaluationValue value : values) {
            if (value.isNullValue()) {
                return true;
            }
        }
        return false;
    }

    static boolean isTrue(EvaluationValue value) {
        return value.isBooleanValue() && value.getBooleanValue();
    }

    static EvaluationValue truth(boolean yes) {
        return EvaluationValue.booleanValue(yes);
    }

    static EvaluationValue number(BigDecimal number) {
        return EvaluationValue.numberValue(number);
    }
}

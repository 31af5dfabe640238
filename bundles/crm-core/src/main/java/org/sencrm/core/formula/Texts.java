package org.sencrm.core.formula;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.data.EvaluationValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** What functions do with text, and with lists, which are texts between commas. */
final class Texts {

    /** What is longer is nothing that a field could hold. */
    private static final int LONGEST = 10_000;

    private static final List<Sort> JOINED = List.of(Sort.TEXT, Sort.NUMBER, Sort.NOTHING);

    private Texts() {}

    static Sort join(List<Sort> arguments) {
        return JOINED.containsAll(arguments) ? Sort.TEXT : null;
    }

    static EvaluationValue concat(Expression expression, EvaluationValue... arguments) {
        return joined(arguments);
    }

    /** What is missing adds nothing. */
    static EvaluationValue joined(EvaluationValue... parts) {
        StringBuilder text = new StringBuilder();
        for (EvaluationValue part : parts) {
            if (!part.isNullValue()) {
                text.append(part.isNumberValue() ? plain(part.getNumberValue()) : part.getStringValue());
            }
            if (text.length() > LONGEST) {
                return EvaluationValue.nullValue();
            }
        }
        return EvaluationValue.stringValue(text.toString());
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    static Step changed(UnaryOperator<String> change) {
        return (expression, arguments) -> arguments[0].isNullValue()
                ? arguments[0]
                : EvaluationValue.stringValue(change.apply(arguments[0].getStringValue()));
    }

    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Counted as people count, an emoji as one. */
    static EvaluationValue length(Expression expression, EvaluationValue... arguments) {
        String text = arguments[0].isNullValue() ? "" : arguments[0].getStringValue();
        return Arithmetic.number(BigDecimal.valueOf(text.codePointCount(0, text.length())));
    }

    static EvaluationValue has(Expression expression, EvaluationValue... arguments) {
        return Arithmetic.truth(!Arithmetic.isMissing(arguments)
                && Arrays.asList(arguments[0].getStringValue().split(",")).contains(arguments[1].getStringValue()));
    }
}

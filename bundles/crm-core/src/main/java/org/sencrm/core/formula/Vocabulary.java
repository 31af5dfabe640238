package org.sencrm.core.formula;

import static com.ezylang.evalex.operators.OperatorIfc.OPERATOR_PRECEDENCE_ADDITIVE;
import static com.ezylang.evalex.operators.OperatorIfc.OPERATOR_PRECEDENCE_AND;
import static com.ezylang.evalex.operators.OperatorIfc.OPERATOR_PRECEDENCE_COMPARISON;
import static com.ezylang.evalex.operators.OperatorIfc.OPERATOR_PRECEDENCE_EQUALITY;
import static com.ezylang.evalex.operators.OperatorIfc.OPERATOR_PRECEDENCE_MULTIPLICATIVE;
import static com.ezylang.evalex.operators.OperatorIfc.OPERATOR_PRECEDENCE_OR;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.data.EvaluationValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All that an expression may use, and nothing else: no way leads from here to files, classes, the time of day or chance, and
 * nothing can be made that grows without bounds, such as a power.
 */
final class Vocabulary {

    static final MathContext PRECISION = MathContext.DECIMAL128;

    static final Map<String, Sort> CONSTANTS =
            Map.of("TRUE", Sort.BOOLEAN, "FALSE", Sort.BOOLEAN, "NULL", Sort.NOTHING);

    private static final Signature NUMBERS = Signature.all(Sort.NUMBER, Sort.NUMBER);
    private static final Signature TRUTHS = Signature.all(Sort.BOOLEAN, Sort.BOOLEAN);
    private static final int MOST_DIGITS = 10;

    private Vocabulary() {}

    static ExpressionConfiguration configuration() {
        return ExpressionConfiguration.builder()
                .arraysAllowed(false)
                .structuresAllowed(false)
                .binaryAllowed(false)
                .implicitMultiplicationAllowed(false)
                .singleQuoteStringLiteralsAllowed(true)
                .mathContext(PRECISION)
                .zoneId(ZoneOffset.UTC)
                .defaultConstants(Map.of(
                        "TRUE", EvaluationValue.TRUE,
                        "FALSE", EvaluationValue.FALSE,
                        "NULL", EvaluationValue.NULL_VALUE))
                .functionDictionary(functions())
                .operatorDictionary(operators())
                .build();
    }

    private static MapBasedFunctionDictionary functions() {
        MapBasedFunctionDictionary functions = new MapBasedFunctionDictionary();
        functions.addFunction("IF", Function.of(3, Vocabulary::either, Vocabulary::choose));
        functions.addFunction("AND", Function.ofMany(TRUTHS, Vocabulary::and));
        functions.addFunction("OR", Function.ofMany(TRUTHS, Vocabulary::or));
        functions.addFunction("NOT", Function.of(1, TRUTHS, Arithmetic::not));
        functions.addFunction("ROUND", Function.of(2, NUMBERS, Vocabulary::round));
        functions.addFunction("ABS", Function.of(1, NUMBERS, Vocabulary::abs));
        functions.addFunction("MIN", Function.ofMany(Vocabulary::ordered, (any, values) -> extreme(values, -1)));
        functions.addFunction("MAX", Function.ofMany(Vocabulary::ordered, (any, values) -> extreme(values, 1)));
        functions.addFunction("DAYS", Function.of(2, Vocabulary::between, Vocabulary::days));
        functions.addFunction("COALESCE", Function.ofMany(Signature.common(), Vocabulary::first));
        functions.addFunction("ISBLANK", Function.of(1, given -> Sort.BOOLEAN, Vocabulary::isBlank));
        functions.addFunction("CONCAT", Function.ofMany(Texts::join, Texts::concat));
        Signature text = Signature.all(Sort.TEXT, Sort.TEXT);
        functions.addFunction("UPPER", Function.of(1, text, Texts.changed(Texts::upper)));
        functions.addFunction("LOWER", Function.of(1, text, Texts.changed(Texts::lower)));
        functions.addFunction("LEN", Function.of(1, Signature.all(Sort.TEXT, Sort.NUMBER), Texts::length));
        functions.addFunction(
                "HAS", Function.of(2, Signature.each(List.of(Sort.LIST, Sort.TEXT), Sort.BOOLEAN), Texts::has));
        return functions;
    }

    private static MapBasedOperatorDictionary operators() {
        MapBasedOperatorDictionary operators = new MapBasedOperatorDictionary();
        operators.addOperator("-", Operator.before(NUMBERS, Arithmetic::negative));
        operators.addOperator("!", Operator.before(TRUTHS, Arithmetic::not));
        operators.addOperator("+", Operator.between(OPERATOR_PRECEDENCE_ADDITIVE, Arithmetic::sum, Arithmetic::plus));
        operators.addOperator(
                "-", Operator.between(OPERATOR_PRECEDENCE_ADDITIVE, Arithmetic::difference, Arithmetic::minus));
        operators.addOperator("*", Operator.between(OPERATOR_PRECEDENCE_MULTIPLICATIVE, NUMBERS, Arithmetic::times));
        operators.addOperator("/", Operator.between(OPERATOR_PRECEDENCE_MULTIPLICATIVE, NUMBERS, Arithmetic::by));
        operators.addOperator("&&", Operator.between(OPERATOR_PRECEDENCE_AND, TRUTHS, Vocabulary::and));
        operators.addOperator("||", Operator.between(OPERATOR_PRECEDENCE_OR, TRUTHS, Vocabulary::or));
        comparisons(operators);
        return operators;
    }

    private static void comparisons(MapBasedOperatorDictionary operators) {
        Map<String, Step> orders = Map.of(
                "<", Arithmetic.comparing(order -> order < 0),
                "<=", Arithmetic.comparing(order -> order <= 0),
                ">", Arithmetic.comparing(order -> order > 0),
                ">=", Arithmetic.comparing(order -> order >= 0));
        orders.forEach((sign, step) -> operators.addOperator(
                sign, Operator.between(OPERATOR_PRECEDENCE_COMPARISON, Arithmetic::comparison, step)));
        for (String sign : List.of("=", "==")) {
            operators.addOperator(
                    sign, Operator.between(OPERATOR_PRECEDENCE_EQUALITY, Arithmetic::equality, Arithmetic::same));
        }
        for (String sign : List.of("!=", "<>")) {
            operators.addOperator(
                    sign, Operator.between(OPERATOR_PRECEDENCE_EQUALITY, Arithmetic::equality, Arithmetic::different));
        }
    }

    private static Sort either(List<Sort> given) {
        return given.get(0).suits(Sort.BOOLEAN) ? Sort.common(given.get(1), given.get(2)) : null;
    }

    private static Sort ordered(List<Sort> given) {
        Sort common = Sort.common(given);
        return common != null && common.isOrdered() ? common : null;
    }

    private static Sort between(List<Sort> given) {
        Sort common = Sort.common(given);
        return common == Sort.DATE || common == Sort.MOMENT ? Sort.NUMBER : null;
    }

    /** A condition that nothing is known of is none that holds. */
    private static EvaluationValue choose(Expression expression, EvaluationValue... given) {
        return Arithmetic.isTrue(given[0]) ? given[1] : given[2];
    }

    private static EvaluationValue and(Expression expression, EvaluationValue... given) {
        return Arithmetic.truth(Arrays.stream(given).allMatch(Arithmetic::isTrue));
    }

    private static EvaluationValue or(Expression expression, EvaluationValue... given) {
        return Arithmetic.truth(Arrays.stream(given).anyMatch(Arithmetic::isTrue));
    }

    private static EvaluationValue round(Expression expression, EvaluationValue... given) {
        if (Arithmetic.isMissing(given)) {
            return EvaluationValue.nullValue();
        }
        int digits = given[1].getNumberValue().intValue();
        BigDecimal number = given[0].getNumberValue();
        return Math.abs(digits) > MOST_DIGITS
                ? EvaluationValue.nullValue()
                : Arithmetic.number(number.setScale(Math.min(digits, number.scale()), RoundingMode.HALF_UP));
    }

    private static EvaluationValue abs(Expression expression, EvaluationValue... given) {
        return Arithmetic.isMissing(given)
                ? given[0]
                : Arithmetic.number(given[0].getNumberValue().abs());
    }

    /** Of those that are there. */
    private static EvaluationValue extreme(EvaluationValue[] given, int direction) {
        return there(given)
                .reduce((one, other) -> one.compareTo(other) * direction >= 0 ? one : other)
                .orElse(EvaluationValue.nullValue());
    }

    private static EvaluationValue days(Expression expression, EvaluationValue... given) {
        return Arithmetic.isMissing(given) ? EvaluationValue.nullValue() : Arithmetic.days(given[0], given[1]);
    }

    private static EvaluationValue first(Expression expression, EvaluationValue... given) {
        return there(given).findFirst().orElse(EvaluationValue.nullValue());
    }

    private static EvaluationValue isBlank(Expression expression, EvaluationValue... given) {
        return Arithmetic.truth(given[0].isNullValue()
                || given[0].isStringValue() && given[0].getStringValue().isBlank());
    }

    private static Stream<EvaluationValue> there(EvaluationValue... given) {
        return Arrays.stream(given).filter(value -> !value.isNullValue());
    }
}

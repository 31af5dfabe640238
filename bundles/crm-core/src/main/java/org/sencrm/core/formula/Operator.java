package org.sencrm.core.formula;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.operators.OperatorIfc;
import com.ezylang.evalex.parser.Token;

/** An operator that expressions may use: before its one operand, or between two. */
final class Operator implements OperatorIfc {

    private final int precedence;
    private final boolean prefix;
    private final Signature signature;
    private final Step step;

    private Operator(int precedence, boolean prefix, Signature signature, Step step) {
        this.precedence = precedence;
        this.prefix = prefix;
        this.signature = signature;
        this.step = step;
    }

    static Operator before(Signature signature, Step step) {
        return new Operator(OPERATOR_PRECEDENCE_UNARY, true, signature, step);
    }

    static Operator between(int precedence, Signature signature, Step step) {
        return new Operator(precedence, false, signature, step);
    }

    Signature signature() {
        return signature;
    }

    @Override
    public int getPrecedence() {
        return precedence;
    }

    @Override
    public int getPrecedence(ExpressionConfiguration configuration) {
        return precedence;
    }

    @Override
    public boolean isLeftAssociative() {
        return !prefix;
    }

    @Override
    public boolean isPrefix() {
        return prefix;
    }

    @Override
    public boolean isPostfix() {
        return false;
    }

    @Override
    public boolean isInfix() {
        return !prefix;
    }

    @Override
    public boolean isOperandLazy() {
        return false;
    }

    @Override
    public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... operands)
            throws EvaluationException {
        return step.run(expression, operands);
    }
}

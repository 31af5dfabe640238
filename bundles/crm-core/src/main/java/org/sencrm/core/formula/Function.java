package org.sencrm.core.formula;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.FunctionIfc;
import com.ezylang.evalex.functions.FunctionParameterDefinition;
import com.ezylang.evalex.parser.Token;
import java.util.ArrayList;
import java.util.List;

/** A function that expressions may use. */
final class Function implements FunctionIfc {

    private final List<FunctionParameterDefinition> parameters;
    private final Signature signature;
    private final Step step;

    private Function(List<FunctionParameterDefinition> parameters, Signature signature, Step step) {
        this.parameters = parameters;
        this.signature = signature;
        this.step = step;
    }

    /** With so many arguments. */
    static Function of(int count, Signature signature, Step step) {
        return new Function(parameters(count, false), signature, step);
    }

    /** With one argument or more. */
    static Function ofMany(Signature signature, Step step) {
        return new Function(parameters(1, true), signature, step);
    }

    private static List<FunctionParameterDefinition> parameters(int count, boolean many) {
        List<FunctionParameterDefinition> parameters = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            parameters.add(FunctionParameterDefinition.builder()
                    .name("value" + i)
                    .isVarArg(many && i == count)
                    .build());
        }
        return List.copyOf(parameters);
    }

    Signature signature() {
        return signature;
    }

    @Override
    public List<FunctionParameterDefinition> getFunctionParameterDefinitions() {
        return parameters;
    }

    @Override
    public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... arguments)
            throws EvaluationException {
        return step.run(expression, arguments);
    }

    @Override
    public void validatePreEvaluation(Token token, EvaluationValue... arguments) {
        // the signature was asked when the expression was made
    }

    @Override
    public boolean hasVarArgs() {
        return parameters.get(parameters.size() - 1).isVarArg();
    }
}

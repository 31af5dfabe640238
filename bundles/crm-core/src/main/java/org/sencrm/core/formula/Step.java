package org.sencrm.core.formula;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.data.EvaluationValue;

/** What a function or an operator does with its arguments. */
@FunctionalInterface
interface Step {

    EvaluationValue run(Expression expression, EvaluationValue... arguments) throws EvaluationException;
}

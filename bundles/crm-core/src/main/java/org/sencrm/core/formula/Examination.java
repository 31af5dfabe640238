package org.sencrm.core.formula;

import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.sencrm.api.record.Field;

/** Goes once through a whole expression: how big it is, what it names, and what it comes to. */
final class Examination {

    private static final int DEEPEST = 100;
    private static final int MOST_PARTS = 300;
    private static final int LONGEST_NUMBER = 30;

    private final Function<String, Optional<Field>> fields;
    private int parts;

    /** @param fields that may be named */
    Examination(Function<String, Optional<Field>> fields) {
        this.fields = fields;
    }

    /** Limits that hold before anything else is asked, and the names of all fields in it. */
    static void measure(ASTNode root, Set<String> names) throws FormulaProblem {
        new Examination(name -> Optional.empty()).measure(root, 1, names);
    }

    private void measure(ASTNode node, int depth, Set<String> names) throws FormulaProblem {
        parts++;
        Token token = node.getToken();
        boolean longNumber = token.getType() == Token.TokenType.NUMBER_LITERAL
                && (token.getValue().length() > LONGEST_NUMBER
                        || !token.getValue().matches("[0-9.]+"));
        if (depth > DEEPEST || parts > MOST_PARTS || longNumber) {
            throw new FormulaProblem("fault.formula.tooBig");
        }
        if (token.getType() == Token.TokenType.VARIABLE_OR_CONSTANT && constant(token) == null) {
            names.add(token.getValue());
        }
        for (ASTNode part : node.getParameters()) {
            measure(part, depth + 1, names);
        }
    }

    Sort sort(ASTNode node) throws FormulaProblem {
        Token token = node.getToken();
        return switch (token.getType()) {
            case NUMBER_LITERAL -> Sort.NUMBER;
            case STRING_LITERAL -> Sort.TEXT;
            case VARIABLE_OR_CONSTANT -> named(token);
            case FUNCTION ->
                applied(node, ((org.sencrm.core.formula.Function) token.getFunctionDefinition()).signature());
            case INFIX_OPERATOR, PREFIX_OPERATOR ->
                applied(node, ((Operator) token.getOperatorDefinition()).signature());
            default -> throw new FormulaProblem("fault.formula.syntax", token.getValue(), token.getStartPosition());
        };
    }

    private static Sort constant(Token token) {
        return Vocabulary.CONSTANTS.get(token.getValue().toUpperCase(Locale.ROOT));
    }

    private Sort named(Token token) throws FormulaProblem {
        Sort constant = constant(token);
        if (constant != null) {
            return constant;
        }
        Field field = fields.apply(token.getValue())
                .orElseThrow(
                        () -> new FormulaProblem("fault.formula.unknown", token.getValue(), token.getStartPosition()));
        Sort sort = Sort.of(field.kind());
        if (sort == null) {
            throw new FormulaProblem("fault.formula.kind", token.getValue(), token.getStartPosition());
        }
        return sort;
    }

    private Sort applied(ASTNode node, Signature signature) throws FormulaProblem {
        List<Sort> arguments = new ArrayList<>();
        for (ASTNode part : node.getParameters()) {
            arguments.add(sort(part));
        }
        Sort sort = signature.of(arguments);
        if (sort == null) {
            throw new FormulaProblem(
                    "fault.formula.sorts",
                    node.getToken().getValue(),
                    node.getToken().getStartPosition());
        }
        return sort;
    }
}

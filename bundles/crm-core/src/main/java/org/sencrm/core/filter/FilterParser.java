package org.sencrm.core.filter;

import cz.jirutka.rsql.parser.RSQLParser;
import cz.jirutka.rsql.parser.RSQLParserException;
import cz.jirutka.rsql.parser.UnknownOperatorException;
import cz.jirutka.rsql.parser.ast.ComparisonNode;
import cz.jirutka.rsql.parser.ast.LogicalNode;
import cz.jirutka.rsql.parser.ast.Node;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.core.fault.Faults;

/** Reads RSQL, within limits that keep a made-up filter from costing more than an honest one. */
final class FilterParser {

    private static final int LONGEST = 100_000;
    private static final int DEEPEST = 30;
    private static final int MOST_COMPARISONS = 100;
    private static final int MOST_VALUES = 5_000;

    private final RSQLParser parser = new RSQLParser(Operator.all());
    private final Faults faults;

    FilterParser(Faults faults) {
        this.faults = faults;
    }

    Node parse(Caller caller, String rsql) {
        if (rsql.length() > LONGEST || depth(rsql) > DEEPEST) {
            throw tooBig(caller);
        }
        Node root = read(caller, rsql);
        Size size = new Size();
        measure(root, size);
        if (size.comparisons > MOST_COMPARISONS || size.values > MOST_VALUES) {
            throw tooBig(caller);
        }
        return root;
    }

    private InvalidRequest tooBig(Caller caller) {
        return faults.badRequest(caller, "fault.filter.tooBig", MOST_COMPARISONS, MOST_VALUES, DEEPEST);
    }

    private Node read(Caller caller, String rsql) {
        try {
            return parser.parse(rsql);
        } catch (RSQLParserException e) {
            throw e.getCause() instanceof UnknownOperatorException ? unknownOperator(caller) : syntax(caller);
        } catch (IllegalArgumentException e) {
            throw syntax(caller);
        }
    }

    private InvalidRequest unknownOperator(Caller caller) {
        return faults.badRequest(caller, "fault.filter.unknownOperator");
    }

    private InvalidRequest syntax(Caller caller) {
        return faults.badRequest(caller, "fault.filter.syntax");
    }

    /** How deep the brackets go, outside of quotes: the parser would follow them as deep as the stack is. */
    private static int depth(String rsql) {
        int depth = 0;
        int deepest = 0;
        char quote = 0;
        for (int i = 0; i < rsql.length(); i++) {
            char c = rsql.charAt(i);
            if (quote != 0) {
                if (c == '\\') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '(') {
                deepest = Math.max(deepest, ++depth);
            } else if (c == ')') {
                depth--;
            }
        }
        return deepest;
    }

    private static void measure(Node node, Size size) {
        if (node instanceof LogicalNode group) {
            group.getChildren().forEach(child -> measure(child, size));
        } else if (node instanceof ComparisonNode comparison) {
            size.comparisons++;
            size.values += comparison.getArguments().size();
        }
    }

    private static final class Size {
        private int comparisons;
        private int values;
    }
}

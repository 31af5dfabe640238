package org.sencrm.core.filter;

import cz.jirutka.rsql.parser.RSQLParser;
import cz.jirutka.rsql.parser.RSQLParserException;
import cz.jirutka.rsql.parser.ast.ComparisonNode;
import cz.jirutka.rsql.parser.ast.LogicalNode;
import cz.jirutka.rsql.parser.ast.Node;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a filter names: fields, and paths along references. */
public final class FilterNames {

    /** In place of what cannot be known: no field has it. */
    private static final String UNKNOWN = "?";

    private FilterNames() {}

    /** Of a filter that made sense once. Of one that cannot be read, a name that no field has. */
    public static Set<String> of(String rsql) {
        if (rsql.isBlank()) {
            return Set.of();
        }
        try {
            return of(new RSQLParser(Operator.all()).parse(rsql));
        } catch (RSQLParserException | IllegalArgumentException unreadable) {
            return Set.of(UNKNOWN);
        }
    }

    static Set<String> of(Node node) {
        Set<String> names = new LinkedHashSet<>();
        if (node instanceof LogicalNode group) {
            group.forEach(child -> names.addAll(of(child)));
        } else {
            names.add(((ComparisonNode) node).getSelector());
        }
        return names;
    }
}

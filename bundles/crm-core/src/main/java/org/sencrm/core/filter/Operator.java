package org.sencrm.core.filter;

import cz.jirutka.rsql.parser.ast.ComparisonOperator;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What a filter can ask of a field. */
enum Operator {
    EQUAL("=", "=="),
    NOT_EQUAL("<>", "!="),
    GREATER(">", "=gt=", ">"),
    GREATER_OR_EQUAL(">=", "=ge=", ">="),
    LESS("<", "=lt=", "<"),
    LESS_OR_EQUAL("<=", "=le=", "<="),
    IN("in", true, "=in="),
    NOT_IN("not in", true, "=out="),
    IS_NULL("is null", "=isnull="),
    DURING("during", "=during="),
    UNDER("under", true, "=under=");

    private final String sql;
    private final ComparisonOperator rsql;

    Operator(String sql, String... symbols) {
        this(sql, false, symbols);
    }

    Operator(String sql, boolean several, String... symbols) {
        this.sql = sql;
        this.rsql = new ComparisonOperator(symbols, several);
    }

    static Set<ComparisonOperator> all() {
        return Arrays.stream(values()).map(operator -> operator.rsql).collect(Collectors.toSet());
    }

    static Operator of(ComparisonOperator rsql) {
        return Arrays.stream(values())
                .filter(operator -> operator.rsql.equals(rsql))
                .findFirst()
                .orElseThrow();
    }

    String sql() {
        return sql;
    }

    /** Whether it asks for what is not so; records without a value are then among the answers. */
    boolean isNegative() {
        return this == NOT_EQUAL || this == NOT_IN;
    }

    boolean isEquality() {
        return this == EQUAL || this == NOT_EQUAL;
    }

    boolean isList() {
        return this == IN || this == NOT_IN;
    }
}

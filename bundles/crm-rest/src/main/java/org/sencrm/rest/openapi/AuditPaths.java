package org.sencrm.rest.openapi;

import java.util.Map;
import java.util.function.BiFunction;

/** The audit trail. */
final class AuditPaths {

    private static final String[] FILTERS = {"user", "kind", "type", "subject", "from", "until"};

    private final BiFunction<String, String, Operation> operations;

    /** @param operations a new operation by its word and the word of its tag */
    AuditPaths(BiFunction<String, String, Operation> operations) {
        this.operations = operations;
    }

    void addTo(Map<String, Object> paths) {
        Operation list = operation("audit")
                .query(FILTERS)
                .query("limit", Tree.integer())
                .query("cursor")
                .answers(200, Tree.properties("items", Tree.array(entry()), "next", Tree.nullable(Tree.string())));
        Operation export = operation("auditExport").query(FILTERS).answers(200, Tree.string("binary"), "text/csv");
        Operation verification = operation("auditVerification").query("expect").answers(200, check());
        paths.put("/audit", Tree.object("get", list.tree()));
        paths.put("/audit/csv", Tree.object("get", export.tree()));
        paths.put("/audit/verification", Tree.object("get", verification.tree()));
    }

    private Operation operation(String id) {
        return operations.apply(id, "audit");
    }

    private static Map<String, Object> entry() {
        return Tree.properties(
                "number", Tree.string(),
                "at", Tree.string("date-time"),
                "user", Tree.nullable(Tree.string()),
                "userName", Tree.nullable(Tree.string()),
                "address", Tree.nullable(Tree.string()),
                "through", Tree.string(),
                "kind", Tree.string(),
                "type", Tree.nullable(Tree.string()),
                "subject", Tree.nullable(Tree.string()),
                "details", Tree.object("type", "object"),
                "hash", Tree.string());
    }

    private static Map<String, Object> check() {
        return Tree.properties(
                "whole", Tree.bool(),
                "entries", Tree.string(),
                "changes", Tree.string(),
                "head", Tree.string(),
                "flaw", Tree.nullable(Tree.string()),
                "entry", Tree.nullable(Tree.string()));
    }
}

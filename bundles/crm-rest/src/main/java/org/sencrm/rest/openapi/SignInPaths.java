package org.sencrm.rest.openapi;

import java.util.Map;
import java.util.function.BiFunction;

/** A new password by a link from a mail, browsers in which people are signed in, and their history.
 * Invitations are an action of users. */
final class SignInPaths {

    private final BiFunction<String, String, Operation> operations;

    /** @param operations a new operation by its word and the word of its tag */
    SignInPaths(BiFunction<String, String, Operation> operations) {
        this.operations = operations;
    }

    void addTo(Map<String, Object> paths) {
        passwords(paths);
        sessions(paths);
        Operation signIns = operations
                .apply("signIns", "signIn")
                .query("user")
                .query("limit", Tree.integer())
                .query("cursor")
                .answers(200, Tree.properties("items", Tree.array(signIn()), "next", Tree.nullable(Tree.string())));
        paths.put("/auth/sign-ins", Tree.object("get", signIns.tree()));
    }

    private void passwords(Map<String, Object> paths) {
        Operation forgot = operations
                .apply("passwordForgot", "signIn")
                .open()
                .body(Tree.properties("user", Tree.string()))
                .answersLater();
        Operation set = operations
                .apply("passwordByLink", "signIn")
                .open()
                .body(Tree.properties("token", Tree.string("password"), "password", Tree.string("password")))
                .answersNothing();
        paths.put("/auth/password/forgot", Tree.object("post", forgot.tree()));
        paths.put("/auth/password", Tree.object("post", set.tree()));
    }

    private void sessions(Map<String, Object> paths) {
        Map<String, Object> session = Tree.properties(
                "id", Tree.string(),
                "address", Tree.nullable(Tree.string()),
                "device", Tree.string(),
                "startedAt", Tree.string("date-time"),
                "usedAt", Tree.string("date-time"));
        Operation list = operations.apply("sessions", "signIn").query("user").answers(200, Tree.array(session));
        Operation end = operations.apply("sessionEnd", "signIn").path("id").answersNothing();
        paths.put("/auth/sessions", Tree.object("get", list.tree()));
        paths.put("/auth/sessions/{id}", Tree.object("delete", end.tree()));
    }

    private static Map<String, Object> signIn() {
        return Tree.properties(
                "id", Tree.string(),
                "at", Tree.string("date-time"),
                "user", Tree.nullable(Tree.string()),
                "userName", Tree.nullable(Tree.string()),
                "outcome", Tree.string(),
                "address", Tree.nullable(Tree.string()),
                "through", Tree.string());
    }
}

package org.sencrm.rest.openapi;

import java.util.Map;
import java.util.function.BiFunction;

/** A new password by a link from a mail. Invitations are an action of users. */
final class PasswordPaths {

    private final BiFunction<String, String, Operation> operations;

    /** @param operations a new operation by its word and the word of its tag */
    PasswordPaths(BiFunction<String, String, Operation> operations) {
        this.operations = operations;
    }

    void addTo(Map<String, Object> paths) {
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
}

package org.sencrm.itests;

import java.net.http.HttpRequest;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Somebody who tries every door.
 *
 * @param token sent as bearer; null for nobody
 * @param sees what this one may see
 * @param groups whose records this one asks for
 */
record Visitor(String name, String token, Predicate<Subject> sees, Set<Subject.Whose> groups) {

    /** Types of which everybody who works here may know that there are such records, and what they are called. */
    private static final Set<String> DIRECTORY = Set.of("users", "teams");

    /** One who is let in nowhere. */
    static Visitor outside(String name, String token) {
        return new Visitor(name, token, subject -> false, Set.of(Subject.Whose.STRANGERS));
    }

    /** One who is signed in, and sees beside what everybody does what the role says. */
    static Visitor inside(String name, String token, Predicate<Subject> role, Set<Subject.Whose> groups) {
        return new Visitor(name, token, subject -> everybody(subject) || role.test(subject), groups);
    }

    /** A partner or a customer, who knows of nobody who works here. */
    static Visitor foreign(String name, String token, Predicate<Subject> role, Set<Subject.Whose> groups) {
        return new Visitor(name, token, subject -> isNoSecret(subject) || role.test(subject), groups);
    }

    private static boolean isNoSecret(Subject subject) {
        return Subject.NO_SECRET.area().equals(subject.area());
    }

    private static boolean everybody(Subject subject) {
        boolean directory = DIRECTORY.contains(subject.area());
        boolean shown = "teams".equals(subject.area()) || Set.of("", "name").contains(subject.field());
        return isNoSecret(subject) || directory && shown;
    }

    void identify(HttpRequest.Builder request) {
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}

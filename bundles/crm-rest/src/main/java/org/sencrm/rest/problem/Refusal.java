package org.sencrm.rest.problem;

/**
 * A request that is refused before any service of the product is asked. Thrown anywhere behind the REST door; the text
 * is made at the door, in the language of the one who asks.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemKind kind;
    private final String key;
    private final transient Object[] arguments;

    /** @param key of a message of this bundle; the arguments fill its {@code {0}} … */
    public Refusal(ProblemKind kind, String key, Object... arguments) {
        super(key, null, false, false);
        this.kind = kind;
        this.key = key;
        this.arguments = arguments;
    }

    /** The question itself makes no sense. */
    public static Refusal badRequest(String key, Object... arguments) {
        return new Refusal(ProblemKind.BAD_REQUEST, key, arguments);
    }

    public static Refusal notFound(String key, Object... arguments) {
        return new Refusal(ProblemKind.NOT_FOUND, key, arguments);
    }

    /** A part of the product is not there yet, or not any more. */
    public static Refusal unavailable() {
        return new Refusal(ProblemKind.UNAVAILABLE, "rest.unavailable");
    }

    public static Refusal notSignedIn() {
        return new Refusal(ProblemKind.NOT_SIGNED_IN, "rest.notSignedIn");
    }

    ProblemKind kind() {
        return kind;
    }

    String key() {
        return key;
    }

    Object[] arguments() {
        return arguments.clone();
    }
}

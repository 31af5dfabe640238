package org.sencrm.rest.problem;

/** What can go wrong with a request, each with its HTTP status and the word at the end of the problem's type. */
public enum ProblemKind {
    BAD_REQUEST(400, "bad-request"),
    NOT_SIGNED_IN(401, "not-signed-in"),
    SECOND_FACTOR_REQUIRED(401, "second-factor-required"),
    FORBIDDEN(403, "forbidden"),
    POLICY_REQUIRED(403, "policy-required"),
    NOT_FOUND(404, "not-found"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed"),
    NOT_ACCEPTABLE(406, "not-acceptable"),
    NOT_NOW(409, "not-now"),
    CONFLICT(412, "conflict"),
    TOO_LARGE(413, "too-large"),
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type"),
    INVALID_RECORD(422, "invalid-record"),
    PRECONDITION_REQUIRED(428, "precondition-required"),
    TOO_MANY_TRIES(429, "too-many-tries"),
    INTERNAL(500, "internal"),
    UNAVAILABLE(503, "unavailable");

    private final int status;
    private final String word;

    ProblemKind(int status, String word) {
        this.status = status;
        this.word = word;
    }

    public int status() {
        return status;
    }

    public String word() {
        return word;
    }

    /** Address of the kind, as in {@code type} of the problem. */
    public String type() {
        return "/problems/" + word;
    }

    /** Key of the message that names it. */
    String titleKey() {
        return "problem." + word;
    }

    /** The kind that an HTTP status stands for; a status of which we know no kind is a fault of ours or of the request. */
    static ProblemKind ofStatus(int status) {
        for (ProblemKind kind : values()) {
            if (kind.status == status) {
                return kind;
            }
        }
        return status >= 500 ? INTERNAL : BAD_REQUEST;
    }
}

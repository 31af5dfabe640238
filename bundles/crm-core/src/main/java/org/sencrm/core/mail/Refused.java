package org.sencrm.core.mail;

/** The mail server did not take a mail, or could not be reached. The message is for logs and names no person. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    /** What becomes of the mail. */
    enum Way {
        /** It is tried again. */
        LATER,
        /** It is given up. */
        NEVER,
        /** It may have arrived. */
        UNKNOWN
    }

    private final Way way;
    private final String problem;
    private final String said;

    /**
     * @param problem the last part of the message {@code mail.problem.<problem>}
     * @param said by the server, in its own words; null for nothing
     */
    Refused(Way way, String problem, String said, Throwable cause) {
        super(problem, cause);
        this.way = way;
        this.problem = problem;
        this.said = said;
    }

    Way way() {
        return way;
    }

    String problem() {
        return problem;
    }

    String said() {
        return said;
    }
}

package org.sencrm.api.outbound;

/** No whole answer came. The message is for logs and names no more than the host. */
public class OutboundFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public OutboundFailure(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why; the text for people is the message {@code outbound.<code>}. */
    public enum Reason {
        /** No proper http or https address, or an odd spelling of one. */
        BAD_ADDRESS("badAddress"),
        /** An inner address that nobody allowed. */
        INNER_ADDRESS("innerAddress"),
        /** Nobody knows the host's name. */
        UNKNOWN_HOST("unknownHost"),
        NO_CONNECTION("noConnection"),
        /** The certificate does not fit, or the two sides speak no common TLS. */
        NOT_SECURE("notSecure"),
        TOO_SLOW("tooSlow"),
        TOO_LARGE("tooLarge"),
        /** The add-on that asks has asked more often than it may. */
        TOO_MANY("tooMany"),
        /**
         * The add-on that asks has not declared the host in its package.
         *
         * @since 1.2
         */
        NOT_DECLARED("notDeclared"),
        /** The line broke, or what came was no HTTP. */
        BROKEN("broken");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** The name in REST. */
        public String code() {
            return code;
        }
    }
}

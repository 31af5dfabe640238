package org.sencrm.api.fault;

/** Asked too often; to be tried again later. */
public class TooManyTries extends Fault {

    private static final long serialVersionUID = 1L;

    private final long retryAfterSeconds;

    public TooManyTries(String message, long retryAfterSeconds) {
        super(message);
        this.retryAfterSeconds = retryAfterSeconds;
    }

    public long retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** The same for people: whole minutes, at least one. */
    public long retryAfterMinutes() {
        return Math.max(1, (retryAfterSeconds + 59) / 60);
    }
}

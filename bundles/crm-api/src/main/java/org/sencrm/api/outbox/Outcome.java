package org.sencrm.api.outbox;

/**
 * What became of a parcel.
 *
 * @param problem a short code or sentence without secrets; null where there is none
 */
public record Outcome(State state, String problem) {

    public enum State {
        /** It is out, or there is nothing to send any more. */
        DONE,
        /** It is tried again later, as long as tries are left. */
        AGAIN,
        /** It never will get out. */
        FAILED
    }

    public static Outcome done() {
        return new Outcome(State.DONE, null);
    }

    public static Outcome again(String problem) {
        return new Outcome(State.AGAIN, problem);
    }

    public static Outcome failed(String problem) {
        return new Outcome(State.FAILED, problem);
    }
}

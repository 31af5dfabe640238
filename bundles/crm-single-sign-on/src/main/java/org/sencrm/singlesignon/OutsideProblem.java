package org.sencrm.singlesignon;

/** The directory or the provider could not be asked. The message is for logs and names no person; people read that of {@link #textKey}. */
public final class OutsideProblem extends Exception {

    private static final long serialVersionUID = 1L;

    private final String textKey;

    OutsideProblem(String textKey, String message, Throwable cause) {
        super(message, cause);
        this.textKey = textKey;
    }

    /** Key of the message for people. */
    public String textKey() {
        return textKey;
    }
}

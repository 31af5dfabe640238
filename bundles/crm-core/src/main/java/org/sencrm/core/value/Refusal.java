package org.sencrm.core.value;

import java.util.List;

/** A value that cannot be taken, and why. Never leaves the engine: it becomes a field error or an invalid request. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String messageKey;
    private final transient List<Object> arguments;

    /** @param code as in {@link org.sencrm.api.fault.FieldError} */
    Refusal(String code, String messageKey, Object... arguments) {
        super(messageKey, null, false, false);
        this.code = code;
        this.messageKey = messageKey;
        this.arguments = List.of(arguments);
    }

    static Refusal format(String messageKey) {
        return new Refusal("format", messageKey);
    }

    static Refusal tooLong(int length) {
        return new Refusal("tooLong", "fault.value.tooLong", length);
    }

    static Refusal outOfRange() {
        return new Refusal("outOfRange", "fault.value.outOfRange");
    }

    public String code() {
        return code;
    }

    public String messageKey() {
        return messageKey;
    }

    public Object[] arguments() {
        return arguments.toArray();
    }
}

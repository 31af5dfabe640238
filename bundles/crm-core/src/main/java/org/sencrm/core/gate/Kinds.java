package org.sencrm.core.gate;

/** What users are to the firm, as their {@code kind} says it. */
public final class Kinds {

    private static final String STAFF = "staff";

    /** The condition that a row of users is of somebody who works here. */
    public static final String INSIDE = "(KIND is null or KIND='" + STAFF + "')";

    private Kinds() {}

    /**
     * Whether it is somebody from outside, such as a partner or a customer, who reaches no more than what belongs to their
     * company. Who was made before there were kinds works here.
     */
    public static boolean isOutside(Object kind) {
        return kind != null && !STAFF.equals(kind);
    }
}

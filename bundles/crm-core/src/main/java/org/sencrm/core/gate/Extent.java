package org.sencrm.core.gate;

/** How many of the records that it may find a statement reads. */
public enum Extent {
    /** It stops after a page, or asks for records that it names. */
    SOME,
    /** All of them, to count or to add up. */
    ALL
}

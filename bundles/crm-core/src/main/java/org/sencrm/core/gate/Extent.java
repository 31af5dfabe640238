package org.sencrm.core.gate;

/** How many of the records that it may find a statement reads. */
public enum Extent {
    /** Those that it names. */
    NAMED,
    /** As many as a page holds, and all that it passes on the way. */
    PAGE,
    /** All of them, to count or to add up. */
    ALL
}

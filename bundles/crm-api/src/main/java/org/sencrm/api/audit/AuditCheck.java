package org.sencrm.api.audit;

/**
 * What became of walking along the chain.
 *
 * @param entries how many there should be
 * @param head the hash of the last one: noted down outside, it shows later that nothing up to here was rewritten
 * @param changes how many changes of records are covered and fit
 * @param flaw null where everything fits
 * @param entry number of the first entry that does not fit; 0 where none can be named
 */
public record AuditCheck(long entries, String head, long changes, Flaw flaw, long entry) {

    public boolean isWhole() {
        return flaw == null;
    }

    /** What is wrong. */
    public enum Flaw {
        /** The entry is not what it was, or not where it was. */
        CHANGED,
        /** The entry is not there. */
        REMOVED,
        /** The chain ends before its last entry. */
        CUT,
        /** There are entries behind the last one. */
        ADDED,
        /** Changes of records that the entry covers are not what they were, or others were put between them. */
        CHANGES,
        /** The head that was noted down is not in the chain. */
        NOT_EXPECTED;

        /** The name in REST. */
        public String code() {
            return switch (this) {
                case CHANGED -> "changed";
                case REMOVED -> "removed";
                case CUT -> "cut";
                case ADDED -> "added";
                case CHANGES -> "changes";
                case NOT_EXPECTED -> "notExpected";
            };
        }
    }
}

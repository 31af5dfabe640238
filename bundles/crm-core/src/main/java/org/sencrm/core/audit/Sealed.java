package org.sencrm.core.audit;

/**
 * A link of the chain.
 *
 * @param number 1 for the first
 * @param hash of what happened, its number and the hash before it
 */
record Sealed(long number, Unsealed event, String hash) {

    /** What happened, at the end of the chain. */
    static Sealed after(Head head, Unsealed event) {
        long number = head.entries() + 1;
        return new Sealed(number, event, hash(head.hash(), number, event));
    }

    /** Whether it fits behind that hash. */
    boolean follows(String previous) {
        return hash.equals(hash(previous, number, event));
    }

    private static String hash(String previous, long number, Unsealed event) {
        return new Canonical()
                .add(previous)
                .add(number)
                .add(event.id())
                .add(event.at())
                .add(event.user())
                .add(event.address())
                .add(event.channel())
                .add(event.kind())
                .add(event.type())
                .add(event.subject())
                .add(event.details())
                .digest();
    }
}

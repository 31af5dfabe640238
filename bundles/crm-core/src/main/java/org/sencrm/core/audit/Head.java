package org.sencrm.core.audit;

/**
 * Where the chain ends.
 *
 * @param entries how many there are
 * @param hash of the last one
 * @param changesTo id of the last change that is covered
 */
record Head(long entries, String hash, long changesTo) {

    Head with(Sealed last) {
        return new Head(last.number(), last.hash(), changesTo);
    }

    Head covering(long change) {
        return new Head(entries, hash, change);
    }
}

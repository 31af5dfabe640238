package org.sencrm.core.gate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import org.sencrm.core.store.Sql;

/**
 * Lets through all records of some, and few others: a bit for each, at a place that its id says. A database that passes many
 * records on its way to a page is spared the look-up of nearly each.
 *
 * @param mask the last of the places
 * @param bits the first in the lowest bit of the first byte
 */
record Sieve(long mask, byte[] bits) {

    /** Bits that are worth sending with a statement: 16 KB. */
    private static final int LARGEST = 1 << 17;

    /** Where the time begins in an id, in milliseconds; those made within one differ in the last bits alone. */
    private static final int TIME = 22;

    private static final int COUNTED = 12;

    private static final int SMALLEST = 64;

    /** Of as many records at most; of these, one in eight others is let through. */
    static final int MOST = LARGEST / 8;

    /** So that one in 16 to 32 others is let through, where there is room. */
    private static final int BITS_FOR_ONE = 16;

    /** @param ids at most {@link #MOST} */
    static Sieve of(Collection<Long> ids) {
        int size = Math.min(LARGEST, Math.max(SMALLEST, 2 * BITS_FOR_ONE * Integer.highestOneBit(ids.size())));
        long mask = size - 1L;
        BitSet set = new BitSet(size);
        ids.forEach(id -> set.set(place(id, mask)));
        return new Sieve(mask, Arrays.copyOf(set.toByteArray(), size / Byte.SIZE));
    }

    /** The last bits of ids are alike where one thread made them all; the time before these bits is not. */
    static int place(long id, long mask) {
        return (int) ((id ^ id >> TIME - COUNTED ^ id >> TIME) & mask);
    }

    /** The condition under which the record {@code ID} is let through, as PostgreSQL says it; see {@link #place}. */
    Sql condition() {
        String place = "(ID # (ID >> " + (TIME - COUNTED) + ") # (ID >> " + TIME + ")) & " + mask;
        return Sql.of("get_bit(?,cast(" + place + " as integer))=1").bind(bits);
    }
}

package org.sencrm.transfer.run;

/** A set of texts, of which only 64 bits each are kept: a million of them take 16 MB. Not thread safe. */
final class LongHashes {

    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private long[] slots = new long[1 << 10];
    private int size;

    /** @return whether it was not there yet */
    boolean add(String text) {
        if (size * 2 > slots.length) {
            grow();
        }
        boolean added = put(slots, hash(text));
        size += added ? 1 : 0;
        return added;
    }

    boolean contains(String text) {
        long hash = hash(text);
        int slot = slot(hash, slots.length);
        while (slots[slot] != 0) {
            if (slots[slot] == hash) {
                return true;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return false;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        for (long hash : slots) {
            if (hash != 0) {
                put(larger, hash);
            }
        }
        slots = larger;
    }

    private static boolean put(long[] slots, long hash) {
        int slot = slot(hash, slots.length);
        while (slots[slot] != 0) {
            if (slots[slot] == hash) {
                return false;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = hash;
        return true;
    }

    private static int slot(long hash, int length) {
        return (int) (hash ^ (hash >>> 32)) & (length - 1);
    }

    private static long hash(String text) {
        long hash = FNV_START;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash == 0 ? 1 : hash;
    }
}

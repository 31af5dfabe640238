package org.sencrm.core.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SieveTest {

    private static final int OTHERS = 10_000;

    private final Random random = new Random(7);

    @Test
    void letsAllThroughOfWhichItWasMade() {
        for (int size : List.of(1, 2, 1_000, Sieve.MOST)) {
            Set<Long> ids = ids(size);
            Sieve sieve = Sieve.of(ids);
            assertTrue(ids.stream().allMatch(id -> passes(sieve, id)), size + " ids");
        }
        assertTrue(passes(Sieve.of(List.of(1L, -1L)), -1));
    }

    @Test
    void letsFewOthersThrough() {
        assertTrue(others(Sieve.of(ids(1_000))) < OTHERS / 16);
        assertTrue(others(Sieve.of(ids(Sieve.MOST))) < OTHERS / 7);
        assertEquals(0, others(Sieve.of(List.of())));
    }

    /** As {@code get_bit} of PostgreSQL counts bits. */
    private static boolean passes(Sieve sieve, long id) {
        return BitSet.valueOf(sieve.bits()).get((int) (id & sieve.mask()));
    }

    private long others(Sieve sieve) {
        return ids(OTHERS).stream().filter(id -> passes(sieve, id)).count();
    }

    private Set<Long> ids(int size) {
        return Stream.generate(random::nextLong).distinct().limit(size).collect(Collectors.toSet());
    }
}

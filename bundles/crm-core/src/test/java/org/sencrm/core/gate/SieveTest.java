package org.sencrm.core.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sencrm.core.store.Ids;

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

    @Test
    void idsThatAreMadeOneAfterTheOtherAreToldApart() {
        requireToldApart(Stream.generate(Ids::next).limit(OTHERS).toList());
    }

    /** As they come where an import writes one in each millisecond: only four bits are not those of the one before. */
    @Test
    void idsThatOneThreadMakesSlowlyAreToldApart() {
        requireToldApart(LongStream.range(0, OTHERS)
                .mapToObj(millis -> (700_000_000_000L + millis) << 22 | 0x155_340 | random.nextInt(16))
                .toList());
    }

    private static void requireToldApart(List<Long> made) {
        List<Long> some = IntStream.range(0, made.size())
                .filter(i -> i % 10 == 0)
                .mapToObj(made::get)
                .toList();
        Sieve sieve = Sieve.of(some);
        long passed = made.stream().filter(id -> passes(sieve, id)).count();
        assertTrue(passed < some.size() + made.size() / 10, passed + " pass");
    }

    /** As {@code get_bit} of PostgreSQL counts bits. */
    private static boolean passes(Sieve sieve, long id) {
        return BitSet.valueOf(sieve.bits()).get(Sieve.place(id, sieve.mask()));
    }

    private long others(Sieve sieve) {
        return ids(OTHERS).stream().filter(id -> passes(sieve, id)).count();
    }

    private Set<Long> ids(int size) {
        return Stream.generate(random::nextLong).distinct().limit(size).collect(Collectors.toSet());
    }
}

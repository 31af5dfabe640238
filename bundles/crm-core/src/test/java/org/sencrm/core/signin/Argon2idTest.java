package org.sencrm.core.signin;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class Argon2idTest {

    private final Argon2id argon = new Argon2id();

    @Test
    void aHashSaysHowItWasMade() {
        String hash = argon.hash("mật khẩu".toCharArray());

        assertTrue(hash.matches("\\$argon2id\\$v=19\\$m=32768,t=3,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}"), hash);
        assertTrue(argon.matches("mật khẩu".toCharArray(), hash));
        assertFalse(argon.matches("mat khau".toCharArray(), hash));
    }

    @Test
    void theSamePasswordGivesAnotherHashEachTime() {
        assertNotEquals(argon.hash("mật khẩu".toCharArray()), argon.hash("mật khẩu".toCharArray()));
    }

    @Test
    void aHashOfOtherParametersFitsAndIsOutdated() {
        String weaker = new Argon2id(1024).hash("mật khẩu".toCharArray());

        assertTrue(argon.matches("mật khẩu".toCharArray(), weaker));
        assertTrue(argon.isOutdated(weaker));
        assertFalse(argon.isOutdated(argon.hash("mật khẩu".toCharArray())));
    }

    @Test
    void whereAHundredWaitItIsCrowdedUntilTheyAreThrough() throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(100);
        try {
            List<Future<String>> waiting = IntStream.range(0, 100)
                    .mapToObj(person -> crowd.submit(() -> argon.hash("mật khẩu".toCharArray())))
                    .toList();
            while (!argon.isCrowded()) {
                assertTrue(waiting.stream().anyMatch(one -> !one.isDone()), "a hundred came and it was never crowded");
                Thread.onSpinWait();
            }
            for (Future<String> one : waiting) {
                one.get();
            }
            assertFalse(argon.isCrowded());
        } finally {
            crowd.shutdownNow();
        }
    }

    /** Made by the reference implementation: {@code argon2 somesalt -id -t 2 -m 16 -p 1} for "password". */
    @Test
    void hashesOfOtherProgramsFit() {
        String reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertTrue(argon.matches("password".toCharArray(), reference));
    }
}

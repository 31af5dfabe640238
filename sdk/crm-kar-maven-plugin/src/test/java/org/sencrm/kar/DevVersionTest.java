package org.sencrm.kar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sencrm.modules.pack.Versions;

class DevVersionTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 3, 1, 8, 0);

    @ParameterizedTest
    @CsvSource({
        "1.0.0, , 1.0.0",
        "1.0.0, 1.0.0, 1.0.1",
        "1.1.0, 1.0.0, 1.1.0",
        "1.0.0, 1.0.1.dev-20260228080000000, 1.0.1",
        "1.1.0-SNAPSHOT, 1.1.0-SNAPSHOT, 1.1.0",
        "1.0, 2.0, 2.0.1"
    })
    void itIsNewerThanWhatRunsAndOlderThanWhatItBecomes(String project, String installed, String becomes) {
        String next = DevVersion.next(project, installed, NOW);

        assertEquals(becomes + ".dev-20260301080000000", next);
        assertTrue(installed == null || Versions.ORDER.compare(next, installed) > 0);
        assertTrue(Versions.ORDER.compare(next, becomes) < 0);
    }

    @Test
    void eachSaveIsNewerThanTheOneBefore() {
        String first = DevVersion.next("1.0.0", null, NOW);

        assertTrue(Versions.ORDER.compare(DevVersion.next("1.0.0", first, NOW.plusNanos(1_000_000)), first) > 0);
    }
}

package org.sencrm.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FoldedGroupsTest {

    private static final int FEWEST = 5;

    private static Foreigners of(long count, long first, long last) {
        return new Foreigners(count, first, last);
    }

    @Test
    void whatIsLargeEnoughAndOfTwoOwnersStandsForItself() {
        Optional<FoldedGroups> groups = FoldedGroups.of(Map.of("open", of(5, 1, 2), "won", of(9, 1, 3)), FEWEST);

        assertEquals(Set.of(), groups.orElseThrow().folded());
    }

    @Test
    void theOthersTakeInWhatTheyNeedToBeSafeThemselves() {
        Map<Object, Foreigners> groups =
                Map.of("lost", of(1, 1, 1), "open", of(7, 2, 3), "won", of(6, 1, 2), "new", of(30, 1, 9));

        assertEquals(
                Set.of("lost", "won"),
                FoldedGroups.of(groups, FEWEST).orElseThrow().folded());
    }

    @Test
    void manyRecordsOfOneOwnerAreNotEnough() {
        Map<Object, Foreigners> groups = Map.of("mine", of(40, 4, 4), "all", of(6, 1, 2));

        assertEquals(
                Set.of("mine", "all"),
                FoldedGroups.of(groups, FEWEST).orElseThrow().folded());
        assertEquals(Optional.empty(), FoldedGroups.of(Map.of("mine", of(40, 4, 4)), FEWEST));
        assertEquals(Optional.empty(), FoldedGroups.of(Map.of("none", new Foreigners(9, null, null)), FEWEST));
    }

    @Test
    void aFigureIsToldOfEachGroupOrOfNone() {
        FoldedGroups groups = FoldedGroups.of(Map.of("open", of(6, 1, 2), "won", of(9, 1, 3)), FEWEST)
                .orElseThrow();

        assertTrue(groups.allow(Map.of("open", of(5, 1, 2), "won", of(9, 1, 3)), FEWEST));
        assertFalse(groups.allow(Map.of("open", of(1, 1, 1), "won", of(9, 1, 3)), FEWEST));
    }

    @Test
    void whateverThereIsNothingTooSmallIsLeft() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            Map<Object, Foreigners> groups = new HashMap<>();
            for (int key = random.nextInt(6); key >= 0; key--) {
                long owner = 1 + random.nextInt(3);
                groups.put(key == 0 ? null : "g" + key, of(1 + random.nextInt(9), owner, owner + random.nextInt(2)));
            }
            Optional<FoldedGroups> found = FoldedGroups.of(groups, FEWEST);
            assertEquals(FoldedGroups.all(groups.values()).isSafe(FEWEST), found.isPresent());
            found.ifPresent(folded -> assertSafe(groups, folded));
        }
    }

    private static void assertSafe(Map<Object, Foreigners> groups, FoldedGroups folded) {
        Foreigners others = Foreigners.NONE;
        for (Map.Entry<Object, Foreigners> group : groups.entrySet()) {
            if (folded.isFolded(group.getKey())) {
                others = others.and(group.getValue());
            } else {
                assertTrue(group.getValue().isSafe(FEWEST));
            }
        }
        assertTrue(others.isSafe(FEWEST));
    }
}

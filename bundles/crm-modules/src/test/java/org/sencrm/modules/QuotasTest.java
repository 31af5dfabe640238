package org.sencrm.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an add-on may send and ask within a minute. */
class QuotasTest {

    private static final String ID = "acme-mailer";

    private final Stage.MovableClock clock = new Stage.MovableClock();
    private final Quotas quotas = new Quotas(clock);

    QuotasTest() {
        quotas.limits(Map.of(Quotas.THREADS, 50, Quotas.PARCELS, 3, Quotas.CALLS, 4, Quotas.CALLS_AT_ONCE, 2)::get);
    }

    @Test
    void whatIsTooMuchForAMinuteIsRefusedUntilTheNext() {
        for (int i = 0; i < 3; i++) {
            assertTrue(quotas.takeParcel(ID));
        }
        assertFalse(quotas.takeParcel(ID));
        assertTrue(quotas.takeParcel("acme-other"));
        assertEquals(3, quotas.count(ID, Quotas.PARCELS));
        assertEquals(List.of(Quotas.PARCELS), quotas.exceeded(ID, 50));

        clock.now = clock.now.plus(Duration.ofMinutes(1));
        assertEquals(0, quotas.count(ID, Quotas.PARCELS));
        assertEquals(List.of(Quotas.THREADS), quotas.exceeded(ID, 51));
        assertTrue(quotas.takeParcel(ID));
    }

    @Test
    void onlySoManyCallsAreOutsideAtOnceAndWithinAMinute() {
        assertTrue(quotas.beginCall(ID));
        assertTrue(quotas.beginCall(ID));
        assertFalse(quotas.beginCall(ID));
        assertEquals(List.of(), quotas.exceeded(ID, 0));
        quotas.endCall(ID);
        quotas.endCall(ID);

        assertTrue(quotas.beginCall(ID));
        quotas.endCall(ID);
        assertTrue(quotas.beginCall(ID));
        quotas.endCall(ID);
        assertFalse(quotas.beginCall(ID));
        assertEquals(List.of(Quotas.CALLS), quotas.exceeded(ID, 0));
    }

    @Test
    void whoIsOverTheLimitForThreeMinutesInARowIsHopeless() {
        overTheLimit();
        clock.now = clock.now.plus(Duration.ofMinutes(1));
        overTheLimit();
        assertEquals(Set.of(), quotas.hopeless());
        clock.now = clock.now.plus(Duration.ofMinutes(1));
        overTheLimit();
        assertEquals(Set.of(ID), quotas.hopeless());
    }

    @Test
    void aQuietMinuteForgives() {
        overTheLimit();
        clock.now = clock.now.plus(Duration.ofMinutes(1));
        overTheLimit();
        clock.now = clock.now.plus(Duration.ofMinutes(2));
        overTheLimit();
        assertEquals(Set.of(), quotas.hopeless());
    }

    private void overTheLimit() {
        for (int i = 0; i < 4; i++) {
            quotas.takeParcel(ID);
        }
    }
}

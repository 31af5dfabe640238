package org.sencrm.ui.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sencrm.api.signin.OutsideSignIn.Begun;
import org.sencrm.ui.host.OutsideTrips.News;
import org.sencrm.ui.host.OutsideTrips.Trip;

/** Who left this browser for a provider outside. */
class OutsideTripsTest {

    private final OutsideTrips trips = new OutsideTrips();

    private Trip left(String state) {
        Begun begun = new Begun("oidc", "https://login.sen.example", state, "nonce", "verifier", Instant.EPOCH);
        Trip trip = new Trip(begun, "/ui/accounts");
        trips.left(trip);
        return trip;
    }

    @Test
    void anAnswerEndsItsOwnTripAndNoOther() {
        Trip first = left("first");
        Trip second = left("second");

        assertTrue(trips.back("oidc", "third").isEmpty());
        assertTrue(trips.back("oidc", null).isEmpty());
        assertTrue(trips.back("another", "first").isEmpty());
        assertEquals(Optional.of(second), trips.back("oidc", "second"));
        assertEquals(Optional.of(first), trips.back("oidc", "first"));
    }

    @Test
    void aSecondAnswerFindsNone() {
        left("first");
        trips.back("oidc", "first");
        assertTrue(trips.back("oidc", "first").isEmpty());
    }

    @Test
    void onlyTheLastFiveAreOnTheWay() {
        for (int i = 1; i <= 6; i++) {
            left("trip-" + i);
        }
        assertTrue(trips.back("oidc", "trip-1").isEmpty());
        assertTrue(trips.back("oidc", "trip-2").isPresent());
    }

    @Test
    void newsAreToldOnceAndNobodyIsOnTheWayAfterASignIn() {
        trips.tell(new News(null, "signin.outside.refused"));
        assertTrue(trips.news().isPresent());
        assertTrue(trips.news().isEmpty());

        left("first");
        trips.tell(new News(null, "signin.outside.refused"));
        trips.end();
        assertTrue(trips.news().isEmpty());
        assertTrue(trips.back("oidc", "first").isEmpty());
    }
}

package org.sencrm.ui.host;

import com.vaadin.flow.server.VaadinSession;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import org.sencrm.api.signin.OutsideSignIn.Begun;
import org.sencrm.api.signin.SecondFactorRequired;

/**
 * Where the tabs of a browser are that left for a provider outside, in the session of that browser and nowhere else: nobody
 * else comes back in their place. Used while the session is locked.
 */
public final class OutsideTrips {

    /** One for each tab; whoever leaves more often has given up the first. */
    private static final int MOST = 5;

    private final Deque<Trip> trips = new ArrayDeque<>();
    private News news;

    OutsideTrips() {}

    public static OutsideTrips of(VaadinSession session) {
        OutsideTrips known = session.getAttribute(OutsideTrips.class);
        if (known == null) {
            known = new OutsideTrips();
            session.setAttribute(OutsideTrips.class, known);
        }
        return known;
    }

    public void left(Trip trip) {
        if (trips.size() == MOST) {
            trips.removeFirst();
        }
        trips.addLast(trip);
    }

    /** The trip that an answer ends, whatever becomes of it: a second answer finds none. */
    public Optional<Trip> back(String provider, String state) {
        for (Iterator<Trip> each = trips.iterator(); each.hasNext(); ) {
            Trip trip = each.next();
            if (trip.begun().provider().equals(provider) && trip.begun().isAnsweredBy(state)) {
                each.remove();
                return Optional.of(trip);
            }
        }
        return Optional.empty();
    }

    /** Nobody is on the way any more. */
    public void end() {
        trips.clear();
        news = null;
    }

    public void tell(News told) {
        news = told;
    }

    /** What the next sign-in page has to say, once; empty for nothing. */
    public Optional<News> news() {
        News told = news;
        news = null;
        return Optional.ofNullable(told);
    }

    /** @param to address of the page where the person wanted to go */
    public record Trip(Begun begun, String to) {}

    /**
     * How a trip ended that did not let somebody in.
     *
     * @param due the second factor that is still asked for; null where the person was refused
     * @param textKey of what there is to say; null with a second factor
     */
    public record News(SecondFactorRequired due, String textKey) {}
}

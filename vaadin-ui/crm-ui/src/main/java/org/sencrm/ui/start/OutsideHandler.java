package org.sencrm.ui.start;

import com.vaadin.flow.server.RequestHandler;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletResponse;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.NotSignedIn;
import org.sencrm.api.fault.TooManyTries;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.signin.OutsideSignIn;
import org.sencrm.api.signin.OutsideSignIn.Answer;
import org.sencrm.api.signin.OutsideSignIn.Begun;
import org.sencrm.api.signin.SecondFactorRequired;
import org.sencrm.api.signin.SignInUnfinished;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.Failures;
import org.sencrm.ui.host.HostParts;
import org.sencrm.ui.host.OutsideTrips;
import org.sencrm.ui.host.OutsideTrips.News;
import org.sencrm.ui.host.OutsideTrips.Trip;
import org.sencrm.ui.host.Visitor;

/**
 * Sends browsers to providers outside, and takes them back: {@code /ui/outside/<provider>/go} and {@code
 * /ui/outside/<provider>}. No page stands there, so nothing of what a browser comes back with is shown, kept in its history or
 * told to anybody. The session is not locked while another machine is asked.
 */
final class OutsideHandler implements RequestHandler {

    private static final long serialVersionUID = 1L;
    private static final Pattern PATH = Pattern.compile("/outside/([a-z][a-z0-9-]{0,39})(/go)?");

    private final transient HostParts parts;

    OutsideHandler(HostParts parts) {
        this.parts = parts;
    }

    @Override
    public boolean handleRequest(VaadinSession session, VaadinRequest request, VaadinResponse response)
            throws IOException {
        String path = request.getPathInfo();
        Matcher matcher = PATH.matcher(path == null ? "" : path);
        if (!matcher.matches()) {
            return false;
        }
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (!request.getMethod().equals("GET")) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED, "");
            return true;
        }
        String provider = matcher.group(1);
        String to = matcher.group(2) == null ? back(session, provider, request) : go(session, provider, request);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", to);
        return true;
    }

    /** @return where the browser goes */
    private String go(VaadinSession session, String provider, VaadinRequest request) {
        String to = Destination.of(request.getParameter(Addresses.TO));
        if (parts.sessions().isSignedIn(session)) {
            return to;
        }
        try {
            Begun begun = outside().begin(provider);
            locked(session, () -> {
                OutsideTrips.of(session).left(new Trip(begun, to));
                return to;
            });
            return begun.address();
        } catch (RuntimeException failure) {
            return tell(session, failure, to);
        }
    }

    /** @return where the browser goes */
    private String back(VaadinSession session, String provider, VaadinRequest request) {
        String state = request.getParameter("state");
        Optional<Trip> trip = locked(session, () -> OutsideTrips.of(session).back(provider, state));
        if (parts.sessions().isSignedIn(session)) {
            return trip.map(Trip::to).orElse(Destination.HOME);
        }
        if (trip.isEmpty()) {
            return tell(session, new NotSignedIn("an answer that nobody began"), Destination.HOME);
        }
        String to = trip.get().to();
        try {
            Caller caller = outside()
                    .finish(
                            trip.get().begun(),
                            new Answer(
                                    state,
                                    request.getParameter("code"),
                                    request.getParameter("iss"),
                                    request.getParameter("error")),
                            Visitor.address(),
                            Visitor.CHANNEL);
            return locked(session, () -> {
                OutsideTrips.of(session).end();
                new Visitor(session, parts).enter(caller);
                return to;
            });
        } catch (RuntimeException failure) {
            return tell(session, failure, to);
        }
    }

    private OutsideSignIn outside() {
        return parts.services().outsideSignIn().orElseThrow(() -> new Unavailable("the product is about to start"));
    }

    /** Leads to the sign-in page, which says why nobody is signed in or asks for the second factor. */
    private static String tell(VaadinSession session, RuntimeException failure, String to) {
        return locked(session, () -> {
            OutsideTrips.of(session)
                    .tell(
                            failure instanceof SecondFactorRequired due
                                    ? new News(due, null)
                                    : new News(null, key(failure)));
            return to;
        });
    }

    private static String key(RuntimeException failure) {
        if (failure instanceof Unavailable) {
            return "signin.outside.away";
        }
        if (failure instanceof SignInUnfinished) {
            return "signin.outside.unfinished";
        }
        if (!(failure instanceof Fault)) {
            Failures.log(failure);
        }
        return failure instanceof TooManyTries ? "signin.outside.locked" : "signin.outside.refused";
    }

    private static <T> T locked(VaadinSession session, Supplier<T> work) {
        session.lock();
        try {
            return work.get();
        } finally {
            session.unlock();
        }
    }
}

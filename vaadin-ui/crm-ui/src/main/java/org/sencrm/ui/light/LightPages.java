package org.sencrm.ui.light;

import com.vaadin.flow.server.RequestHandler;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.servlet.http.HttpServletResponse;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.fault.NotSignedIn;
import org.sencrm.api.fault.TooManyTries;
import org.sencrm.api.privacy.Policies.Due;
import org.sencrm.api.signin.SecondFactorRequired;
import org.sencrm.ui.host.Failures;
import org.sencrm.ui.host.HostParts;
import org.sencrm.ui.host.OutsideTrips;
import org.sencrm.ui.host.Preferences;
import org.sencrm.ui.host.Visitor;

/**
 * Answers everything below {@code /ui/light}: plain HTML and forms, nothing runs in the browser. Reads and writes go the
 * way of all others; a form that does not carry the mark of its session does nothing.
 */
public final class LightPages implements RequestHandler {

    /** Where they begin. */
    public static final String ADDRESS = Place.HOME;

    private static final long serialVersionUID = 1L;

    /** Of what the person read. */
    static final String ACCEPT = "accept";

    private static final String SIGN_IN = "signin";
    private static final String SIGN_OUT = "signout";
    private static final String ANSWER = "answer";

    private final transient HostParts parts;

    public LightPages(HostParts parts) {
        this.parts = parts;
    }

    @Override
    public boolean handleRequest(VaadinSession session, VaadinRequest request, VaadinResponse response)
            throws IOException {
        Optional<Place> place = Place.of(request.getPathInfo());
        if (place.isEmpty()) {
            return false;
        }
        Answer answer;
        session.lock();
        try {
            answer = answer(session, place.get(), request);
        } finally {
            session.unlock();
        }
        answer.send(response);
        return true;
    }

    private Answer answer(VaadinSession session, Place place, VaadinRequest request) {
        Visitor visitor = new Visitor(session, parts);
        visitor.act();
        Preferences.known(request.getParameter(Preferences.ASKED)).ifPresent(visitor.preferences()::speak);
        Sheet sheet = new Sheet(parts.services(), visitor, FormMark.of(session));
        try {
            return switch (request.getMethod()) {
                case "GET", "HEAD" -> show(sheet, visitor, place, request);
                case "POST" -> act(sheet, visitor, place, request);
                default -> sheet.problem(HttpServletResponse.SC_METHOD_NOT_ALLOWED, "light.noSuchPage");
            };
        } catch (NotFound nothing) {
            return sheet.problem(HttpServletResponse.SC_NOT_FOUND, "light.noSuchPage");
        } catch (Fault fault) {
            return sheet.refusal(HttpServletResponse.SC_FORBIDDEN, fault.getMessage());
        } catch (RuntimeException unexpected) {
            String reference = Failures.log(unexpected);
            return sheet.problem(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, "failure.unexpected", reference);
        }
    }

    private Answer show(Sheet sheet, Visitor visitor, Place place, VaadinRequest request) {
        Optional<Caller> caller = visitor.caller();
        if (caller.isEmpty()) {
            return visitor.news()
                    .map(news -> tell(sheet, place, news))
                    .orElseGet(() -> new SignInPage(sheet, place).show("", ""));
        }
        Optional<Due> due = visitor.due();
        if (due.isPresent()) {
            return new PolicyPage(sheet).show(due.get());
        }
        return place.isRecord()
                ? new RecordPage(sheet, caller.get(), place.record()).show(request.getParameter("saved") != null)
                : new FindPage(sheet, caller.get()).show(given(request, "q"));
    }

    private Answer act(Sheet sheet, Visitor visitor, Place place, VaadinRequest request) {
        if (!sheet.mark().equals(request.getParameter(FormMark.NAME))) {
            return sheet.problem(HttpServletResponse.SC_FORBIDDEN, "light.old");
        }
        Optional<Caller> caller = visitor.caller();
        String wish = given(request, "do");
        if (caller.isEmpty()) {
            return switch (wish) {
                case SIGN_IN -> signIn(sheet, visitor, place, request);
                case ANSWER -> answer(sheet, visitor, place, request);
                default -> new SignInPage(sheet, place).show("", "");
            };
        }
        if (wish.equals(SIGN_OUT)) {
            // the next session does not know yet in which language this person reads
            String language = visitor.locale().getLanguage();
            visitor.signOut();
            return Answer.to(Place.HOME + "?" + Preferences.ASKED + "=" + language);
        }
        if (wish.equals(ACCEPT)) {
            accept(caller.get(), request);
            return Answer.to(place.address());
        }
        Optional<Due> due = visitor.due();
        if (due.isPresent()) {
            return new PolicyPage(sheet).show(due.get());
        }
        return place.isRecord() ? log(sheet, caller.get(), place, request) : Answer.to(Place.HOME);
    }

    private void accept(Caller caller, VaadinRequest request) {
        String version = given(request, "version");
        if (version.matches("\\d{1,18}")) {
            parts.services()
                    .policies()
                    .ifPresent(policies -> policies.accept(
                            caller.through("light"), Long.parseLong(version), given(request, "digest")));
        }
    }

    private Answer signIn(Sheet sheet, Visitor visitor, Place place, VaadinRequest request) {
        String user = given(request, "user");
        String password = request.getParameter("password");
        if (user.isEmpty() || password == null || password.isEmpty()) {
            return new SignInPage(sheet, place).show(user, sheet.text("signin.missing"));
        }
        try {
            visitor.signIn(user, password.toCharArray());
            return Answer.to(place.address());
        } catch (TooManyTries locked) {
            return new SignInPage(sheet, place).show(user, sheet.text("signin.locked", locked.retryAfterMinutes()));
        } catch (SecondFactorRequired due) {
            return askCode(sheet, place, user, due);
        } catch (NotSignedIn refused) {
            return new SignInPage(sheet, place).show(user, sheet.text("signin.refused"));
        }
    }

    private static Answer tell(Sheet sheet, Place place, OutsideTrips.News news) {
        return news.due() == null
                ? new SignInPage(sheet, place).show("", sheet.text(news.textKey()))
                : askCode(sheet, place, "", news.due());
    }

    /** Here nothing runs in the browser, so only what is typed can be asked for. */
    private static Answer askCode(Sheet sheet, Place place, String user, SecondFactorRequired due) {
        if (due.challenge() == null) {
            return new SignInPage(sheet, place).show(user, due.getMessage());
        }
        List<String> typed = due.factors().stream()
                .filter(kind -> !due.options().containsKey(kind))
                .toList();
        return typed.isEmpty()
                ? new SignInPage(sheet, place).show(user, sheet.text("light.code.none"))
                : new SignInPage(sheet, place).askCode(due.challenge(), typed, "");
    }

    private Answer answer(Sheet sheet, Visitor visitor, Place place, VaadinRequest request) {
        String challenge = given(request, "challenge");
        try {
            visitor.signIn(challenge, given(request, "kind"), given(request, "code"));
            return Answer.to(place.address());
        } catch (TooManyTries locked) {
            return new SignInPage(sheet, place).show("", sheet.text("signin.locked", locked.retryAfterMinutes()));
        } catch (NotSignedIn refused) {
            List<String> kinds = List.of(given(request, "kinds").split(" "));
            return new SignInPage(sheet, place).askCode(challenge, kinds, sheet.text("signin.code.refused"));
        }
    }

    private Answer log(Sheet sheet, Caller caller, Place place, VaadinRequest request) {
        RecordPage page = new RecordPage(sheet, caller, place.record());
        Said said = new Said(given(request, "kind"), given(request, "subject"), given(request, "note"));
        if (said.subject().isEmpty()) {
            return page.again(said, sheet.text("form.required"));
        }
        try {
            said.writeDown(parts.services().records(), caller, place.record());
            return Answer.to(place.address() + "?saved");
        } catch (InvalidRecord refused) {
            return page.again(said, refused.errors().get(0).message());
        }
    }

    private static String given(VaadinRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }
}

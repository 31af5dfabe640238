package org.sencrm.rest.http;

import java.util.Locale;
import javax.servlet.ServletRequest;
import javax.servlet.http.HttpServletRequest;
import org.sencrm.api.access.Caller;
import org.sencrm.rest.problem.Refusal;

/**
 * What is known of a request once it is through the {@link Gate}; travels with it as an attribute.
 *
 * @param caller who asks; null at the open addresses, where a token or a new password is asked for
 * @param locale language of the answer
 * @param address network address of the one who asks
 */
public record Call(Caller caller, Locale locale, String address) {

    private static final String ATTRIBUTE = Call.class.getName();

    public void attachTo(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The call of an admitted request. */
    public static Call of(ServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Call call) {
            return call;
        }
        throw Refusal.notSignedIn();
    }

    /** Language of an answer that may have to be given before anybody is let in. */
    public static Locale localeOf(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Call call
                ? call.locale()
                : Language.of(request, Locale.ENGLISH);
    }

    /** Who asks; never null. */
    public Caller signedIn() {
        if (caller == null) {
            throw Refusal.notSignedIn();
        }
        return caller;
    }
}

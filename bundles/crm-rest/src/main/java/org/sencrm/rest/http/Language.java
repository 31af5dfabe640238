package org.sencrm.rest.http;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.sencrm.api.text.Messages;

/** The language in which an answer is given. */
public final class Language {

    /** Name of the query parameter that chooses it at every address. */
    public static final String PARAMETER = "lang";

    private static final Pattern IN_QUERY = Pattern.compile("(?:^|&)" + PARAMETER + "=([A-Za-z-]{2,20})(?:&|$)");

    private Language() {}

    /**
     * What the query asks for, else what {@code Accept-Language} asks for, else the one given. Reads no parameter through
     * the servlet, which would swallow the body of a form.
     */
    public static Locale of(HttpServletRequest request, Locale otherwise) {
        String query = request.getQueryString();
        Matcher chosen = IN_QUERY.matcher(query == null ? "" : query);
        Locale locale = chosen.find() ? best(chosen.group(1)) : best(request.getHeader("Accept-Language"));
        return locale == null ? otherwise : locale;
    }

    private static Locale best(String wishes) {
        if (wishes == null || wishes.length() > 200) {
            return null;
        }
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(wishes);
            return Locale.lookup(ranges, Messages.LOCALES);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}

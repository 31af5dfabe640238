package org.sencrm.rest.http;

import java.util.regex.Pattern;
import org.sencrm.rest.problem.Refusal;

/** Ids as they stand in addresses. */
public final class RecordId {

    private static final Pattern DIGITS = Pattern.compile("\\d{1,18}|[1-8]\\d{18}");

    private RecordId() {}

    /** The id; what is no id cannot be found. */
    public static long of(String text) {
        if (!DIGITS.matcher(text).matches()) {
            throw Refusal.notFound("rest.noSuchRecord");
        }
        return Long.parseLong(text);
    }
}

package org.sencrm.rest.http;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sencrm.rest.problem.ProblemKind;
import org.sencrm.rest.problem.Refusal;

/**
 * The {@code If-Match} header: which versions of a record the one who asks would change. A tag that a proxy made weak
 * while it compressed the answer still names the version.
 *
 * @param any whether any version will do ({@code *})
 * @param versions versions named; those of tags that were never ours are left out
 */
public record IfMatch(boolean any, List<Long> versions) {

    private static final String TAG = "(?:W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"";
    private static final Pattern ONE = Pattern.compile(TAG);
    private static final Pattern ALL = Pattern.compile("\\s*" + TAG + "(?:\\s*,\\s*" + TAG + ")*\\s*");
    private static final Pattern VERSION = Pattern.compile("\\d{1,18}");

    /**
     * @param header null where there is none, which is refused: a change without it could undo what others did
     */
    public static IfMatch of(String header) {
        if (header == null || header.isBlank()) {
            throw new Refusal(ProblemKind.PRECONDITION_REQUIRED, "rest.ifMatchMissing");
        }
        if ("*".equals(header.trim())) {
            return new IfMatch(true, List.of());
        }
        if (header.length() > 2_000 || !ALL.matcher(header).matches()) {
            throw Refusal.badRequest("rest.ifMatchMalformed");
        }
        List<Long> versions = new ArrayList<>();
        Matcher tags = ONE.matcher(header);
        while (tags.find()) {
            if (VERSION.matcher(tags.group(1)).matches()) {
                versions.add(Long.valueOf(tags.group(1)));
            }
        }
        return new IfMatch(false, versions);
    }

    /**
     * As {@link #against}, for what may be changed without saying which version is meant.
     *
     * @return null where there is no header
     */
    public static Long optional(String header, long stored) {
        return header == null ? null : (Long) of(header).against(stored);
    }

    /** The version named, where it cannot be known beforehand which one is stored; null for any. */
    public Long one() {
        return any ? null : (Long) (versions.isEmpty() ? NEVER : versions.get(0));
    }

    /** The tag of a version. */
    public static String tag(long version) {
        return '"' + Long.toString(version) + '"';
    }

    /** Whether one single version is named, so that nobody needs to look up which one is stored. */
    public boolean isOne() {
        return !any && versions.size() == 1;
    }

    /**
     * The version to hand to the engine, which compares it with the stored one once more.
     *
     * @param stored what is stored now
     */
    public long against(long stored) {
        if (any || versions.contains(stored)) {
            return stored;
        }
        return versions.isEmpty() ? NEVER : versions.get(0);
    }

    /** No record ever has this version. */
    private static final long NEVER = -1;
}

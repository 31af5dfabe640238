package org.sencrm.ui.field;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people type them: {@code 1:30} for an hour and a half, {@code 45} for minutes. */
final class DurationText {

    static final String PATTERN = "(\\d{1,5}):([0-5]\\d)|(\\d{1,6})";
    private static final Pattern WRITTEN = Pattern.compile(PATTERN);

    private DurationText() {}

    static String write(Duration value) {
        return "%d:%02d".formatted(value.toHours(), value.toMinutesPart());
    }

    /** Null where the text says no length of time. */
    static Duration read(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return null;
        }
        return written.group(3) != null
                ? Duration.ofMinutes(Long.parseLong(written.group(3)))
                : Duration.ofHours(Long.parseLong(written.group(1))).plusMinutes(Long.parseLong(written.group(2)));
    }
}

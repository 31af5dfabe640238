package org.sencrm.rest.problem;

/** Text from outside as a log line may hold it. */
final class LogText {

    private static final int LONGEST = 300;

    private LogText() {}

    /** On one line, cut to a bearable length, control characters and invisible ones escaped; null becomes empty. */
    static String of(String text) {
        if (text == null) {
            return "";
        }
        StringBuilder safe = new StringBuilder(Math.min(text.length(), LONGEST));
        for (int i = 0; i < text.length() && safe.length() < LONGEST; i++) {
            char c = text.charAt(i);
            int kind = Character.getType(c);
            boolean shown = !Character.isISOControl(c)
                    && kind != Character.FORMAT
                    && kind != Character.LINE_SEPARATOR
                    && kind != Character.PARAGRAPH_SEPARATOR;
            if (shown) {
                safe.append(c);
            } else {
                safe.append(String.format("\\u%04x", (int) c));
            }
        }
        return safe.toString();
    }
}

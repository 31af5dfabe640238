package org.sencrm.core.file;

import org.sencrm.core.value.PlainText;

/** Names of files as users send them, made fit to be read. */
final class FileNames {

    static final int LONGEST = 200;

    private static final int LONGEST_ENDING = 20;
    private static final String NAMELESS = "file";

    private FileNames() {}

    /** The last part of a path on one line; its middle is cut out where it is too long, its ending stays. */
    static String clean(String raw) {
        String line = raw == null ? null : PlainText.line(raw);
        if (line == null) {
            return NAMELESS;
        }
        String last = line.substring(Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\')) + 1)
                .strip();
        if (last.isEmpty() || last.equals(".") || last.equals("..")) {
            return NAMELESS;
        }
        return shortened(last);
    }

    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        int kept = LONGEST - ending.length();
        boolean splitsLetter = Character.isHighSurrogate(name.charAt(kept - 1));
        return name.substring(0, splitsLetter ? kept - 1 : kept) + ending;
    }
}

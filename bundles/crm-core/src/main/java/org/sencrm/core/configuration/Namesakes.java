package org.sencrm.core.configuration;

import java.util.Map;

/** Keys for things that have the same name: the first by it alone, the others counted. */
public final class Namesakes {

    private Namesakes() {}

    /** The key, with a number behind it where others have taken it. */
    public static String free(String key, Map<String, ?> taken) {
        String free = key;
        for (int i = 2; taken.containsKey(free); i++) {
            free = key + " (" + i + ")";
        }
        return free;
    }

    /** Whether something of this name may have the key. */
    static boolean mayHave(String name, String key) {
        return key.equals(name)
                || key.startsWith(name + " (") && key.substring(name.length()).matches(" \\(\\d+\\)");
    }
}

package org.sencrm.rest.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sencrm.rest.problem.Refusal;

/** Constants as they travel: in small letters. */
public final class Words {

    private Words() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** @param name of the member or parameter that holds the word, for the refusal of any other word */
    public static <E extends Enum<E>> E read(E[] constants, String name, String word) {
        for (E constant : constants) {
            if (of(constant).equals(word)) {
                return constant;
            }
        }
        String known = Arrays.stream(constants).map(Words::of).collect(Collectors.joining(", "));
        throw Refusal.badRequest("rest.unknownWord", name, known);
    }
}

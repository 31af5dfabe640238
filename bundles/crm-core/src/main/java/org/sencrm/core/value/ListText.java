package org.sencrm.core.value;

import java.util.Arrays;
import java.util.List;

/** Lists in one column: each member between commas, so that a member can be looked for as {@code ,member,}. */
public final class ListText {

    private ListText() {}

    /** Null for no members. */
    public static String join(List<String> members) {
        return members.isEmpty() ? null : "," + String.join(",", members) + ",";
    }

    public static List<String> split(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(member -> !member.isEmpty())
                .toList();
    }

    static void check(String joined, Shape shape) {
        int longest = shape.column().length();
        if (joined != null && longest > 0 && joined.length() > longest) {
            throw Refusal.tooLong(longest);
        }
    }
}

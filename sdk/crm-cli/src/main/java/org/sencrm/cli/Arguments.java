package org.sencrm.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words of a command: options with and without a value, and the others in their order. */
final class Arguments {

    private final Map<String, List<String>> options = new LinkedHashMap<>();
    private final List<String> words = new ArrayList<>();

    private Arguments() {}

    /**
     * @param known option names; true where the option takes a value
     * @throws BadUsage for an option that is not known or lacks its value
     */
    static Arguments parse(List<String> given, Map<String, Boolean> known) {
        Arguments parsed = new Arguments();
        for (int i = 0; i < given.size(); i++) {
            String word = given.get(i);
            if (!word.startsWith("--")) {
                parsed.words.add(word);
                continue;
            }
            int equals = word.indexOf('=');
            String name = word.substring(2, equals < 0 ? word.length() : equals);
            Boolean takesValue = known.get(name);
            if (takesValue == null) {
                throw new BadUsage("no such option: --" + name);
            }
            String value = "";
            if (takesValue && equals >= 0) {
                value = word.substring(equals + 1);
            } else if (takesValue) {
                if (++i == given.size()) {
                    throw new BadUsage("--" + name + " needs a value");
                }
                value = given.get(i);
            }
            parsed.options.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
        return parsed;
    }

    boolean has(String name) {
        return options.containsKey(name);
    }

    /** The last value given, else the other. */
    String option(String name, String otherwise) {
        List<String> values = options.get(name);
        return values == null ? otherwise : values.get(values.size() - 1);
    }

    List<String> all(String name) {
        return options.getOrDefault(name, List.of());
    }

    /** The word at this place; its absence is explained by what it should be. */
    String word(int place, String what) {
        if (place >= words.size()) {
            throw new BadUsage(what + " is missing");
        }
        return words.get(place);
    }

    void atMost(int count) {
        if (words.size() > count) {
            throw new BadUsage("one word too many: " + words.get(count));
        }
    }
}

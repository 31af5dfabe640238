package org.sencrm.modules.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One clause of a manifest header.
 *
 * @param names what stands before the first parameter, at least one
 * @param parameters attributes by name, directives by name with a colon behind it
 */
record Clause(List<String> names, Map<String, String> parameters) {

    /** The clauses of a header; none where the header is missing. */
    static List<Clause> of(String header) {
        if (header == null || header.isBlank()) {
            return List.of();
        }
        return split(header, ',').stream().map(Clause::parse).toList();
    }

    private static Clause parse(String clause) {
        List<String> names = new ArrayList<>();
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : split(clause, ';')) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                names.add(part);
            } else {
                String value = part.substring(equals + 1).strip().replaceAll("^\"|\"$", "");
                parameters.put(part.substring(0, equals).strip(), value);
            }
        }
        return new Clause(names, parameters);
    }

    private static List<String> split(String text, char at) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (char letter : text.toCharArray()) {
            quoted ^= letter == '"';
            if (letter == at && !quoted) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(letter);
            }
        }
        parts.add(part.toString().strip());
        return parts;
    }
}

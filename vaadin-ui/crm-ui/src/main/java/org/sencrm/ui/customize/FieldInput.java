package org.sencrm.ui.customize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sencrm.api.field.CustomField;
import org.sencrm.api.record.FieldKind;

/** What stands in the form of a field, as it travels. */
final class FieldInput {

    static final String FORMULA = "formula";
    static final String ROLL_UP = "rollUp";

    private FieldInput() {}

    static String kind(CustomField field) {
        return field.expression() != null
                ? FORMULA
                : field.rollUp() != null ? ROLL_UP : field.kind().code();
    }

    /** Kinds that an administrator can choose. */
    static List<String> kinds() {
        List<String> kinds = new ArrayList<>(Arrays.stream(FieldKind.values())
                .filter(kind -> kind != FieldKind.STRUCTURE)
                .map(FieldKind::code)
                .toList());
        kinds.addAll(List.of(FORMULA, ROLL_UP));
        return kinds;
    }

    static boolean isChoice(String kind) {
        return FieldKind.CHOICE.code().equals(kind) || FieldKind.CHOICES.code().equals(kind);
    }

    static boolean isReference(String kind) {
        return FieldKind.REFERENCE.code().equals(kind)
                || FieldKind.REFERENCES.code().equals(kind);
    }

    static boolean isComputed(String kind) {
        return FORMULA.equals(kind) || ROLL_UP.equals(kind);
    }

    /** One option a line: its code, and behind an equals sign its name where that is another. */
    static String lines(CustomField field, String language) {
        return field.options().stream()
                .filter(option -> !option.retired())
                .map(option -> {
                    String label = option.label().getOrDefault(language, option.code());
                    return label.equals(option.code()) ? label : option.code() + " = " + label;
                })
                .collect(Collectors.joining("\n"));
    }

    /**
     * The options of such lines.
     *
     * @param stored the field as it is, whose names in other languages stay; null for a new one
     */
    static List<Map<String, Object>> options(String lines, CustomField stored, String language) {
        Map<String, Map<String, String>> known = new LinkedHashMap<>();
        if (stored != null) {
            stored.options().forEach(option -> known.put(option.code(), option.label()));
        }
        return lines.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> option(line, known, language))
                .toList();
    }

    /** What stands in such lines, names by code. */
    static Map<String, String> names(String lines) {
        Map<String, String> names = new LinkedHashMap<>();
        options(lines, null, "").forEach(option -> {
            Map<?, ?> labels = (Map<?, ?>) option.get("label");
            names.putIfAbsent((String) option.get("code"), (String) labels.get(""));
        });
        return names;
    }

    private static Map<String, Object> option(String line, Map<String, Map<String, String>> known, String language) {
        int sign = line.indexOf('=');
        String code = sign < 0 ? line : line.substring(0, sign).strip();
        String label = sign < 0 ? line : line.substring(sign + 1).strip();
        Map<String, String> labels = new LinkedHashMap<>(known.getOrDefault(code, Map.of()));
        labels.put(language, label);
        return Map.of("code", code, "label", labels);
    }
}

package org.sencrm.core.duplicate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Rsql;
import org.sencrm.api.search.Folding;

/**
 * In what way two values of a field may mean the same though they are written differently. The weight says how sure one
 * may be, in percent, that two records with the same value are one.
 */
enum Sameness {
    CODE(95) {
        @Override
        String key(String value) {
            return value.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        }
    },
    EMAIL(90) {
        @Override
        String key(String value) {
            return value.trim().toLowerCase(Locale.ROOT);
        }
    },
    PHONE(80) {
        /** The digits that stay the same with and without the country's and the trunk's prefix. */
        @Override
        String key(String value) {
            String digits = value.replaceAll("\\D", "");
            return digits.length() < 6 ? "" : digits.substring(Math.max(0, digits.length() - 9));
        }

        /** Numbers are grouped in twos, threes or fours at their end; the star stands where the gap may be. */
        @Override
        List<String> patterns(String value) {
            String end = key(value);
            end = end.substring(end.length() - 4);
            return List.of(
                    "*" + end.charAt(0) + "*" + end.substring(1), "*" + end.substring(0, 2) + "*" + end.substring(2));
        }
    },
    WEBSITE(60) {
        @Override
        String key(String value) {
            return value.trim()
                    .toLowerCase(Locale.ROOT)
                    .replaceFirst("^[a-z]+://", "")
                    .replaceFirst("^www\\.", "")
                    .replaceFirst("[/:?#].*$", "");
        }

        @Override
        List<String> patterns(String value) {
            return List.of("*" + key(value).replace("*", "\\*") + "*");
        }
    },
    NAME(70) {
        /** Without the words that say only what kind of company it is. */
        @Override
        String key(String value) {
            List<String> words = Arrays.stream(Folding.fold(value).split("[^\\p{L}\\p{N}]+"))
                    .filter(word -> !word.isEmpty())
                    .toList();
            String own =
                    words.stream().filter(word -> !LEGAL_FORMS.contains(word)).collect(Collectors.joining(" "));
            return own.isEmpty() ? String.join(" ", words) : own;
        }
    };

    private static final Set<String> LEGAL_FORMS = Set.of(
            "cong", "ty", "tnhh", "mtv", "co", "phan", "cp", "jsc", "ltd", "llc", "inc", "corp", "company", "gmbh",
            "plc");

    private final int weight;

    Sameness(int weight) {
        this.weight = weight;
    }

    /** How values of the field are compared; null where nobody can tell from them that two records are one. */
    static Sameness of(RecordType type, Field field) {
        if (field.name().equals(type.labelField())) {
            return NAME;
        }
        return switch (field.kind()) {
            case EMAIL -> EMAIL;
            case PHONE -> PHONE;
            case URL -> WEBSITE;
            default -> isCode(field) ? CODE : null;
        };
    }

    private static boolean isCode(Field field) {
        boolean named = field.name().equals("code") || field.name().endsWith("Code");
        return field.kind() == FieldKind.TEXT && !field.system() && (field.unique() || named);
    }

    int weight() {
        return weight;
    }

    /** The form in which two values are the same; empty where the value says too little. */
    abstract String key(String value);

    /** Patterns of which one at least fits every value with the same key that people would write. */
    List<String> patterns(String value) {
        return List.of("*" + value.trim().replace("*", "\\*") + "*");
    }

    /** The condition under which a record may have the same value. */
    final String filter(String field, String value) {
        return patterns(value).stream()
                .map(pattern -> field + "==" + Rsql.quote(pattern))
                .collect(Collectors.joining(","));
    }
}

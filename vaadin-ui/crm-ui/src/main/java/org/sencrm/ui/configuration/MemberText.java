package org.sencrm.ui.configuration;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.sencrm.api.text.Messages;
import org.sencrm.ui.host.Formats;

/** Values of a configuration for people: they are JSON of any part, so this knows shapes and no meaning. */
final class MemberText {

    private static final String NOTHING = "–";
    private static final String LABEL = "label";
    private static final Set<String> OPTION = Set.of("code", LABEL, "retired");
    private static final Set<String> LANGUAGES =
            Messages.LOCALES.stream().map(Locale::getLanguage).collect(Collectors.toSet());

    private final Locale locale;
    private final Messages messages;
    private final Formats formats;

    MemberText(Locale locale, Messages messages, Formats formats) {
        this.locale = locale;
        this.messages = messages;
        this.formats = formats;
    }

    /** What a member of the values of a part is called. */
    String label(String part, String member) {
        String key = "configuration." + part + "." + member;
        return messages.has(locale, key) ? messages.text(locale, key) : member;
    }

    String of(Object value) {
        if (isNothing(value)) {
            return NOTHING;
        } else if (value instanceof Map<?, ?> members) {
            return map(members);
        } else if (value instanceof Collection<?> several) {
            // what has members of its own stands on a line of its own
            boolean simple =
                    several.stream().noneMatch(item -> item instanceof Map<?, ?> map && !map.containsKey(LABEL));
            return several.stream().map(this::of).collect(Collectors.joining(simple ? ", " : "\n"));
        }
        return formats.any(value);
    }

    /** Whether there is nothing to tell. */
    static boolean isNothing(Object value) {
        return value == null
                || "".equals(value)
                || value instanceof Map<?, ?> members && members.isEmpty()
                || value instanceof Collection<?> several && several.isEmpty();
    }

    /**
     * A text by language is that of the reader, an option is its label, anything else is told member by member: nothing may
     * look like less than it is.
     */
    private String map(Map<?, ?> members) {
        Object said = members.get(locale.getLanguage());
        if (said instanceof String text && LANGUAGES.containsAll(members.keySet())) {
            return text;
        } else if (OPTION.containsAll(members.keySet()) && !isNothing(members.get(LABEL))) {
            return of(members.get(LABEL));
        }
        return members.entrySet().stream()
                .filter(member -> !isNothing(member.getValue()) && !Objects.equals(member.getValue(), false))
                .map(member -> member.getKey() + ": " + of(member.getValue()))
                .collect(Collectors.joining("; "));
    }
}

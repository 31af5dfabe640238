package org.sencrm.core.text;

import java.text.MessageFormat;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All texts of the bundles that are there at one moment. Thread safe; a new one takes its place when a bundle comes or goes. */
final class Texts {

    private static final String FALLBACK = "en";

    private final Map<String, Map<String, String>> byLanguage = new HashMap<>();
    private final Map<FormatKey, MessageFormat> formats = new ConcurrentHashMap<>();

    /** @param bundles the older before the younger; the text of the older counts where both have a key */
    Texts(Collection<MessageFiles> bundles) {
        for (MessageFiles bundle : bundles) {
            bundle.byLanguage().forEach((language, texts) -> {
                Map<String, String> all = byLanguage.computeIfAbsent(language, any -> new HashMap<>());
                texts.forEach(all::putIfAbsent);
            });
        }
    }

    boolean has(Locale locale, String key) {
        return find(locale, key) != null;
    }

    String text(Locale locale, String key, Object... arguments) {
        String text = find(locale, key);
        if (text == null) {
            return key;
        }
        return arguments.length == 0 ? text : format(locale, text, arguments);
    }

    private String find(Locale locale, String key) {
        String text = in(locale.getLanguage(), key);
        return text == null ? in(FALLBACK, key) : text;
    }

    private String in(String language, String key) {
        return byLanguage.getOrDefault(language, Map.of()).get(key);
    }

    private String format(Locale locale, String text, Object... arguments) {
        // only languages that have texts: a locale may come from outside, and the cache must not grow with it
        String language = byLanguage.containsKey(locale.getLanguage()) ? locale.getLanguage() : FALLBACK;
        MessageFormat parsed = formats.computeIfAbsent(
                new FormatKey(language, text), any -> new MessageFormat(text, Locale.forLanguageTag(language)));
        // a MessageFormat is not thread safe; a copy is cheaper than parsing the text again
        return ((MessageFormat) parsed.clone()).format(arguments);
    }

    private record FormatKey(String language, String text) {}
}

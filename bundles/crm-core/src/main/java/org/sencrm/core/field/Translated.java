package org.sencrm.core.field;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sencrm.api.text.Messages;

/** Texts by language as they are stored, so that a short form of them in a file is not taken for a change. */
public final class Translated {

    private Translated() {}

    /** One text is that of all languages, the first one that of those that are missing; anything else stays as it is. */
    public static Object of(Object given) {
        Map<Object, Object> texts = new LinkedHashMap<>();
        if (given instanceof Map<?, ?> byLanguage) {
            texts.putAll(byLanguage);
        }
        Object first = texts.isEmpty() ? given : texts.values().iterator().next();
        if (!(first instanceof String)) {
            return given;
        }
        Messages.LOCALES.forEach(locale -> texts.putIfAbsent(locale.getLanguage(), first));
        return texts;
    }
}
